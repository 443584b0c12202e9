package entrepot.web.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import entrepot.trading.playback.Playback;
import entrepot.trading.strategy.Sight;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** All steps of a backtest as RFC 4180, a line a bar; what the strategy looked at stands in the columns behind, each under its own text. */
final class StepsCsv {

    private StepsCsv() {}

    static void write(Playback playback, OutputStream to) throws IOException {
        Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        CsvWriter csv = TearSheetCsv.writer(out);
        List<String> head = new ArrayList<>(List.of("number", "at", "open", "high", "low", "close", "volume", "wanted", "changed", "standing", "fills", "units", "cash",
                "equity", "drawdown", "open profit"));
        playback.sights().forEach(one -> head.add(name(one)));
        csv.writeRecord(head);
        for (int bar = 0; bar < playback.steps().size(); bar++) {
            StepsAnswer.Step step = StepsAnswer.step(playback, bar);
            List<String> line = new ArrayList<>(List.of(Integer.toString(step.number()), step.at().toString(), text(step.open()), text(step.high()), text(step.low()),
                    text(step.close()), text(step.volume()), step.decision() == null ? "" : Integer.toString(step.decision().wanted()),
                    step.decision() == null ? "" : Boolean.toString(step.decision().changed()), Integer.toString(step.standing().size()), Integer.toString(step.fills().size()),
                    text(step.units()), text(step.cash()), text(step.equity()), text(step.drawdown()), text(step.openProfit())));
            step.values().forEach(value -> line.add(text(value)));
            csv.writeRecord(line);
        }
        out.flush();
    }

    private static String name(Sight sight) {
        return sight.rule() == null ? sight.text() : sight.rule() + ": " + sight.text();
    }

    private static String text(BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
