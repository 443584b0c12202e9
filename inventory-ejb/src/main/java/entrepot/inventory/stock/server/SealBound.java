package entrepot.inventory.stock.server;

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

    public static SealBound of(Handle handle, long knownAt) {
        return handle.createQuery("SELECT :knownAt known_at,"
                        + " LEAST(COALESCE((SELECT posting_seq FROM seal WHERE number > :knownAt ORDER BY posting_seq LIMIT 1), :all),"
                        + " COALESCE((SELECT MIN(posting_seq) FROM to_seal), :all)) below,"
                        + " COALESCE((SELECT posting_seq FROM seal WHERE number <= :knownAt ORDER BY posting_seq DESC LIMIT 1), 0) up_to")
                .bind("knownAt", knownAt)
                .bind("all", Long.MAX_VALUE)
                .mapTo(SealBound.class)
                .one();
    }

    /** No bounds: each posting is looked up, which is cheaper where few rows are asked for. */
    static SealBound lookedUp(long knownAt) {
        return new SealBound(knownAt, 0, Long.MAX_VALUE);
    }

    public Query bind(Query query) {
        return query.bind("knownAt", knownAt).bind("below", below).bind("upTo", upTo);
    }
}
