package entrepot.inventory.subtotal.server;

import entrepot.platform.sql.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The subtotals of one block: written once it is full, made again, or held against the book. */
@Stateless
@DenyAll
public class SubtotalTransaction {

    private static final String SEALS = " WHERE s.number BETWEEN :block * " + Subtotals.SIZE + " + 1 AND :block * " + Subtotals.SIZE + " + " + Subtotals.SIZE;

    private static final String VALUES = "SELECT e.location_id, e.business_date, SUM(e.amount) amount FROM seal s STRAIGHT_JOIN value_entry e"
            + " FORCE INDEX (value_entry_posting) ON e.posting_seq = s.posting_seq" + SEALS + " GROUP BY e.location_id, e.business_date";

    private static final String JOURNAL = "SELECT e.account_code, e.business_date, SUM(e.amount) amount FROM seal s STRAIGHT_JOIN journal_line e"
            + " ON e.posting_seq = s.posting_seq" + SEALS + " GROUP BY e.account_code, e.business_date";

    private static final String TEXT = "SELECT CONCAT('value at ', location_id, ' of ', business_date, ' ', amount) text FROM %s"
            + " UNION ALL SELECT CONCAT('account ', account_code, ' of ', business_date, ' ', amount) FROM %s ORDER BY 1";

    private static final String STORED = TEXT.formatted("value_subtotal WHERE block = :block", "journal_subtotal WHERE block = :block");
    private static final String MADE = TEXT.formatted("(" + VALUES + ") v", "(" + JOURNAL + ") j");

    @Inject
    private Database database;

    /** Lines of text, in their order. @param made from the book as it is now */
    public record Compared(List<String> stored, List<String> made) {

        public boolean identical() {
            return stored.equals(made);
        }
    }

    /** Writes those of the next block. @return false where it is not full yet */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean next() {
        return database.jdbi().withHandle(handle -> {
            long block = Subtotals.written(handle);
            boolean full = handle.createQuery("SELECT EXISTS (SELECT 1 FROM seal WHERE number = (:block + 1) * " + Subtotals.SIZE + ")")
                    .bind("block", block).mapTo(boolean.class).one();
            if (full) {
                insert(handle, block, "subtotal_block (block, first_seq, last_seq) SELECT :block, MIN(s.posting_seq), GREATEST(MAX(s.posting_seq),"
                        + " COALESCE((SELECT MAX(b.last_seq) FROM subtotal_block b WHERE b.block = :block - 1), 0)) FROM seal s" + SEALS);
                write(handle, block);
            }
            return full;
        });
    }

    /** Makes those of a block again. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Compared again(long block) {
        return database.jdbi().withHandle(handle -> {
            List<String> before = lines(handle, STORED, block);
            handle.createUpdate("DELETE FROM value_subtotal WHERE block = :block").bind("block", block).execute();
            handle.createUpdate("DELETE FROM journal_subtotal WHERE block = :block").bind("block", block).execute();
            write(handle, block);
            return new Compared(before, lines(handle, STORED, block));
        });
    }

    @PermitAll
    public Compared compared(long block) {
        return database.jdbi().withHandle(handle -> new Compared(lines(handle, STORED, block), lines(handle, MADE, block)));
    }

    /** How many blocks have subtotals. */
    @PermitAll
    public long written() {
        return database.jdbi().withHandle(Subtotals::written);
    }

    private static void write(Handle handle, long block) {
        insert(handle, block, "value_subtotal (block, location_id, business_date, amount) SELECT :block, v.* FROM (" + VALUES + ") v");
        insert(handle, block, "journal_subtotal (block, account_code, business_date, amount) SELECT :block, j.* FROM (" + JOURNAL + ") j");
    }

    private static void insert(Handle handle, long block, String rows) {
        handle.createUpdate("INSERT INTO " + rows).bind("block", block).execute();
    }

    private static List<String> lines(Handle handle, String sql, long block) {
        return handle.createQuery(sql).bind("block", block).mapTo(String.class).list();
    }
}
