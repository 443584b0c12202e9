package entrepot.bench;

import java.util.List;

/** Times in milliseconds, and what stands for several of them. */
final class Timed {

    private Timed() {}

    static double of(Runnable act) {
        long begun = System.nanoTime();
        act.run();
        return (System.nanoTime() - begun) / 1e6;
    }

    static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
