package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Receipt;
import entrepot.kernel.Money;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads from the ledger what was answered when a posting was made; later restatements do not change it. */
@ApplicationScoped
public class ReceiptReader {

    @Inject
    private CompanyFile companies;

    record Row(long seq, byte[] id, Integer lineNo, Long movement, Long amount) {}

    Map<Long, Receipt> read(Handle handle, Collection<Long> postings) {
        List<Long> numbers = postings.stream().filter(Objects::nonNull).distinct().toList();
        if (numbers.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Row>> rows = new HashMap<>();
        handle.createQuery("SELECT p.seq, p.id, m.line_no, m.id movement, v.amount FROM posting p"
                        + " LEFT JOIN movement m ON m.posting_seq = p.seq"
                        + " LEFT JOIN value_entry v ON v.movement_id = m.id AND v.posting_seq = p.seq AND v.kind = 'DIRECT'"
                        + " WHERE p.seq IN (<numbers>) ORDER BY p.seq, m.line_no, m.id")
                .bindList("numbers", numbers)
                .mapTo(Row.class)
                .forEach(row -> rows.computeIfAbsent(row.seq(), seq -> new ArrayList<>()).add(row));
        Map<Long, Receipt> receipts = new HashMap<>();
        rows.forEach((seq, lines) -> receipts.put(seq, receipt(seq, lines)));
        return receipts;
    }

    private Receipt receipt(long seq, List<Row> rows) {
        Currency currency = companies.company().currency();
        UUID id = Rows.uuid(rows.get(0).id());
        long cost = 0;
        var lines = new ArrayList<Receipt.Line>();
        for (Row row : rows) {
            long amount = row.amount() == null ? 0 : row.amount();
            cost -= amount;
            if (row.lineNo() != null && lines.size() == row.lineNo()) {
                lines.add(new Receipt.Line(row.lineNo(), row.movement(), new Money(-amount, currency)));
            }
        }
        return new Receipt(id, seq, new Money(cost, currency), lines);
    }
}
