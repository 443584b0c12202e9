package entrepot.trading.sweep;

/**
 * The mean of a measure over the cells of each field of a grid of two axes. Where an axis has more values than there is room for,
 * neighbours share a field; over all other axes the mean is taken.
 *
 * @param across  axis from left to right, by its number
 * @param up      axis from bottom to top, or -1 for none
 * @param columns fields across
 * @param means   field by field, row by row from the bottom; not a number of one without cells that say something
 * @param cells   how many said something
 */
public record HeatMap(int across, int up, int columns, int rows, double[] means, int[] cells) {

    /** Adds cells in any order. */
    public static final class Drawing {
        private final Space space;
        private final int across;
        private final int up;
        private final int columns;
        private final int rows;
        private final double[] sums;
        private final int[] cells;

        /** @param up -1 for none; @param room fields that an axis may have */
        public Drawing(Space space, int across, int up, int room) {
            this.space = space;
            this.across = across;
            this.up = up;
            this.columns = fields(space, across, room);
            this.rows = fields(space, up, room);
            this.sums = new double[columns * rows];
            this.cells = new int[columns * rows];
        }

        public void add(long place, double value) {
            if (Double.isFinite(value)) {
                int field = field(place, up, rows) * columns + field(place, across, columns);
                sums[field] += value;
                cells[field]++;
            }
        }

        private int field(long place, int axis, int fields) {
            return axis < 0 ? 0 : (int) ((long) space.index(place, axis) * fields / space.count(axis));
        }

        public HeatMap map() {
            double[] means = new double[sums.length];
            for (int field = 0; field < means.length; field++) {
                means[field] = cells[field] == 0 ? Double.NaN : sums[field] / cells[field];
            }
            return new HeatMap(across, up, columns, rows, means, cells);
        }
    }

    private static int fields(Space space, int axis, int room) {
        return axis < 0 ? 1 : Math.min(room, space.count(axis));
    }

    /** The first value of a field. */
    public static double from(Axis axis, int fields, int field) {
        return axis.value(first(axis, fields, field));
    }

    /** The last value of a field. */
    public static double to(Axis axis, int fields, int field) {
        return axis.value(first(axis, fields, field + 1) - 1);
    }

    private static int first(Axis axis, int fields, int field) {
        return (int) (((long) field * axis.count() + fields - 1) / fields);
    }
}
