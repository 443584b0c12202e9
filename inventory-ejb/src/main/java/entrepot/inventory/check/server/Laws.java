package entrepot.inventory.check.server;

import entrepot.inventory.subtotal.server.Subtotals;
import java.util.List;

/** The laws of the book, each as the rows that break it: one statement, so that it sees one moment of a living book. */
final class Laws {

    /**
     * @param name as people read it
     * @param sql  one text a row that breaks the law
     */
    record Law(String name, String sql) {}

    private static final String MOVED = "SELECT item_id, location_id, SUM(quantity) quantity FROM movement GROUP BY item_id, location_id";

    private static final String ITS_RULE = " JOIN cost_policy r ON r.category_id = 0"
            + " JOIN (item i LEFT JOIN cost_policy o ON o.category_id = i.category_id) ON i.id";

    static final List<Law> ALL = List.of(
            new Law("each posting's journal sums to zero",
                    "SELECT CONCAT('posting ', posting_seq, ' is out of balance by ', SUM(amount), ' minor units')"
                            + " FROM journal_line GROUP BY posting_seq HAVING SUM(amount) <> 0"),
            new Law("the trial balance is zero",
                    "SELECT CONCAT('all accounts together come to ', SUM(amount), ' minor units')"
                            + " FROM journal_line HAVING SUM(amount) <> 0"),
            new Law("on hand is the sum of the movements",
                    "SELECT CONCAT('item ', m.item_id, ' at ', m.location_id, ': balance ', COALESCE(b.on_hand, 'missing'),"
                            + " ', movements ', m.quantity) FROM (" + MOVED + ") m LEFT JOIN stock_balance b"
                            + " ON b.item_id = m.item_id AND b.location_id = m.location_id"
                            + " WHERE b.on_hand IS NULL OR b.on_hand <> m.quantity"
                            + " UNION ALL SELECT CONCAT('item ', b.item_id, ' at ', b.location_id, ': balance ', b.on_hand,"
                            + " ', no movements') FROM stock_balance b LEFT JOIN (" + MOVED + ") m"
                            + " ON b.item_id = m.item_id AND b.location_id = m.location_id WHERE m.item_id IS NULL AND b.on_hand <> 0"),
            new Law("pieces are those that moved",
                    "SELECT CONCAT('item ', item_id, ' at ', location_id, ': pieces ', SUM(held), ', movements ', SUM(moved)) FROM ("
                            + "SELECT m.item_id, m.location_id, COALESCE(m.lot_id, 0) lot_id, COALESCE(SUM(m.pieces), 0) moved, 0 held"
                            + " FROM item i JOIN movement m ON m.item_id = i.id WHERE i.piece_size IS NOT NULL"
                            + " GROUP BY m.item_id, m.location_id, m.lot_id"
                            + " UNION ALL SELECT item_id, location_id, lot_id, 0, pieces FROM piece_stock) both_sides"
                            + " GROUP BY item_id, location_id, lot_id HAVING SUM(held) <> SUM(moved)"),
            new Law("a pool holds what moved through it",
                    "SELECT CONCAT('pool ', p.id, ': holds ', p.on_hand, ', movements ', COALESCE(m.quantity, 0)) FROM cost_pool p"
                            + " LEFT JOIN (SELECT pool_id, SUM(quantity) quantity FROM movement GROUP BY pool_id) m"
                            + " ON m.pool_id = p.id WHERE p.on_hand <> COALESCE(m.quantity, 0)"),
            new Law("a pool is worth its value entries",
                    "SELECT CONCAT('pool ', p.id, ': worth ', p.value, ', value entries ', COALESCE(v.amount, 0)) FROM cost_pool p"
                            + " LEFT JOIN (SELECT m.pool_id, SUM(e.amount) amount FROM value_entry e"
                            + " JOIN movement m ON m.id = e.movement_id GROUP BY m.pool_id) v"
                            + " ON v.pool_id = p.id WHERE p.value <> COALESCE(v.amount, 0)"),
            new Law("a pool is the sum of its layers",
                    "SELECT CONCAT('pool ', p.id, ': ', p.on_hand, ' worth ', p.value, ', layers ', COALESCE(l.quantity, 0),"
                            + " ' worth ', COALESCE(l.value, 0)) FROM cost_pool p LEFT JOIN (SELECT pool_id, SUM(quantity) quantity,"
                            + " SUM(value) value FROM cost_layer GROUP BY pool_id) l ON l.pool_id = p.id"
                            + " WHERE p.on_hand <> COALESCE(l.quantity, 0) OR p.value <> COALESCE(l.value, 0)"),
            new Law("the inventory accounts are the sum of the value entries",
                    "SELECT CONCAT('inventory accounts ', t.account, ', value entries ', t.entries) FROM (SELECT"
                            + " (SELECT COALESCE(SUM(amount), 0) FROM journal_line WHERE account_code IN"
                            + " (SELECT account_code FROM account_role WHERE role = 'INVENTORY')) account,"
                            + " (SELECT COALESCE(SUM(amount), 0) FROM value_entry) entries) t WHERE t.account <> t.entries"),
            new Law("no stock and no value is below zero, but where the rule lets it",
                    "SELECT CONCAT('item ', b.item_id, ' at ', b.location_id, ': balance ', b.on_hand) FROM stock_balance b" + ITS_RULE
                            + " = b.item_id WHERE b.on_hand < 0 AND NOT COALESCE(o.below_zero, r.below_zero)"
                            + " UNION ALL SELECT CONCAT('pool ', b.id, ': ', b.on_hand, ' worth ', b.value) FROM cost_pool b" + ITS_RULE
                            + " = b.item_id WHERE (b.on_hand < 0 OR b.value < 0) AND NOT COALESCE(o.below_zero, r.below_zero)"
                            + " UNION ALL SELECT CONCAT('layer ', pool_id, '/', ordinal, '/', slice, ': ', quantity, ' worth ', value)"
                            + " FROM cost_layer WHERE quantity = 0 OR quantity > 0 AND value < 0 OR quantity < 0 AND value > 0"),
            new Law("no pool has stock and is short of some at once",
                    "SELECT CONCAT('pool ', pool_id, ' has layers and shortages') FROM cost_layer GROUP BY pool_id"
                            + " HAVING MIN(quantity) < 0 AND MAX(quantity) > 0"),
            new Law("each day balances, and its inventory accounts are its value entries",
                    "SELECT CONCAT(business_date, ': journal ', SUM(journal), ', inventory accounts ', SUM(stock), ', value entries ',"
                            + " SUM(entries)) FROM (SELECT business_date, SUM(amount) journal, SUM(IF(account_code IN"
                            + " (SELECT account_code FROM account_role WHERE role = 'INVENTORY'), amount, 0)) stock, 0 entries"
                            + " FROM journal_line GROUP BY business_date"
                            + " UNION ALL SELECT business_date, 0, 0, SUM(amount) FROM value_entry GROUP BY business_date) days"
                            + " GROUP BY business_date HAVING SUM(journal) <> 0 OR SUM(stock) <> SUM(entries)"),
            new Law("an empty shelf is worth zero",
                    "SELECT CONCAT('pool ', id, ' is empty and worth ', value) FROM cost_pool WHERE on_hand = 0 AND value <> 0"),
            new Law("a sale is paid with what it comes to",
                    "SELECT CONCAT('sale ', s.posting_seq, ': total ', s.total, ', tenders ', COALESCE(t.amount, 0)) FROM sale s"
                            + " LEFT JOIN (SELECT posting_seq, SUM(amount) amount FROM tender GROUP BY posting_seq) t"
                            + " ON t.posting_seq = s.posting_seq WHERE s.total <> COALESCE(t.amount, 0)"),
            new Law("what is reserved is the sum of its log",
                    "SELECT CONCAT('line ', l.line_no, ' of reservation ', r.number, ': ', l.held, ' and ', l.awaited, ', log ', e.held,"
                            + " ' and ', e.awaited) FROM reservation_line l JOIN reservation r ON r.id = l.reservation_id"
                            + " JOIN (SELECT reservation_id, line_no, SUM(held) held, SUM(awaited) awaited FROM reservation_event"
                            + " GROUP BY reservation_id, line_no) e ON e.reservation_id = l.reservation_id AND e.line_no = l.line_no"
                            + " WHERE l.held <> e.held OR l.awaited <> e.awaited"
                            + " UNION ALL SELECT CONCAT('item ', s.item_id, ' at ', s.location_id, ': reserved ', s.held, ' and ',"
                            + " s.awaited, ', lines ', COALESCE(l.held, 0), ' and ', COALESCE(l.awaited, 0)) FROM stock_reserved s"
                            + " LEFT JOIN (SELECT item_id, location_id, SUM(held) held, SUM(awaited) awaited FROM reservation_line"
                            + " GROUP BY item_id, location_id) l ON l.item_id = s.item_id AND l.location_id = s.location_id"
                            + " WHERE s.held <> COALESCE(l.held, 0) OR s.awaited <> COALESCE(l.awaited, 0)"),
            new Law("subtotals are what their value entries and journal lines come to",
                    subtotals("value", "location_id", "value_entry") + " UNION ALL " + subtotals("journal", "account_code", "journal_line")),
            new Law("every posting is sealed or waits for it",
                    "SELECT CONCAT('posting ', p.seq, ' is in no chain') FROM posting p LEFT JOIN seal s ON s.posting_seq = p.seq"
                            + " LEFT JOIN to_seal t ON t.posting_seq = p.seq WHERE s.number IS NULL AND t.posting_seq IS NULL"));

    private Laws() {}

    private static String subtotals(String of, String key, String entries) {
        return "SELECT CONCAT('" + of + " of ', `key`, ' on ', business_date, ': subtotals ', SUM(written), ', entries ', SUM(entries)) FROM ("
                + "SELECT " + key + " `key`, business_date, amount written, 0 entries FROM " + of + "_subtotal"
                + " UNION ALL SELECT e." + key + ", e.business_date, 0, SUM(e.amount) FROM seal s JOIN " + entries + " e ON e.posting_seq = s.posting_seq"
                + " WHERE s.number <= (SELECT COUNT(*) * " + Subtotals.SIZE + " FROM subtotal_block) GROUP BY e." + key + ", e.business_date) both_sides"
                + " GROUP BY `key`, business_date HAVING SUM(written) <> SUM(entries)";
    }
}
