package entrepot.trading.sweep.server;

import entrepot.platform.job.JobDesk;
import entrepot.trading.evidence.Trials;
import entrepot.trading.evidence.server.TrialLog;
import entrepot.trading.sweep.Chunk;
import entrepot.trading.sweep.HeatMap;
import entrepot.trading.sweep.Measure;
import entrepot.trading.sweep.Space;
import entrepot.trading.sweep.Sweep;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntToLongFunction;

/** What sweeps there are and what came of them. */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
public class SweepReport {

    @Inject
    private SweepTable table;

    @EJB
    private JobDesk jobs;

    @EJB
    private TrialLog trials;

    /** Sees cells in the order of their places, gaps too. */
    @FunctionalInterface
    public interface Visitor {
        void cell(long place, Chunk chunk, int row);
    }

    /** Newest first. @param symbol null for all; @param before a number, or {@code Long.MAX_VALUE} */
    public List<SweepView> list(String symbol, long before, int limit) {
        Map<List<String>, Trials> counted = new HashMap<>();
        return table.list(symbol, before, limit).stream().map(row -> view(row, counted)).toList();
    }

    public Optional<SweepView> find(UUID id) {
        return table.find(id).map(row -> view(row, new HashMap<>()));
    }

    private SweepView view(SweepRow row, Map<List<String>, Trials> counted) {
        SweepFigures result = table.result(row.number()).orElse(null);
        Sweep sweep = row.sweep();
        return new SweepView(row.number(), row.id(), sweep, jobs.find(row.jobId()).orElseThrow(), row.createdAt(), row.createdBy(), result,
                result == null ? null : counted.computeIfAbsent(sweep.basket() == null ? List.of(sweep.base().tried(), sweep.base().barWords()) : sweep.symbols(), tried ->
                        sweep.basket() == null ? trials.on(tried.get(0), result.summary().inSampleBarsPerYear()) : trials.onAny(tried)));
    }

    /** @param up axis from bottom to top, or -1; @param room fields that an axis may have */
    public HeatMap heatMap(SweepView view, Measure measure, int across, int up, int room) {
        HeatMap.Drawing drawing = new HeatMap.Drawing(view.sweep().space(), across, up, room);
        each(view, (place, chunk, row) -> drawing.add(place, measure.of(chunk, row)));
        return drawing.map();
    }

    /** All cells of a sweep that is through, chunk by chunk. */
    public void each(SweepView view, Visitor visitor) {
        Sweep sweep = view.sweep();
        Space space = sweep.space();
        IntToLongFunction places = sweep.search().places(space);
        int rows = sweep.pace().chunk();
        for (int number = 0; number < sweep.chunks(); number++) {
            Chunk chunk = Chunk.unpack(table.chunk(view.number(), number).orElseThrow());
            for (int row = 0; row < chunk.rows(); row++) {
                visitor.cell(places.applyAsLong(number * rows + row), chunk, row);
            }
        }
    }
}
