package entrepot.trading.sweep;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;

/**
 * Which places of a space are tried: all, or so many drawn by lot.
 *
 * @param draws 0 for all of them
 * @param seed  the same one draws the same places; of no meaning where all are tried
 */
public record Search(int draws, long seed) {

    /** Places of a grid, or draws. */
    public static final int MOST = 2_000_000;
    public static final Search GRID = new Search(0, 0);

    public Search {
        if (draws < 0 || draws > MOST) {
            throw new IllegalArgumentException(draws + " draws, must be 0 to " + MOST);
        }
    }

    public boolean isGrid() {
        return draws == 0;
    }

    /** How many rows a sweep of it has. */
    public int rows(Space space) {
        return isGrid() ? Math.toIntExact(space.size()) : draws;
    }

    /**
     * From a row to the number of a place, rising. Draws are different cells, each as likely as any other.
     *
     * @throws IllegalArgumentException where a grid is larger than {@link #MOST}, or more than half of all cells are to be drawn
     */
    public IntToLongFunction places(Space space) {
        if (isGrid()) {
            if (space.size() > MOST) {
                throw new IllegalArgumentException("the grid has " + space.size() + " places, may have " + MOST);
            }
            return row -> row;
        }
        if (draws > space.cells() / 2) {
            throw new IllegalArgumentException(draws + " draws of " + space.cells() + " cells, may be half of them; try all instead");
        }
        long[] drawn = drawn(space);
        return row -> drawn[row];
    }

    private long[] drawn(Space space) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] drawn = new long[draws];
        int count = 0;
        while (count < draws) {
            for (int at = count; at < draws; at++) {
                drawn[at] = cell(space, random);
            }
            Arrays.sort(drawn);
            count = distinct(drawn);
        }
        return drawn;
    }

    private static long cell(Space space, SplittableRandom random) {
        long place = random.nextLong(space.size());
        while (!space.isCell(place)) {
            place = random.nextLong(space.size());
        }
        return place;
    }

    /** Moves the different ones of a sorted array to its front. @return how many */
    private static int distinct(long[] sorted) {
        int count = 1;
        for (int at = 1; at < sorted.length; at++) {
            if (sorted[at] != sorted[count - 1]) {
                sorted[count++] = sorted[at];
            }
        }
        return count;
    }

    public String words() {
        return isGrid() ? "grid" : "random draws=" + draws + " seed=" + seed;
    }
}
