package entrepot.trading.sweep;

import entrepot.platform.idempotency.Fingerprint;
import entrepot.trading.backtest.Stretch;
import entrepot.trading.evidence.Moments;
import entrepot.trading.evidence.MonthlyReturns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Reads the chunks of a sweep in their order and says what they come to, in the memory of one chunk. */
public final class Scan {

    private static final int BEST = 50;
    private static final double AGREES = 1e-9;

    private final SweepRun run;
    private final Pace pace;
    private final MessageDigest digest = Fingerprint.digest();
    private final Best best = new Best(BEST);
    private final Spread sharpes = new Spread();
    private final List<Long> compared = new ArrayList<>();
    private int next;
    private long cells;

    public Scan(Sweep sweep, SweepRun run, String dataHash) {
        this.run = run;
        this.pace = sweep.pace();
        digest.update((sweep.words() + sweep.terms().words() + dataHash).getBytes(StandardCharsets.UTF_8));
    }

    /** The next chunk as it was kept. */
    public void add(byte[] packed) {
        digest.update(packed);
        Chunk chunk = Chunk.unpack(packed);
        int apart = Math.max(1, run.rows() / pace.compared());
        for (int row = 0; row < chunk.rows(); row++) {
            long place = run.place(next, row);
            best.add(place, chunk, row);
            cells += chunk.inSample().isGap(row) ? 0 : 1;
            if (!Double.isNaN(chunk.inSample().sharpe()[row])) {
                sharpes.add(chunk.inSample().sharpe()[row]);
                if ((next * pace.chunk() + row) / apart >= compared.size() && compared.size() < pace.compared()) {
                    compared.add(place);
                }
            }
        }
        next++;
    }

    /** SHA-256 over the question, the bars and all chunks: the same sweep has the same, however often it was stopped. */
    public String resultHash() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** @param walked null where it was not asked; @throws IllegalStateException where the chosen cell, run again bar by bar, is not what its columns say */
    public Summary summary(WalkForward.Walked walked) {
        List<Best.Cell> found = best.inOrder();
        Best.Cell chosen = found.isEmpty() ? null : found.get(0);
        if (chosen != null) {
            check(chosen);
        }
        Cells all = run.cells();
        List<CellRun> some = compared.stream().map(run::inSample).toList();
        CellRun before = chosen == null ? null : run.inSample(chosen.place());
        long[] times = all.times();
        int last = times.length - 1;
        return new Summary(cells, sharpes.count(), sharpes.mean(), sharpes.variance(), together(some), found,
                chosen == null ? null : stability(chosen.place()), chosen == null ? null : Moments.of(before.returns(0)),
                chosen == null ? null : Moments.of(run.whole(chosen.place()).returns(run.cells().split())), all.inSampleBarsPerYear(), all.outOfSampleBarsPerYear(),
                all.split() + 1, last - all.split(), times[0], times[all.split()], times[last], walked, chosen == null ? null : compared(some, chosen.place(), before));
    }

    private void check(Best.Cell chosen) {
        List<Stretch> again = run.replay(chosen.place());
        if (!agree(chosen.inSample(), again.get(0)) || !agree(chosen.outOfSample(), again.get(1))) {
            throw new IllegalStateException("cell " + chosen.place() + " is " + chosen.inSample() + " and " + chosen.outOfSample()
                    + " in the sweep, but " + again + " when it is run bar by bar");
        }
    }

    private static boolean agree(Stretch one, Stretch other) {
        return one.trades() == other.trades() && (Double.isNaN(one.netReturn()) && Double.isNaN(other.netReturn())
                || Math.abs(one.netReturn() - other.netReturn()) <= AGREES * (1 + Math.abs(other.netReturn())));
    }

    private Summary.Stability stability(long chosen) {
        List<List<Stretch>> around = run.space().neighbours(chosen).stream().map(run::replay)
                .filter(found -> !found.isEmpty() && !Double.isNaN(found.get(0).sharpe())).toList();
        double[] before = around.stream().mapToDouble(found -> found.get(0).sharpe()).sorted().toArray();
        double[] afterwards = around.stream().mapToDouble(found -> found.get(1).sharpe()).filter(one -> !Double.isNaN(one)).sorted().toArray();
        return new Summary.Stability(before.length, median(before), before.length == 0 ? Double.NaN : before[0], median(afterwards));
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length == 0 ? Double.NaN : sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private Compared compared(List<CellRun> some, long chosen, CellRun before) {
        Stream<CellRun> all = compared.contains(chosen) ? some.stream() : Stream.concat(some.stream(), Stream.of(before));
        return Compared.of(all.map(cell -> cell.returns(0)).toList());
    }

    /** Of monthly returns up to the split, over all pairs; pairs that cannot be compared are left out. */
    private static double together(List<CellRun> some) {
        List<MonthlyReturns> months = some.stream().map(CellRun::months).toList();
        Spread pairs = new Spread();
        for (int one = 0; one < months.size(); one++) {
            for (int other = 0; other < one; other++) {
                double correlation = months.get(one).correlation(months.get(other));
                if (!Double.isNaN(correlation)) {
                    pairs.add(correlation);
                }
            }
        }
        return pairs.count() == 0 ? 0 : Math.max(0, Math.min(1, pairs.mean()));
    }
}
