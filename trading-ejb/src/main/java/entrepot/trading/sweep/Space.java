package entrepot.trading.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All combinations of some axes, numbered from 0; the last axis goes round first.
 *
 * @param rising whether the value on the first axis must be below the one on the second, as the periods of a crossover; other
 *               places are gaps
 */
public final class Space {

    /** So that every number of a place is exact and none overflows. */
    public static final long MOST_PLACES = 1L << 52;
    private static final int DIAGONAL_AXES = 3;

    private final List<Axis> axes;
    private final boolean rising;
    private final int[] counts;
    private final double[][] values;
    private final long size;

    public Space(List<Axis> axes, boolean rising) {
        if (axes.isEmpty() || rising && axes.size() < 2) {
            throw new IllegalArgumentException("axes are " + axes + ", must be 1 or more, and two or more where they rise");
        }
        this.axes = List.copyOf(axes);
        this.rising = rising;
        this.counts = axes.stream().mapToInt(Axis::count).toArray();
        this.values = axes.stream().map(axis -> IntStream.range(0, axis.count()).mapToDouble(axis::value).toArray()).toArray(double[][]::new);
        this.size = size(axes);
    }

    /** @throws IllegalArgumentException where there are more than {@link #MOST_PLACES} */
    public static long size(List<Axis> axes) {
        long size = 1;
        for (Axis axis : axes) {
            if (size > MOST_PLACES / axis.count()) {
                throw new IllegalArgumentException("the axes have more than " + MOST_PLACES + " combinations");
            }
            size *= axis.count();
        }
        return size;
    }

    public List<Axis> axes() {
        return axes;
    }

    /** Places, gaps included. */
    public long size() {
        return size;
    }

    /** Places that are no gaps. */
    public long cells() {
        if (!rising) {
            return size;
        }
        long cells = 0;
        for (double first : values[0]) {
            int found = Arrays.binarySearch(values[1], first);
            cells += counts[1] - (found >= 0 ? found + 1 : -found - 1);
        }
        for (int axis = 2; axis < counts.length; axis++) {
            cells *= counts[axis];
        }
        return cells;
    }

    public boolean isCell(long place) {
        return !rising || values[0][index(place, 0)] < values[1][index(place, 1)];
    }

    /** Values of an axis. */
    public int count(int axis) {
        return counts[axis];
    }

    /** Which value of an axis, from 0. */
    public int index(long place, int axis) {
        long rest = place;
        for (int after = counts.length - 1; after > axis; after--) {
            rest /= counts[after];
        }
        return (int) (rest % counts[axis]);
    }

    public double value(long place, int axis) {
        return values[axis][index(place, axis)];
    }

    /** In the order of the axes. */
    public double[] values(long place) {
        return IntStream.range(0, counts.length).mapToDouble(axis -> value(place, axis)).toArray();
    }

    /** Number of the place with these values of the axes, each from 0. */
    public long place(int... indexes) {
        long place = 0;
        for (int axis = 0; axis < counts.length; axis++) {
            place = place * counts[axis] + indexes[axis];
        }
        return place;
    }

    /** Cells one step away: on all axes at once up to three axes, on one alone where there are more. */
    public List<Long> neighbours(long place) {
        int[] here = IntStream.range(0, counts.length).map(axis -> index(place, axis)).toArray();
        List<Long> found = new ArrayList<>();
        if (counts.length <= DIAGONAL_AXES) {
            step(here.clone(), 0, found);
        } else {
            for (int axis = 0; axis < counts.length; axis++) {
                for (int by = -1; by <= 1; by += 2) {
                    int[] there = here.clone();
                    there[axis] += by;
                    add(there, found);
                }
            }
        }
        found.remove(place);
        return found;
    }

    private void step(int[] there, int axis, List<Long> found) {
        if (axis == counts.length) {
            add(there, found);
            return;
        }
        int middle = there[axis];
        for (int by = -1; by <= 1; by++) {
            there[axis] = middle + by;
            step(there, axis + 1, found);
        }
        there[axis] = middle;
    }

    private void add(int[] there, List<Long> found) {
        for (int axis = 0; axis < counts.length; axis++) {
            if (there[axis] < 0 || there[axis] >= counts[axis]) {
                return;
            }
        }
        long place = place(there);
        if (isCell(place)) {
            found.add(place);
        }
    }
}
