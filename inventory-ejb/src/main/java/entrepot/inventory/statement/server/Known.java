package entrepot.inventory.statement.server;

import entrepot.inventory.stock.server.SealBound;
import org.jdbi.v3.core.statement.Query;

/** SQL that the statements share: up to which seal the book is known, and of which goods. */
final class Known {

    /** Of the tables item i, category c and location l. */
    static final String FILTER = " (:sku IS NULL OR i.sku = :sku) AND (:category IS NULL OR c.code = :category)"
            + " AND (:location IS NULL OR l.code = :location)";
    static final String NAMES = " JOIN item i ON i.id = x.item_id JOIN location q ON q.id = x.location_id JOIN location l ON l.id = q.site_id"
            + " LEFT JOIN category c ON c.id = i.category_id WHERE" + FILTER;

    /** The kind of a movement, or of the one that it corrects or undoes. */
    static final String KIND = "COALESCE(sm.kind, ro.kind, m.kind)";
    static final String KIND_FROM = " LEFT JOIN movement sm ON m.basis IN ('CORRECTED', 'RECOUNTED') AND sm.id = m.source_movement_id"
            + " LEFT JOIN posting rp ON m.kind = 'REVERSAL' AND rp.seq = m.posting_seq LEFT JOIN posting ro ON ro.seq = rp.reverses_seq";

    private Known() {}

    /** Stands where a join may. @param row that has a posting */
    static String at(Long seal, String row) {
        return seal == null ? "" : " JOIN (SELECT 1) known_at ON TRUE" + SealBound.sealed(row);
    }

    static Query seal(Query query, StatementFilter filter) {
        return filter.knownAt() == null ? query : SealBound.of(query.getHandle(), filter.knownAt()).bind(query);
    }

    static Query period(Query query, StatementFilter filter) {
        return seal(query, filter).bind("from", filter.from()).bind("to", filter.to());
    }

    static Query goods(Query query, StatementFilter filter) {
        return query.bind("sku", filter.sku()).bind("category", filter.category()).bind("location", filter.location());
    }
}
