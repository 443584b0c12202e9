package entrepot.web.page;

/**
 * A line of a form that is filled by scanning, as it stands in its fields.
 *
 * @param row     names its fields; never that of another line on the page
 * @param amount  what one unit costs, or is sold for
 * @param receipt what it goes back to, as {@code posting/line}; or empty
 */
public record ScannedLine(long row, String sku, String name, String unit, String quantity, String amount, String receipt) {

    ScannedLine with(String other) {
        return new ScannedLine(row, sku, name, unit, other, amount, receipt);
    }
}
