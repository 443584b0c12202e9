package entrepot.inventory.amend;

import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.StockLine;
import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The price on the supplier's invoice, where it is not that of the receipt. */
public record InvoicePrice(Amendment head, UUID receipt, List<Line> lines) {

    /** @param unitCost major units, up to six decimals */
    public record Line(int line, BigDecimal unitCost) {}

    public InvoicePrice {
        lines = List.copyOf(lines);
    }

    public List<Refusal> refusals(List<AmendedLine> of) {
        List<Refusal> refusals = new ArrayList<>();
        if (of.isEmpty() || !LandedCost.brings(of.get(0).kind())) {
            return List.of(Refusal.whole("unknown-receipt", "no goods came in with posting " + receipt));
        }
        if (of.get(0).reversed()) {
            return List.of(Refusal.whole("already-reversed", "posting " + receipt + " was undone"));
        }
        for (int number = 0; number < lines.size(); number++) {
            if (find(of, lines.get(number).line()).isEmpty()) {
                refusals.add(new Refusal(number, "unknown-receipt-line", "the receipt has no line " + lines.get(number).line()));
            }
        }
        if (refusals.isEmpty() && stock(of).isEmpty()) {
            refusals.add(Refusal.whole("no-change", "the receipt has these prices already"));
        }
        return refusals;
    }

    public List<StockLine> stock(List<AmendedLine> of) {
        List<StockLine> stock = new ArrayList<>();
        for (Line asked : lines) {
            AmendedLine line = find(of, asked.line()).orElseThrow();
            Money difference = Money.worth(line.quantity(), asked.unitCost(), line.price().currency()).minus(line.price());
            if (!difference.isZero()) {
                stock.add(new StockLine.Charge(
                        line.item(), line.location(), line.movement(), difference, PostingKind.PRICE.against()));
            }
        }
        return stock;
    }

    private static Optional<AmendedLine> find(List<AmendedLine> of, int number) {
        return of.stream().filter(line -> line.line() == number).findFirst();
    }
}
