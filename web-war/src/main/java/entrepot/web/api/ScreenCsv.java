package entrepot.web.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import entrepot.trading.screen.Answer;
import entrepot.trading.screen.Screen;
import entrepot.trading.screen.server.ScreenReport;
import entrepot.trading.screen.server.ScreenView;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** All answers of a run as RFC 4180, in their order. */
final class ScreenCsv {

    private ScreenCsv() {}

    static void rows(ScreenReport report, ScreenView view, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = TearSheetCsv.writer(text);
        List<String> head = new ArrayList<>(List.of("number", "symbol", "outcome", "reason", "rank", "ranked by"));
        view.saved().screen().columns().stream().map(Screen.Column::name).forEach(head::add);
        head.addAll(List.of("bars", "bars needed", "last day", "true in the year", "judged in the year", "data"));
        csv.writeRecord(head);
        report.each(view.run().number(), answer -> csv.writeRecord(cells(view, answer)));
        text.flush();
    }

    private static List<String> cells(ScreenView view, Answer answer) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(answer.number()), answer.symbol(), answer.outcome().name(),
                Objects.toString(answer.reason(), ""), answer.outcome() == Answer.Outcome.PASSED ? Integer.toString(answer.number()) : "",
                SweepCsv.decimal(answer.ranked())));
        answer.columns().forEach(column -> cells.add(SweepCsv.decimal(column)));
        cells.addAll(List.of(Integer.toString(answer.bars()), Integer.toString(view.result().summary().needed()), Objects.toString(answer.lastDay(), ""),
                Integer.toString(answer.yearTrue()), Integer.toString(answer.yearJudged()), answer.dataHash()));
        return cells;
    }
}
