package entrepot.inventory.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import entrepot.kernel.Money;
import entrepot.platform.csv.CsvCell;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;

/** RFC 4180, one line a line. A text that a spreadsheet would take for a formula has an apostrophe before it. */
final class CsvJournal implements JournalFormat {

    private String batch;

    @Override
    public String head(BatchHead head, List<ChartLine> chart) {
        batch = Long.toString(head.number());
        return written(csv -> csv.writeRecord("batch", "seal", "business date", "posting", "line", "kind", "reference", "reason",
                "account", "debit", "credit", "sku", "location"));
    }

    @Override
    public String entry(BatchEntry entry) {
        return written(csv -> entry.lines().forEach(line -> csv.writeRecord(
                batch, Long.toString(entry.seal()), entry.day().toString(), entry.posting().toString(),
                Integer.toString(line.number()), entry.kind().name(), CsvCell.guarded(entry.reference()),
                CsvCell.guarded(entry.reason()), line.account(), side(line.amount(), 1), side(line.amount(), -1),
                CsvCell.guarded(line.sku()), CsvCell.guarded(line.location()))));
    }

    private static String side(Money amount, int sign) {
        return Long.signum(amount.minor()) == sign ? amount.decimal().abs().toPlainString() : null;
    }

    private static String written(Consumer<CsvWriter> lines) {
        StringWriter text = new StringWriter();
        lines.accept(CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.CRLF).build(text));
        return text.toString();
    }
}
