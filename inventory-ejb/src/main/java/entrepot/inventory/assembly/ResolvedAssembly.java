package entrepot.inventory.assembly;

import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.StockLine;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Something made or taken apart, with every code found. The parts come first in an assembly, last when something is taken
 * apart: what leaves must have left before what it becomes can be worth anything.
 *
 * @param source names the version of the bill
 */
public record ResolvedAssembly(
        AssemblyNote note, String source, LocationId location, LocationId to, Line whole, List<Line> parts, Money beside) {

    /**
     * @param weight what it counts for when the worth of what is taken apart is shared; of an assembly zero
     */
    public record Line(ItemId item, Quantity quantity, BigDecimal weight, List<LotPart> lots, Long pieces) {}

    public ResolvedAssembly {
        parts = List.copyOf(parts);
    }

    public Command command(String content) {
        List<Line> lines = new ArrayList<>(parts);
        lines.add(note.makes() ? parts.size() : 0, whole);
        Map<Integer, List<LotPart>> lots = new HashMap<>();
        for (int line = 0; line < lines.size(); line++) {
            if (!lines.get(line).lots().isEmpty()) {
                lots.put(line, lines.get(line).lots());
            }
        }
        var request = new PostingRequest(note.id(), note.kind(), note.businessDate(), note.at(), note.reference(), note.reason(), source,
                null, note.makes() ? made() : takenApart(), List.of(), lots,
                PostingRequest.piecesOf(lines, Line::pieces));
        return new Command(request, content, List.of());
    }

    private List<StockLine> made() {
        List<StockLine> stock = new ArrayList<>();
        parts.forEach(part -> stock.add(new StockLine.Use(part.item(), location, part.quantity())));
        stock.add(new StockLine.Make(whole.item(), to, whole.quantity(), null, beside, AccountRole.CONVERSION));
        return stock;
    }

    /** Each part takes its share of what those before it left; the last takes the rest. */
    private List<StockLine> takenApart() {
        List<StockLine> stock = new ArrayList<>();
        stock.add(new StockLine.Use(whole.item(), location, whole.quantity()));
        BigDecimal left = parts.stream().map(Line::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int number = 0; number < parts.size(); number++) {
            Line part = parts.get(number);
            boolean last = number == parts.size() - 1;
            BigDecimal share = last || left.signum() == 0 ? null : part.weight().divide(left, 6, RoundingMode.HALF_UP);
            stock.add(new StockLine.Make(part.item(), to, part.quantity(), share, Money.zero(beside.currency()), AccountRole.CONVERSION));
            left = left.subtract(part.weight());
        }
        return stock;
    }
}
