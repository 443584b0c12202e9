package entrepot.bench.sweep;

import java.util.Collection;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** One JMH run of the methods of a class, measured in processor seconds of the whole process. */
public final class JmhRounds {

    private static final ToDoubleFunction<IterationResult> CPU = round -> round.getSecondaryResults().get(CpuClock.NAME).getScore();
    private static final ToDoubleFunction<IterationResult> WALL = round -> round.getPrimaryResult().getScore();

    private final Collection<RunResult> results;

    public JmhRounds(Class<?> methods, int rounds) throws RunnerException {
        results = new Runner(new OptionsBuilder()
                .include(methods.getName())
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(rounds)
                .measurementTime(TimeValue.seconds(2))
                .jvmArgs("-Xmx2g", "-XX:+UseSerialGC")
                .addProfiler(CpuClock.class)
                .shouldFailOnError(true)
                .build()).run();
    }

    /** The median of the processor seconds a call. */
    public double seconds(String method) {
        return median(sorted(method, CPU));
    }

    /** The median of the seconds a call took. */
    public double wallSeconds(String method) {
        return median(sorted(method, WALL));
    }

    /** The lowest and the highest so many {@code units} a call come to in a processor second. */
    public String range(double units, String method) {
        return range(units, sorted(method, CPU));
    }

    /** As above, in a second. */
    public String wallRange(double units, String method) {
        return range(units, sorted(method, WALL));
    }

    private static String range(double units, double[] seconds) {
        return String.format(Locale.ROOT, "%.2e–%.2e", units / seconds[seconds.length - 1], units / seconds[0]);
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private double[] sorted(String method, ToDoubleFunction<IterationResult> measure) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .flatMap(result -> result.getBenchmarkResults().stream())
                .map(BenchmarkResult::getIterationResults)
                .flatMap(Collection::stream)
                .mapToDouble(measure)
                .sorted()
                .toArray();
    }
}
