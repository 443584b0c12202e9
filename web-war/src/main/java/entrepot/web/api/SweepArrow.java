package entrepot.web.api;

import entrepot.trading.sweep.Axis;
import entrepot.trading.sweep.Chunk;
import entrepot.trading.sweep.Columns;
import entrepot.trading.sweep.Space;
import entrepot.trading.sweep.server.SweepReport;
import entrepot.trading.sweep.server.SweepView;
import entrepot.web.arrow.ArrowStream;
import entrepot.web.arrow.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** All cells of a sweep as columns, read chunk by chunk; gaps are left out. Sharpe ratios are a year's. */
final class SweepArrow {

    private final SweepView view;
    private final Space space;
    private final Column cell = Column.count("cell");
    private final List<Column> axes;
    private final Side inSample = new Side("in_sample");
    private final Side outOfSample = new Side("out_of_sample");

    private SweepArrow(SweepView view) {
        this.view = view;
        this.space = view.sweep().space();
        this.axes = space.axes().stream().map(axis -> axis.hasWords() ? Column.word(axis.name(), axis.choices()) : Column.number(axis.name())).toList();
    }

    /** What was made up to the split, or after it. */
    private static final class Side {
        private final Column gained;
        private final Column trades;
        private final Column sharpe;
        private final Column drawdown;

        private Side(String name) {
            gained = Column.number(name + "_return");
            trades = Column.count(name + "_trades");
            sharpe = Column.number(name + "_sharpe");
            drawdown = Column.number(name + "_drawdown");
        }

        private List<Column> columns() {
            return List.of(gained, trades, sharpe, drawdown);
        }

        private void set(Columns of, int row, double barsPerYear) {
            gained.set(of.netReturn()[row]);
            trades.set((long) of.trades()[row]);
            sharpe.set(of.sharpe()[row] * Math.sqrt(barsPerYear));
            drawdown.set(of.maxDrawdown()[row]);
        }
    }

    static void cells(SweepReport report, SweepView view, OutputStream out) throws IOException {
        SweepArrow cells = new SweepArrow(view);
        try (ArrowStream stream = new ArrowStream(out, cells.columns())) {
            report.each(view, (place, chunk, row) -> cells.cell(stream, place, chunk, row));
        }
    }

    private List<Column> columns() {
        List<Column> all = new ArrayList<>(List.of(cell));
        all.addAll(axes);
        all.addAll(inSample.columns());
        all.addAll(outOfSample.columns());
        return all;
    }

    private void cell(ArrowStream stream, long place, Chunk chunk, int row) {
        if (chunk.inSample().isGap(row)) {
            return;
        }
        cell.set(place);
        for (int axis = 0; axis < axes.size(); axis++) {
            double value = space.value(place, axis);
            Axis of = space.axes().get(axis);
            if (of.hasWords()) {
                axes.get(axis).set(of.label(value));
            } else {
                axes.get(axis).set(value);
            }
        }
        inSample.set(chunk.inSample(), row, view.result().summary().inSampleBarsPerYear());
        outOfSample.set(chunk.outOfSample(), row, view.result().summary().outOfSampleBarsPerYear());
        try {
            stream.endRow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
