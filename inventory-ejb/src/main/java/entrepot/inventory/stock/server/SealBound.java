package entrepot.inventory.stock.server;

import entrepot.inventory.subtotal.server.Subtotals;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Which postings were sealed up to a seal, told from their numbers almost always: numbers are given in blocks, so that only
 * those between the bounds have to be looked up.
 *
 * @param below all postings with a smaller number were sealed by then
 * @param upTo  all with a greater number were not
 */
public record SealBound(long knownAt, long below, long upTo) {

    /** The condition on a row that has a posting. The bounds stand in the lookup too, or the database looks up every seal there is. */
    public static String sealed(String row) {
        return " AND " + row + ".posting_seq <= :upTo AND (" + row + ".posting_seq < :below OR EXISTS (SELECT 1 FROM seal s"
                + " WHERE s.posting_seq = " + row + ".posting_seq AND s.posting_seq BETWEEN :below AND :upTo AND s.number <= :knownAt))";
    }

    /** Of whole blocks of seals the least and the greatest posting are written down; the seals of the others are looked at. */
    public static SealBound of(Handle handle, long knownAt) {
        long written = Subtotals.written(handle);
        return handle.createQuery("SELECT :knownAt known_at,"
                        + " LEAST(COALESCE((SELECT MIN(first_seq) FROM subtotal_block WHERE block >= :later), :all),"
                        + " COALESCE((SELECT MIN(posting_seq) FROM seal WHERE number > :knownAt AND number <= :later * :size), :all),"
                        + " COALESCE((SELECT MIN(posting_seq) FROM seal WHERE number > GREATEST(:knownAt, :written * :size)), :all),"
                        + " COALESCE((SELECT MIN(posting_seq) FROM to_seal), :all)) below,"
                        + " GREATEST(COALESCE((SELECT last_seq FROM subtotal_block WHERE block = :blocks - 1), 0),"
                        + " COALESCE((SELECT MAX(posting_seq) FROM seal WHERE number > :blocks * :size AND number <= :knownAt), 0)) up_to")
                .bind("knownAt", knownAt)
                .bind("blocks", Math.min(written, knownAt / Subtotals.SIZE))
                .bind("later", (knownAt + Subtotals.SIZE - 1) / Subtotals.SIZE)
                .bind("written", written)
                .bind("size", Subtotals.SIZE)
                .bind("all", Long.MAX_VALUE)
                .mapTo(SealBound.class)
                .one();
    }

    public Query bind(Query query) {
        return query.bind("knownAt", knownAt).bind("below", below).bind("upTo", upTo);
    }
}
