package entrepot.web.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import entrepot.trading.comparison.CommonDays;
import entrepot.trading.comparison.Difference;
import entrepot.trading.comparison.server.Compared;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A comparison as RFC 4180; a field is empty where there is no number. */
final class ComparisonCsv {

    private ComparisonCsv() {}

    /** A line a day in common: what each was worth, begun at 1, and how far it was below its high. */
    static void days(Compared compared, OutputStream to) throws IOException {
        Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        CsvWriter csv = writer(out);
        List<String> head = new ArrayList<>(List.of("day"));
        compared.sheets().forEach(one -> head.addAll(List.of(one.id() + " worth", one.id() + " drawdown")));
        csv.writeRecord(head);
        CommonDays common = compared.found().common();
        for (int day = 0; day < common.size(); day++) {
            List<String> line = new ArrayList<>(List.of(ComparisonAnswer.day(common.days()[day]).toString()));
            for (int at = 0; at < compared.sheets().size(); at++) {
                line.add(text(common.worth()[at][day]));
                line.add(text(compared.found().drawdowns()[at][day]));
            }
            csv.writeRecord(line);
        }
        out.flush();
    }

    /** A line a pair. */
    static void differences(Compared compared, OutputStream to) throws IOException {
        Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        CsvWriter csv = writer(out);
        csv.writeRecord("one", "other", "correlation", "mean", "mean low", "mean high", "mean luck", "sharpe", "sharpe low", "sharpe high", "sharpe luck", "sharpe error");
        for (Difference pair : compared.found().differences()) {
            csv.writeRecord(compared.sheets().get(pair.one()).id().toString(), compared.sheets().get(pair.other()).id().toString(),
                    text(compared.found().correlation()[pair.one()][pair.other()]), text(pair.mean().value()), text(pair.mean().low()), text(pair.mean().high()),
                    text(pair.mean().luck()), text(pair.sharpe().value()), text(pair.sharpe().low()), text(pair.sharpe().high()), text(pair.sharpe().luck()), text(pair.error()));
        }
        out.flush();
    }

    private static CsvWriter writer(Writer out) {
        return CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.CRLF).build(out);
    }

    private static String text(double value) {
        BigDecimal decimal = BacktestAnswer.decimal(value);
        return decimal == null ? "" : decimal.toPlainString();
    }
}
