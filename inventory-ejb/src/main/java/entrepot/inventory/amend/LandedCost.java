package entrepot.inventory.amend;

import entrepot.inventory.exchange.ForeignAmount;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.StockLine;
import entrepot.inventory.valuation.Allocation;
import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A cost beside the price, of one receipt or of several that came together.
 *
 * @param amount  negative where less is to be paid than was thought
 * @param fixed   what each line bears, where that is said
 * @param foreign what was said in another currency, or null; {@code amount} is its worth
 */
public record LandedCost(Amendment head, List<UUID> receipts, Money amount, By by, List<Part> fixed, ForeignAmount foreign) {

    /** @param line of the receipt, from 0 */
    public record Part(UUID receipt, int line, Money amount) {}

    /** What the amount is split by. */
    public enum By {
        VALUE(line -> line.worth().decimal()),
        QUANTITY(line -> line.quantity().decimal()),
        WEIGHT(line -> line.weight() == null ? null : line.weight().multiply(line.quantity().decimal())),
        VOLUME(line -> line.volume() == null ? null : line.volume().multiply(line.quantity().decimal())),
        EQUAL(line -> BigDecimal.ONE),

        /** Each line as it is said. */
        FIXED(line -> BigDecimal.ONE);

        private final Function<AmendedLine, BigDecimal> basis;

        By(Function<AmendedLine, BigDecimal> basis) {
            this.basis = basis;
        }
    }

    public LandedCost {
        receipts = List.copyOf(receipts);
        fixed = List.copyOf(fixed);
    }

    /**
     * In the book's own currency, of lines that bear what is said of them in another one or with another sign.
     *
     * @param said comes to what {@code amount} is
     */
    public static LandedCost said(List<UUID> receipts, Money amount, List<Part> said) {
        List<Money> parts = Allocation.split(amount, said.stream().map(part -> part.amount().decimal()).toList());
        return new LandedCost(null, receipts, amount, By.FIXED, IntStream.range(0, parts.size())
                .mapToObj(place -> new Part(said.get(place).receipt(), said.get(place).line(), parts.get(place))).toList(), null);
    }

    /** In the book's own currency. */
    public LandedCost(Amendment head, List<UUID> receipts, Money amount, By by) {
        this(head, receipts, amount, by, List.of(), null);
    }

    /** @param lines of all its receipts that there are */
    public List<Refusal> refusals(List<AmendedLine> lines) {
        List<Refusal> refusals = new ArrayList<>();
        for (UUID receipt : receipts) {
            List<AmendedLine> own = lines.stream().filter(line -> line.posting().equals(receipt)).toList();
            if (own.isEmpty() || !brings(own.get(0).kind())) {
                refusals.add(Refusal.whole("unknown-receipt", "no goods came in with posting " + receipt));
            } else if (own.get(0).reversed()) {
                refusals.add(Refusal.whole("already-reversed", "posting " + receipt + " was undone"));
            }
        }
        for (AmendedLine line : bearing(lines)) {
            if (by.basis.apply(line) == null) {
                refusals.add(Refusal.whole("basis-missing", line.sku() + " has no " + by.name().toLowerCase(Locale.ROOT)
                        + ": enter it on the item, or split otherwise"));
            }
        }
        fixed.stream().filter(part -> find(lines, part).isEmpty()).forEach(part -> refusals.add(
                Refusal.whole("unknown-receipt-line", "nothing came with line " + part.line() + " of posting " + part.receipt())));
        boolean bearable = bearing(lines).stream().map(by.basis).anyMatch(basis -> basis != null && basis.signum() > 0);
        if (refusals.isEmpty() && !bearable) {
            refusals.add(Refusal.whole("nothing-to-bear", "nothing of these receipts can bear a cost by " + by));
        }
        if (amount.isZero()) {
            refusals.add(Refusal.whole("amount", "an amount of zero changes nothing"));
        }
        return refusals;
    }

    public List<StockLine> stock(List<AmendedLine> lines) {
        if (by == By.FIXED) {
            return fixed.stream().filter(part -> !part.amount().isZero()).map(part -> charge(find(lines, part).orElseThrow(), part.amount())).toList();
        }
        List<AmendedLine> bearing = bearing(lines);
        List<Money> parts = Allocation.split(amount, bearing.stream().map(by.basis).toList());
        List<StockLine> stock = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).isZero()) {
                stock.add(charge(bearing.get(i), parts.get(i)));
            }
        }
        return stock;
    }

    private static StockLine charge(AmendedLine line, Money amount) {
        return new StockLine.Charge(line.item(), line.location(), line.movement(), amount, PostingKind.CHARGE.against());
    }

    /** What came in several lots is one line, of which the first bears it. */
    private static Optional<AmendedLine> find(List<AmendedLine> lines, Part part) {
        return bearing(lines).stream().filter(line -> line.posting().equals(part.receipt()) && line.line() == part.line()).findFirst();
    }

    private static List<AmendedLine> bearing(List<AmendedLine> lines) {
        return lines.stream().filter(line -> line.quantity().isPositive()).toList();
    }

    /** Whether goods came in with a posting of this kind, at a cost of their own. */
    public static boolean brings(PostingKind kind) {
        return kind == PostingKind.RECEIPT || kind == PostingKind.OPENING;
    }
}
