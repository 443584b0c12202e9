package entrepot.trading.tearsheet;

import java.util.stream.IntStream;

/** Which points of a long line are drawn where there are more of them than a drawing has columns: no peak is lost. */
public final class Thinning {

    private Thinning() {}

    /**
     * Of each column the first, the lowest, the highest and the last point, in order; of a column with not a number there is its first point too.
     *
     * @return places of the points kept: all, where there are no more than {@code columns}
     */
    public static int[] keep(double[] values, int columns) {
        if (values.length <= columns) {
            return IntStream.range(0, values.length).toArray();
        }
        return IntStream.range(0, columns)
                .flatMap(column -> column(values, (int) ((long) column * values.length / columns), (int) ((column + 1L) * values.length / columns)))
                .toArray();
    }

    private static IntStream column(double[] values, int from, int to) {
        int lowest = from;
        int highest = from;
        int missing = from;
        for (int at = from; at < to; at++) {
            lowest = values[at] < values[lowest] || Double.isNaN(values[lowest]) ? at : lowest;
            highest = values[at] > values[highest] || Double.isNaN(values[highest]) ? at : highest;
            missing = Double.isNaN(values[at]) && !Double.isNaN(values[missing]) ? at : missing;
        }
        return IntStream.of(from, lowest, highest, missing, to - 1).sorted().distinct();
    }
}
