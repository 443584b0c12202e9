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
import java.util.UUID;
import java.util.function.Function;

/**
 * A cost beside the price, of one receipt or of several that came together.
 *
 * @param amount  negative where less is to be paid than was thought
 * @param foreign what was said in another currency, or null; {@code amount} is its worth
 */
public record LandedCost(Amendment head, List<UUID> receipts, Money amount, By by, ForeignAmount foreign) {

    /** What the amount is split by. */
    public enum By {
        VALUE(line -> line.worth().decimal()),
        QUANTITY(line -> line.quantity().decimal()),
        EQUAL(line -> BigDecimal.ONE);

        private final Function<AmendedLine, BigDecimal> basis;

        By(Function<AmendedLine, BigDecimal> basis) {
            this.basis = basis;
        }
    }

    public LandedCost {
        receipts = List.copyOf(receipts);
    }

    /** In the book's own currency. */
    public LandedCost(Amendment head, List<UUID> receipts, Money amount, By by) {
        this(head, receipts, amount, by, null);
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
        boolean bearable = bearing(lines).stream().anyMatch(line -> by.basis.apply(line).signum() > 0);
        if (refusals.isEmpty() && !bearable) {
            refusals.add(Refusal.whole("nothing-to-bear", "nothing of these receipts can bear a cost by " + by));
        }
        if (amount.isZero()) {
            refusals.add(Refusal.whole("amount", "an amount of zero changes nothing"));
        }
        return refusals;
    }

    public List<StockLine> stock(List<AmendedLine> lines) {
        List<AmendedLine> bearing = bearing(lines);
        List<Money> parts = Allocation.split(amount, bearing.stream().map(by.basis).toList());
        List<StockLine> stock = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            AmendedLine line = bearing.get(i);
            if (!parts.get(i).isZero()) {
                stock.add(new StockLine.Charge(
                        line.item(), line.location(), line.movement(), parts.get(i), PostingKind.CHARGE.against()));
            }
        }
        return stock;
    }

    private static List<AmendedLine> bearing(List<AmendedLine> lines) {
        return lines.stream().filter(line -> line.quantity().isPositive()).toList();
    }

    /** Whether goods came in with a posting of this kind, at a cost of their own. */
    public static boolean brings(PostingKind kind) {
        return kind == PostingKind.RECEIPT || kind == PostingKind.OPENING;
    }
}
