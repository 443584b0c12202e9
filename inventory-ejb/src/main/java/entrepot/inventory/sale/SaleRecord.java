package entrepot.inventory.sale;

import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Movement;
import entrepot.inventory.ledger.Posted;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A sale or return as its rows say, in minor units and millionths.
 *
 * @param customer row number, or null
 */
public record SaleRecord(
        Long customer, String channel, long net, long discount, long tax, long total, List<Line> lines, List<Tender> tenders) {

    public record Line(
            long movement, long item, long quantity, BigDecimal unitPrice, long gross, long discount, long net, long tax,
            String taxCode) {}

    public record Tender(int line, String kind, long amount) {}

    public SaleRecord {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
    }

    /** The same rows with the other sign, beside the posting that undoes it. */
    public List<Alongside> reversed() {
        return List.of(
                new Alongside.Rows(SaleRows.HEAD, false, posted -> List.of(
                        row(posted.seq(), customer, channel, -net, -discount, -tax, -total))),
                new Alongside.Rows(SaleRows.LINE, false, this::reversedLines),
                new Alongside.Rows(SaleRows.TENDER, false, posted -> tenders.stream()
                        .map(tender -> row(posted.seq(), tender.line(), tender.kind(), -tender.amount()))
                        .toList()));
    }

    private List<List<Object>> reversedLines(Posted posted) {
        Map<Long, Movement> undoing =
                posted.movements().stream().collect(Collectors.toMap(Movement::source, Function.identity()));
        return lines.stream()
                .map(line -> row(undoing.get(line.movement()).id(), posted.seq(), line.item(), posted.request().businessDate(),
                        -line.quantity(), line.unitPrice(), -line.gross(), -line.discount(), -line.net(), -line.tax(),
                        line.taxCode()))
                .toList();
    }

    /** A row may hold nulls, which {@code List.of} would refuse. */
    private static List<Object> row(Object... values) {
        return Arrays.asList(values);
    }
}
