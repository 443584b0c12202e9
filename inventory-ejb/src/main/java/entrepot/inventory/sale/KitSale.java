package entrepot.inventory.sale;

import entrepot.inventory.assembly.Bill;
import entrepot.inventory.assembly.KitSpread;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.Reserved;
import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A sale whose kits are their parts. The first part of a kit stands on the line of the kit, the others after all lines of
 * the document, so that what the document numbers keeps its number.
 */
public record KitSale(Sale sale, List<Sold> kits, List<Refusal> refusals) {

    /** @param lines of its parts, the first of them its own; @param named which of the parts that the document names each is, or -1 */
    public record Sold(ItemId item, Quantity quantity, BigDecimal unitPrice, List<Integer> lines, List<Integer> named) {}

    /** A part of a kit. @param returned line of the sale that is brought back; @param reserved line of the reservation, or null */
    public record Part(String sku, Quantity quantity, int returned, Reserved.Line reserved) {}

    public KitSale {
        kits = List.copyOf(kits);
        refusals = List.copyOf(refusals);
    }

    public static KitSale plain(Sale sale) {
        return new KitSale(sale, List.of(), List.of());
    }

    /**
     * @param kits   by SKU
     * @param parts  of a line that is a kit
     * @param prices of a unit by SKU, by which the price of the kit is spread
     */
    public static KitSale of(Sale sale, Map<String, Bill> kits, Function<Sale.Line, List<Part>> parts, Map<String, BigDecimal> prices) {
        List<Sale.Line> lines = new ArrayList<>(sale.lines());
        List<Sold> sold = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (int number = 0; number < sale.lines().size(); number++) {
            Sale.Line line = sale.lines().get(number);
            Bill kit = kits.get(line.sku());
            List<Part> ofKit = kit == null ? List.of() : parts.apply(line);
            KitNames.check(number, line, kit != null, ofKit.stream().map(Part::sku).toList(), refusals);
            if (!ofKit.isEmpty()) {
                List<Sale.Line> split = split(line, ofKit, prices);
                List<Integer> numbers = new ArrayList<>();
                for (int part = 0; part < split.size(); part++) {
                    numbers.add(part == 0 ? number : lines.size());
                    if (part == 0) {
                        lines.set(number, split.get(0));
                    } else {
                        lines.add(split.get(part));
                    }
                }
                sold.add(new Sold(kit.item(), line.quantity(), line.unitPrice(), numbers,
                        ofKit.stream().map(part -> KitNames.place(line, part.sku())).toList()));
            }
        }
        return new KitSale(sale.with(lines), sold, refusals);
    }

    private static List<Sale.Line> split(Sale.Line kit, List<Part> parts, Map<String, BigDecimal> prices) {
        KitSpread spread = KitSpread.of(parts.stream().map(Part::quantity).toList(), parts.stream().map(part -> prices.get(part.sku())).toList());
        List<Money> amounts = kit.unitPrice() == null ? null : spread.spread(Money.worth(kit.quantity(), kit.unitPrice(), kit.discount().currency()));
        List<Money> discounts = spread.spread(kit.discount());
        List<Sale.Line> lines = new ArrayList<>();
        for (int number = 0; number < parts.size(); number++) {
            Part part = parts.get(number);
            BigDecimal price = amounts == null ? null : amounts.get(number).decimal().divide(part.quantity().decimal(), 6, RoundingMode.HALF_UP);
            lines.add(new Sale.Line(part.sku(), part.quantity(), price, discounts.get(number), kit.taxCode(), kit.returnOf(), part.returned(),
                    part.reserved(), KitNames.of(kit, part.sku())));
        }
        return lines;
    }

    /** Parts that somebody has to name and the document does not. @param bySerial whether the pieces of an item are told apart */
    public List<Refusal> unnamed(Predicate<String> bySerial) {
        List<Refusal> unnamed = new ArrayList<>();
        for (Sold kit : sale.isReturn() ? List.<Sold>of() : kits) {
            for (int part = 0; part < kit.lines().size(); part++) {
                String sku = sale.lines().get(kit.lines().get(part)).sku();
                if (kit.named().get(part) < 0 && bySerial.test(sku)) {
                    unnamed.add(new Refusal(kit.lines().get(0), "lot-missing", "the part " + sku + " is kept by serial number: name "
                            + sale.lines().get(kit.lines().get(part)).quantity() + " pieces of it", KitNames.PARTS));
                }
            }
        }
        return unnamed;
    }

    /** What is said of lines of the posting, said of those of the document. */
    public List<Refusal> ofDocument(List<Refusal> refusals) {
        return kits.isEmpty() ? refusals : refusals.stream().map(refusal -> kits.stream().filter(kit -> kit.lines().contains(refusal.line()))
                .findFirst().map(kit -> ofKit(kit, refusal)).orElse(refusal)).toList();
    }

    private static Refusal ofKit(Sold kit, Refusal refusal) {
        return new Refusal(kit.lines().get(0), refusal.code(), refusal.detail(),
                KitNames.where(refusal, kit.named().get(kit.lines().indexOf(refusal.line()))));
    }

    /** What says which lines were sold as one. */
    List<Alongside> rows() {
        return kits.isEmpty() ? List.of() : List.of(new Alongside.Rows(
                "INSERT INTO sale_kit (posting_seq, line_no, kit_line, item_id, quantity, unit_price) VALUES (?, ?, ?, ?, ?, ?)", false,
                posted -> kits.stream().flatMap(kit -> kit.lines().stream().map(line -> Arrays.<Object>asList(posted.seq(), line,
                        kit.lines().get(0), kit.item().value(), sale.isReturn() ? -kit.quantity().millionths() : kit.quantity().millionths(),
                        kit.unitPrice() == null ? BigDecimal.ZERO : kit.unitPrice()))).toList()));
    }
}
