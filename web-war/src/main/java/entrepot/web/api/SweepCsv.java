package entrepot.web.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import entrepot.trading.sweep.Axis;
import entrepot.trading.sweep.Chunk;
import entrepot.trading.sweep.Columns;
import entrepot.trading.sweep.Space;
import entrepot.trading.sweep.server.SweepReport;
import entrepot.trading.sweep.server.SweepView;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** All cells of a sweep as RFC 4180, read chunk by chunk; gaps are left out. Sharpe ratios are a year's. */
final class SweepCsv {

    private final SweepReport report;
    private final SweepView view;
    private final Space space;
    private final Writer out;
    private final CsvWriter csv;

    SweepCsv(SweepReport report, SweepView view, OutputStream out) {
        this.report = report;
        this.view = view;
        this.space = view.sweep().space();
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.CRLF).build(this.out);
    }

    void cells() throws IOException {
        List<String> head = new ArrayList<>(List.of("cell"));
        space.axes().stream().map(Axis::name).forEach(head::add);
        for (String side : List.of("in sample", "out of sample")) {
            head.addAll(List.of(side + " return", side + " trades", side + " sharpe", side + " drawdown"));
        }
        csv.writeRecord(head);
        report.each(view, this::cell);
        out.flush();
    }

    private void cell(long place, Chunk chunk, int row) {
        if (chunk.inSample().isGap(row)) {
            return;
        }
        List<String> line = new ArrayList<>(List.of(Long.toString(place)));
        for (int axis = 0; axis < space.axes().size(); axis++) {
            double value = space.value(place, axis);
            line.add(space.axes().get(axis).hasWords() ? space.axes().get(axis).label(value) : decimal(value));
        }
        add(line, chunk.inSample(), row, view.result().summary().inSampleBarsPerYear());
        add(line, chunk.outOfSample(), row, view.result().summary().outOfSampleBarsPerYear());
        csv.writeRecord(line);
    }

    private static void add(List<String> line, Columns columns, int row, double barsPerYear) {
        line.add(decimal(columns.netReturn()[row]));
        line.add(Integer.toString(columns.trades()[row]));
        line.add(decimal(columns.sharpe()[row] * Math.sqrt(barsPerYear)));
        line.add(decimal(columns.maxDrawdown()[row]));
    }

    /** Empty where it is no number. */
    static String decimal(double value) {
        return Double.isFinite(value) ? BacktestAnswer.decimal(value).toPlainString() : "";
    }
}
