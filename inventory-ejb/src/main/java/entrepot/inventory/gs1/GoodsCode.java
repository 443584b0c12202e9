package entrepot.inventory.gs1;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a GS1 barcode says of goods; null where it says nothing.
 *
 * @param gtin     14 digits, of the goods or of what a logistic unit contains
 * @param expires  the last day of use: expiry, else sell by, else best before
 * @param count    pieces of variable goods, or in a logistic unit
 * @param measure  as the net weight of what is sold by weight
 */
public record GoodsCode(String gtin, String lot, String serial, LocalDate expires, LocalDate produced, Long count, Measure measure) {

    /** Empty where the text is no element string with a known start and no digital link: it may be any other code. */
    public static Optional<GoodsCode> read(String scanned, LocalDate today) {
        String text = ElementString.bare(scanned);
        if (DigitalLink.isOne(text)) {
            return !text.matches("(?i)https?://[^/]+/(.*/)?01/[0-9]+([/?#].*)?") ? Optional.empty() : Optional.of(of(DigitalLink.parse(text), today));
        }
        return text.startsWith("(") || text.indexOf(ElementString.SEPARATOR) >= 0 || text.matches("0[12][0-9]{14}.*")
                ? Optional.of(of(ElementString.parse(text), today)) : Optional.empty();
    }

    public static GoodsCode of(ElementString elements, LocalDate today) {
        return new GoodsCode(
                elements.value("01").or(() -> elements.value("02")).orElse(null),
                elements.value("10").orElse(null),
                elements.value("21").orElse(null),
                elements.value("17").or(() -> elements.value("7003").map(time -> time.substring(0, 6)))
                        .or(() -> elements.value("16")).or(() -> elements.value("15"))
                        .map(day -> ShortDay.read(day, today)).orElse(null),
                elements.value("11").map(day -> ShortDay.read(day, today)).orElse(null),
                elements.value("30").or(() -> elements.value("37")).map(Long::valueOf).orElse(null),
                elements.elements().stream().flatMap(element -> Measure.of(element).stream()).findFirst().orElse(null));
    }

    /** Identity first, then what changes from lot to lot. */
    public ElementString elements() {
        List<Element> elements = new ArrayList<>();
        add(elements, "01", gtin);
        add(elements, "11", produced == null ? null : ShortDay.write(produced));
        add(elements, "17", expires == null ? null : ShortDay.write(expires));
        if (measure != null) {
            elements.add(measure.element());
        }
        add(elements, "10", lot);
        add(elements, "21", serial);
        add(elements, "30", count == null ? null : String.valueOf(count));
        return new ElementString(elements);
    }

    private static void add(List<Element> elements, String identifier, String value) {
        if (value != null) {
            elements.add(new Element(identifier, value));
        }
    }

    /** How many or how much one scan stands for; null where it says nothing. */
    public BigDecimal quantity() {
        return measure != null ? measure.value() : count == null ? null : BigDecimal.valueOf(count);
    }
}
