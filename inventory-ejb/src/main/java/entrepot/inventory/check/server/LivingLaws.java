package entrepot.inventory.check.server;

import entrepot.inventory.check.ProofLaw;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The laws, asked of some postings or items: each one statement, so that it sees one moment of a living book. An answer
 * has one row or more for each subject, with how many rows of the book are behind it and, where the law is broken, how.
 */
@ApplicationScoped
public class LivingLaws {

    private static final String INVENTORY_ACCOUNTS = "(SELECT account_code FROM account_role WHERE role = 'INVENTORY')";

    private static final String MAY_BE_BELOW = "(SELECT COALESCE(o.below_zero, r.below_zero) FROM cost_policy r JOIN (item i LEFT JOIN"
            + " cost_policy o ON o.category_id = i.category_id) ON i.id = p.item_id WHERE r.category_id = 0)";

    /** Movements are summed up for all pools at once, not read again for each where they are taken for few. */
    private static final String WITHOUT_SPLIT = "SET STATEMENT optimizer_switch = 'split_materialized=off' FOR ";

    private static final Map<ProofLaw, String> SQL = new EnumMap<>(Map.of(
            ProofLaw.LOTS, LotLaw.SQL,
            ProofLaw.PIECES,
            "SELECT p.item_id subject, SUM(p.seen) seen, IF(SUM(p.moved) <> SUM(p.held) OR SUM(p.held) < 0 AND NOT " + MAY_BE_BELOW
                    + ", CONCAT('at ', (SELECT code FROM location WHERE id = p.location_id), ': ', SUM(p.held), ' pieces, movements ',"
                    + " SUM(p.moved)), NULL) text FROM (SELECT m.item_id, m.location_id, COALESCE(m.lot_id, 0) lot_id, COUNT(*) seen,"
                    + " COALESCE(SUM(m.pieces), 0) moved, 0 held FROM item i JOIN movement m ON m.item_id = i.id WHERE i.id IN (<keys>)"
                    + " AND i.piece_size IS NOT NULL GROUP BY m.item_id, m.location_id, m.lot_id"
                    + " UNION ALL SELECT item_id, location_id, lot_id, 1, 0, pieces FROM piece_stock WHERE item_id IN (<keys>)) p"
                    + " GROUP BY p.item_id, p.location_id, p.lot_id",
            ProofLaw.JOURNAL,
            "SELECT posting_seq subject, COUNT(*) seen, IF(SUM(amount) <> 0, CONCAT('out of balance by ', SUM(amount),"
                    + " ' minor units'), NULL) text FROM journal_line WHERE posting_seq IN (<keys>) GROUP BY posting_seq",
            ProofLaw.INVENTORY,
            "SELECT posting_seq subject, SUM(seen) seen, IF(SUM(account) <> SUM(entries), CONCAT('inventory accounts ', SUM(account),"
                    + " ', value entries ', SUM(entries), ' minor units'), NULL) text FROM ("
                    + "SELECT posting_seq, COUNT(*) seen, SUM(IF(account_code IN " + INVENTORY_ACCOUNTS + ", amount, 0)) account, 0 entries"
                    + " FROM journal_line WHERE posting_seq IN (<keys>) GROUP BY posting_seq"
                    + " UNION ALL SELECT posting_seq, COUNT(*), 0, SUM(amount) FROM value_entry WHERE posting_seq IN (<keys>)"
                    + " GROUP BY posting_seq) both_sides GROUP BY posting_seq",
            ProofLaw.SALES,
            "SELECT s.posting_seq subject, 1 + COUNT(t.amount) seen, IF(s.total <> COALESCE(SUM(t.amount), 0), CONCAT('total ', s.total,"
                    + " ', tenders ', COALESCE(SUM(t.amount), 0), ' minor units'), NULL) text FROM sale s LEFT JOIN tender t"
                    + " ON t.posting_seq = s.posting_seq WHERE s.posting_seq IN (<keys>) GROUP BY s.posting_seq, s.total",
            ProofLaw.ON_HAND,
            "SELECT item_id subject, SUM(seen) seen, IF(SUM(moved) <> SUM(held), CONCAT('at ', (SELECT code FROM location WHERE id ="
                    + " location_id), ': on hand ', SUM(held) * 0.000001, ', movements ', SUM(moved) * 0.000001), NULL) text FROM ("
                    + "SELECT item_id, location_id, COUNT(*) seen, SUM(quantity) moved, 0 held FROM movement WHERE item_id IN (<keys>)"
                    + " GROUP BY item_id, location_id UNION ALL SELECT item_id, location_id, 1, 0, on_hand FROM stock_balance"
                    + " WHERE item_id IN (<keys>)) both_sides GROUP BY item_id, location_id",
            ProofLaw.VALUE,
            WITHOUT_SPLIT + "SELECT p.item_id subject, 1 + COALESCE(m.seen, 0) + COALESCE(v.seen, 0) seen, IF(p.on_hand <> COALESCE(m.quantity, 0) OR"
                    + " p.value <> COALESCE(v.amount, 0), CONCAT('pool ', p.id, ' holds ', p.on_hand * 0.000001, ' worth ', p.value,"
                    + " ' minor units, movements ', COALESCE(m.quantity, 0) * 0.000001, ', value entries ', COALESCE(v.amount, 0)), NULL)"
                    + " text FROM cost_pool p LEFT JOIN (SELECT pool_id, COUNT(*) seen, SUM(quantity) quantity FROM movement"
                    + " WHERE item_id IN (<keys>) GROUP BY pool_id) m ON m.pool_id = p.id LEFT JOIN (SELECT m.pool_id, COUNT(*) seen,"
                    + " SUM(e.amount) amount FROM movement m JOIN value_entry e ON e.movement_id = m.id WHERE m.item_id IN (<keys>)"
                    + " GROUP BY m.pool_id) v ON v.pool_id = p.id WHERE p.item_id IN (<keys>)",
            ProofLaw.LAYERS,
            "SELECT p.item_id subject, 1 + COUNT(l.quantity) seen, CASE"
                    + " WHEN p.on_hand <> COALESCE(SUM(l.quantity), 0) OR p.value <> COALESCE(SUM(l.value), 0) THEN CONCAT('pool ', p.id,"
                    + " ' holds ', p.on_hand * 0.000001, ' worth ', p.value, ' minor units, layers ', COALESCE(SUM(l.quantity), 0) *"
                    + " 0.000001, ' worth ', COALESCE(SUM(l.value), 0))"
                    + " WHEN p.on_hand = 0 AND p.value <> 0 THEN CONCAT('pool ', p.id, ' is empty and worth ', p.value, ' minor units')"
                    + " WHEN (p.on_hand < 0 OR p.value < 0) AND NOT " + MAY_BE_BELOW + " THEN CONCAT('pool ', p.id, ' is below zero: ',"
                    + " p.on_hand * 0.000001, ' worth ', p.value, ' minor units') END text FROM cost_pool p LEFT JOIN cost_layer l"
                    + " ON l.pool_id = p.id WHERE p.item_id IN (<keys>) GROUP BY p.id, p.item_id, p.on_hand, p.value"));

    @Inject
    private Database database;

    /** @param text null where the law holds */
    record Seen(long subject, long seen, String text) {}

    static List<ProofLaw> of(ProofLaw.Subject subject) {
        return SQL.keySet().stream().filter(law -> law.subject() == subject).toList();
    }

    List<Seen> ask(ProofLaw law, Collection<Long> subjects) {
        return subjects.isEmpty() ? List.of() : database.jdbi().withHandle(handle ->
                handle.createQuery(SQL.get(law)).bindList("keys", List.copyOf(subjects)).mapTo(Seen.class).list());
    }
}
