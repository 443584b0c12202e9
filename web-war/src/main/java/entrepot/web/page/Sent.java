package entrepot.web.page;

import entrepot.kernel.Quantity;
import entrepot.web.language.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a form of plain fields sent: ticked rows, and fields named {@code name.row}. */
@RequestScoped
public class Sent {

    private static final Pattern POINTED = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

    public boolean isTicked(long row) {
        return ticked().contains(row);
    }

    /** Rows that were ticked, in their order on the page. */
    List<Long> ticked() {
        String[] ticks = fields().getOrDefault("tick", new String[0]);
        return Arrays.stream(ticks).filter(tick -> tick.matches("\\d{1,18}")).map(Long::valueOf).toList();
    }

    List<Long> rows(String name) {
        return fields().keySet().stream()
                .filter(field -> field.matches(name + "\\.\\d{1,18}"))
                .map(field -> Long.valueOf(field.substring(name.length() + 1)))
                .sorted()
                .toList();
    }

    String text(String name) {
        String[] values = fields().get(name);
        return values == null ? null : Asked.text(values[0]);
    }

    /** As codes are written. */
    String code(String name) {
        String typed = text(name);
        return typed == null ? null : typed.strip().toUpperCase(Locale.ROOT);
    }

    /** Of a field that takes several, or null where it is empty. */
    List<String> codes(String name) {
        String typed = code(name);
        return typed == null ? null : Arrays.stream(typed.split("[,;\\s]+")).filter(code -> !code.isEmpty()).toList();
    }

    /** Of fields of one name, such as boxes that were ticked. */
    List<String> texts(String name) {
        return List.of(fields().getOrDefault(name, new String[0]));
    }

    /** @return empty where the field is empty or has no number with at most six decimals */
    Optional<Quantity> quantity(String name) {
        return number(name).map(BigDecimal::stripTrailingZeros)
                .filter(number -> number.scale() <= 6 && number.precision() - number.scale() <= 12)
                .map(Quantity::of);
    }

    Optional<BigDecimal> number(String name) {
        return TypedNumber.read(text(name), Language.here());
    }

    /** As programs write it; what is no number as it was typed, null where the field is empty. */
    String plain(String name) {
        return number(name).map(BigDecimal::toPlainString).orElse(text(name));
    }

    /** As {@link #plain}, of a field in percent; with a point too, where the language of the page has a comma and that can be meant in one way only. */
    String share(String name) {
        String text = text(name);
        return number(name).or(() -> Optional.ofNullable(text).filter(typed -> POINTED.matcher(typed).matches()).map(BigDecimal::new))
                .map(percent -> percent.movePointLeft(2).toPlainString()).orElse(text);
    }

    /** The key made with the page, so that a second press of the button is the same request. */
    UUID key() {
        UUID key = Asked.id(text("key"));
        return key == null ? UUID.randomUUID() : key;
    }

    private static Map<String, String[]> fields() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
    }
}
