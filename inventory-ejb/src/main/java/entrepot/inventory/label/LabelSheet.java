package entrepot.inventory.label;

/**
 * A sheet of labels by the number its makers print on the box. All lengths are hundredths of a millimetre.
 *
 * @param left   from the edge of the paper to the first label
 * @param across from the left of a label to the left of the next
 * @param down   from the top of a label to the top of the one below
 * @see "Avery Zweckform and Avery US, measures of their templates"
 */
public enum LabelSheet {

    L7159(21000, 29700, 3, 8, 6350, 3390, 720, 1290, 6604, 3390),
    L7160(21000, 29700, 3, 7, 6350, 3810, 720, 1515, 6604, 3810),
    L7163(21000, 29700, 2, 7, 9910, 3810, 465, 1515, 10160, 3810),
    L7651(21000, 29700, 5, 13, 3810, 2120, 475, 1070, 4060, 2120),
    A3474(21000, 29700, 3, 8, 7000, 3700, 0, 50, 7000, 3700),
    A5160(21590, 27940, 3, 10, 6668, 2540, 478, 1270, 6985, 2540);

    private final int pageWidth;
    private final int pageHeight;
    private final int columns;
    private final int rows;
    private final int width;
    private final int height;
    private final int left;
    private final int top;
    private final int across;
    private final int down;

    LabelSheet(int pageWidth, int pageHeight, int columns, int rows, int width, int height, int left, int top, int across, int down) {
        this.pageWidth = pageWidth;
        this.pageHeight = pageHeight;
        this.columns = columns;
        this.rows = rows;
        this.width = width;
        this.height = height;
        this.left = left;
        this.top = top;
        this.across = across;
        this.down = down;
    }

    /** How many labels are on it. */
    public int size() {
        return columns * rows;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    public int pageWidth() {
        return pageWidth;
    }

    public int pageHeight() {
        return pageHeight;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** From the left of the paper to a label. @param place from 0, row by row */
    public int left(int place) {
        return left + place % columns * across;
    }

    /** From the top of the paper to a label. */
    public int top(int place) {
        return top + place / columns * down;
    }
}
