package entrepot.inventory.retail;

/**
 * A line of a file as it was read.
 *
 * @param file    from 0, in the order of their first dates
 * @param number  of the line in its file, from 1; the header is line 1
 * @param row     null exactly where it could not be read
 * @param problem why not, else null
 * @param text    the cells as they stand, kept only where it could not be read
 */
public record RetailLine(int file, long number, RetailRow row, String problem, String text) {

    static RetailLine read(int file, long number, RetailRow row) {
        return new RetailLine(file, number, row, null, null);
    }

    static RetailLine broken(int file, long number, String problem, String text) {
        return new RetailLine(file, number, null, problem, text);
    }

    public boolean isBroken() {
        return row == null;
    }
}
