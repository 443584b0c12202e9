package entrepot.inventory.export.server;

import entrepot.inventory.export.BatchEntry;
import entrepot.inventory.ledger.PostingKind;
import entrepot.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Lines of the journal, put together to what each posting has in each day. */
final class Entries {

    static final String LINES = "SELECT s.number seal, p.id posting, p.kind, p.reference, p.reason, j.business_date day, j.line_no line,"
            + " j.account_code account, j.amount, i.sku, l.code location FROM seal s JOIN posting p ON p.seq = s.posting_seq"
            + " JOIN journal_line j ON j.posting_seq = p.seq LEFT JOIN movement m ON m.id = j.movement_id"
            + " LEFT JOIN item i ON i.id = m.item_id LEFT JOIN location l ON l.id = m.location_id";

    private Entries() {}

    record Line(
            long seal, UUID posting, PostingKind kind, String reference, String reason, LocalDate day, int line, String account,
            Money amount, String sku, String location) {

        private boolean isOf(Line other) {
            return seal == other.seal && day.equals(other.day);
        }
    }

    /** @param lines those of an entry one after the other */
    static List<BatchEntry> grouped(List<Line> lines) {
        List<BatchEntry> entries = new ArrayList<>();
        for (int from = 0, to; from < lines.size(); from = to) {
            Line first = lines.get(from);
            to = from + 1;
            while (to < lines.size() && lines.get(to).isOf(first)) {
                to++;
            }
            entries.add(new BatchEntry(first.day(), first.seal(), first.posting(), first.kind(), first.reference(), first.reason(),
                    lines.subList(from, to).stream()
                            .map(line -> new BatchEntry.Line(line.line(), line.account(), line.amount(), line.sku(), line.location()))
                            .toList()));
        }
        return entries;
    }
}
