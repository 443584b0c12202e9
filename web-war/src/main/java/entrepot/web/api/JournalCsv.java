package entrepot.web.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import entrepot.inventory.journal.server.JournalFilter;
import entrepot.inventory.journal.server.JournalReport;
import entrepot.inventory.journal.server.JournalRow;
import entrepot.kernel.Money;
import entrepot.platform.csv.CsvCell;
import java.io.Writer;
import java.util.List;

/** The journal as RFC 4180, read part by part, so that any length needs the memory of one part. */
final class JournalCsv {

    private static final int PART = 1000;

    private final JournalReport journal;
    private final CsvWriter csv;

    JournalCsv(JournalReport journal, Writer out) {
        this.journal = journal;
        this.csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.CRLF).build(out);
    }

    void write(JournalFilter filter) {
        csv.writeRecord("business date", "posting", "line", "kind", "reference", "account", "account name", "debit", "credit",
                "sku", "location");
        List<JournalRow> rows = journal.lines(filter, null, PART);
        while (!rows.isEmpty()) {
            rows.forEach(this::line);
            rows = journal.lines(filter, rows.get(rows.size() - 1).key(), PART);
        }
    }

    private void line(JournalRow row) {
        csv.writeRecord(row.businessDate().toString(), row.posting().toString(), Integer.toString(row.line()), row.kind().name(),
                CsvCell.guarded(row.reference()), row.account(), CsvCell.guarded(row.accountName()), amount(row.debit()),
                amount(row.credit()), CsvCell.guarded(row.sku()), CsvCell.guarded(row.location()));
    }

    private static String amount(Money amount) {
        return amount == null ? null : amount.decimal().toPlainString();
    }
}
