package entrepot.web.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import entrepot.trading.comparison.CommonDays;
import entrepot.trading.comparison.Difference;
import entrepot.trading.comparison.server.Compared;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A comparison as RFC 4180; a field is empty where there is no number. */
final class ComparisonCsv {

    private ComparisonCsv() {}

    /** A line a day in common: what each was worth, begun at 1, and how far it was below its high. */
    static void days(Compared compared, OutputStream to) throws IOException {
        Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        CsvWriter csv = TearSheetCsv.writer(out);
        List<String> head = new ArrayList<>(List.of("day"));
        compared.sheets().forEach(one -> head.addAll(List.of(one.id() + " worth", one.id() + " drawdown")));
        csv.writeRecord(head);
        CommonDays common = compared.found().common();
        for (int day = 0; day < common.size(); day++) {
            List<String> line = new ArrayList<>(List.of(ComparisonAnswer.day(common.days()[day]).toString()));
            for (int at = 0; at < compared.sheets().size(); at++) {
                line.add(TearSheetCsv.text(common.worth()[at][day]));
                line.add(TearSheetCsv.text(compared.found().drawdowns()[at][day]));
            }
            csv.writeRecord(line);
        }
        out.flush();
    }

    /** A line a pair. */
    static void differences(Compared compared, OutputStream to) throws IOException {
        Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        CsvWriter csv = TearSheetCsv.writer(out);
        csv.writeRecord("one", "other", "correlation", "mean", "mean low", "mean high", "mean luck", "sharpe", "sharpe low", "sharpe high", "sharpe luck", "sharpe error");
        for (Difference pair : compared.found().differences()) {
            csv.writeRecord(compared.sheets().get(pair.one()).id().toString(), compared.sheets().get(pair.other()).id().toString(),
                    TearSheetCsv.text(compared.found().correlation()[pair.one()][pair.other()]), TearSheetCsv.text(pair.mean().value()), TearSheetCsv.text(pair.mean().low()), TearSheetCsv.text(pair.mean().high()),
                    TearSheetCsv.text(pair.mean().luck()), TearSheetCsv.text(pair.sharpe().value()), TearSheetCsv.text(pair.sharpe().low()), TearSheetCsv.text(pair.sharpe().high()), TearSheetCsv.text(pair.sharpe().luck()), TearSheetCsv.text(pair.error()));
        }
        out.flush();
    }
}
