package entrepot.inventory.check.server;

/** The law of lots, asked of some items. */
final class LotLaw {

    private static final String BY_LOT = "SELECT item_id subject, SUM(seen) seen, IF(SUM(moved) <> SUM(held) OR SUM(held) < 0,"
            + " CONCAT('lot ', (SELECT code FROM lot WHERE id = lot_id), ' at ', (SELECT code FROM location WHERE id = location_id),"
            + " ': on hand ', SUM(held) * 0.000001, ', movements ', SUM(moved) * 0.000001), NULL) text FROM ("
            + "SELECT item_id, location_id, lot_id, COUNT(*) seen, SUM(quantity) moved, 0 held FROM movement"
            + " WHERE lot_id IN (SELECT id FROM lot WHERE item_id IN (<keys>)) GROUP BY item_id, location_id, lot_id"
            + " UNION ALL SELECT item_id, location_id, lot_id, 1, 0, on_hand FROM lot_stock WHERE item_id IN (<keys>)) both_sides"
            + " GROUP BY item_id, location_id, lot_id";

    private static final String BY_SHELF = "SELECT item_id, SUM(seen), IF(SUM(shelf) <> SUM(lots), CONCAT('at ', (SELECT code FROM"
            + " location WHERE id = location_id), ': on hand ', SUM(shelf) * 0.000001, ', lots ', SUM(lots) * 0.000001), NULL) FROM ("
            + "SELECT b.item_id, b.location_id, 1 seen, IF(i.tracking = 'NONE', 0, b.on_hand) shelf, 0 lots FROM stock_balance b"
            + " JOIN item i ON i.id = b.item_id WHERE b.item_id IN (<keys>)"
            + " UNION ALL SELECT item_id, location_id, 1, 0, on_hand FROM lot_stock WHERE item_id IN (<keys>)) both_sides"
            + " GROUP BY item_id, location_id";

    private static final String TWICE = "SELECT s.item_id, COUNT(*), IF(SUM(s.on_hand) > 1000000, CONCAT('serial number ', t.code,"
            + " ' is in stock more than once'), NULL) FROM lot_stock s JOIN lot t ON t.id = s.lot_id JOIN item i ON i.id = s.item_id"
            + " WHERE i.tracking = 'SERIAL' AND s.item_id IN (<keys>) GROUP BY s.item_id, s.lot_id, t.code";

    static final String SQL = BY_LOT + " UNION ALL " + BY_SHELF + " UNION ALL " + TWICE;

    private LotLaw() {}
}
