package entrepot.inventory.subtotal.server;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The value entries and journal lines that are known, as few rows that add up to the same: subtotals of whole blocks, and
 * what was sealed after them, or waits for its seal, row by row.
 *
 * @param blocks  that many of the first are read as subtotals
 * @param knownAt a seal, or null: all that is posted
 */
public record Subtotals(long blocks, Long knownAt) {

    /** Seals in a block. */
    public static final int SIZE = 1024;

    private static final String ROWS = "(SELECT %1$s, t.business_date, t.amount FROM %2$s t WHERE t.block < :blocks"
            + " UNION ALL SELECT %1$s, t.business_date, t.amount FROM seal s STRAIGHT_JOIN %3$s ON t.posting_seq = s.posting_seq"
            + " WHERE s.number > :blocks * " + SIZE + "%4$s)";

    public static Subtotals of(Handle handle, Long knownAt) {
        long written = written(handle);
        return new Subtotals(knownAt == null ? written : Math.min(written, knownAt / SIZE), knownAt);
    }

    /** How many blocks have subtotals: all that are full, but for a second or two. */
    public static long written(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(block) + 1, 0) FROM subtotal_block").mapTo(long.class).one();
    }

    /** A table of location_id, business_date and amount. */
    public String values() {
        return rows("t.location_id", "value_subtotal", "value_entry t FORCE INDEX (value_entry_posting)");
    }

    /** A table of account_code, business_date and amount. */
    public String journal() {
        return rows("t.account_code", "journal_subtotal", "journal_line t");
    }

    private String rows(String key, String subtotals, String entries) {
        return ROWS.formatted(key, subtotals, entries, knownAt != null ? " AND s.number <= :knownAt" : " UNION ALL SELECT " + key
                + ", t.business_date, t.amount FROM to_seal s STRAIGHT_JOIN " + entries + " ON t.posting_seq = s.posting_seq");
    }

    public Query bind(Query query) {
        Query bound = query.bind("blocks", blocks);
        return knownAt == null ? bound : bound.bind("knownAt", knownAt);
    }
}
