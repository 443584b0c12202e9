package entrepot.bench.matching;

import java.util.Arrays;
import java.util.Locale;

/** Nanoseconds, sorted. */
record Times(long[] sorted) {

    static Times of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Times(sorted);
    }

    long at(double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }

    /** Cells of a table: p50, p99 and p99.9. */
    String cells() {
        return String.format(Locale.ROOT, "%,d ns | %,d ns | %,d ns", at(0.5), at(0.99), at(0.999));
    }
}
