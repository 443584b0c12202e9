package entrepot.inventory.retail;

/**
 * A line and what becomes of it. A return is unmatched until its sale is found.
 *
 * @param repeats equal in every cell to an earlier row of its day
 */
public record SortedRow(RetailLine line, Fate fate, boolean repeats) {

    public RetailRow row() {
        return line.row();
    }

    /** Why it was not posted, in words. */
    public String reason() {
        return line.isBroken() ? line.problem() : fate.meaning();
    }

    /** The row as it stood in the file. */
    public String text() {
        return line.isBroken() ? line.text() : row().text();
    }
}
