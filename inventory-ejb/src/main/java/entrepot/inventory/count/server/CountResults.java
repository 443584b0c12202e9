package entrepot.inventory.count.server;

import entrepot.inventory.count.Approval;
import entrepot.inventory.count.CountedLine;
import entrepot.inventory.count.DifferenceReason;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Movement;
import entrepot.inventory.ledger.Posted;
import entrepot.inventory.ledger.ValueEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of each line, with the movement that posted it and what the cost flow made of the difference. */
record CountResults(CountTable.Head count, List<CountedLine> lines, Approval approval) implements Alongside {

    @Override
    public String sql() {
        return "INSERT INTO stock_count_result (movement_id, posting_seq, count_id, line_no, item_id, location_id, counted_on, expected,"
                + " counted, book_worth, worth, reason, expected_pieces, counted_pieces) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    }

    @Override
    public List<List<Object>> rows(Posted posted) {
        Map<Long, Long> worths = posted.values().stream()
                .collect(Collectors.toMap(ValueEntry::movement, value -> value.amount().minor(), Long::sum));
        List<List<Object>> rows = new ArrayList<>();
        for (Movement movement : posted.movements()) {
            if (rows.size() == movement.line()) {
                rows.add(row(posted.seq(), movement, lines.get(movement.line()), worths.getOrDefault(movement.id(), 0L)));
            }
        }
        return rows;
    }

    private List<Object> row(long seq, Movement movement, CountedLine line, long worth) {
        DifferenceReason reason = approval.reason(line);
        return Arrays.asList(movement.id(), seq, count.id(), line.number(), line.item().value(), count.locationId(), line.on(),
                line.expected().millionths(), line.counted().millionths(), line.bookWorth().minor(), worth,
                reason == null ? null : reason.name(), line.pieces() == null ? null : line.pieces().expected(),
                line.pieces() == null ? null : line.pieces().counted());
    }
}
