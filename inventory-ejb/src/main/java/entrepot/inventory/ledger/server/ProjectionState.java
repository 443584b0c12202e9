package entrepot.inventory.ledger.server;

import entrepot.platform.idempotency.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of balances, pools and layers as one hash: equal exactly where all of them are. */
final class ProjectionState {

    private static final List<String> ROWS = List.of(
            "SELECT CONCAT_WS('|', 'P', id, item_id, location_id, lot_id, on_hand, value, ordinal, COALESCE(last_date, '-'),"
                    + " COALESCE(last_unit_cost, '-')) FROM cost_pool WHERE item_id IN (<items>) ORDER BY id",
            "SELECT CONCAT_WS('|', 'L', c.pool_id, c.ordinal, c.slice, c.business_date, c.movement_id, c.quantity, c.value)"
                    + " FROM cost_layer c JOIN cost_pool p ON p.id = c.pool_id WHERE p.item_id IN (<items>)"
                    + " ORDER BY c.pool_id, c.ordinal, c.slice",
            "SELECT CONCAT_WS('|', 'B', item_id, location_id, on_hand) FROM stock_balance WHERE item_id IN (<items>)"
                    + " ORDER BY item_id, location_id",
            "SELECT CONCAT_WS('|', 'T', lot_id, location_id, item_id, on_hand) FROM lot_stock WHERE item_id IN (<items>)"
                    + " ORDER BY lot_id, location_id",
            "SELECT CONCAT_WS('|', 'N', item_id, location_id, lot_id, pieces) FROM piece_stock WHERE item_id IN (<items>)"
                    + " ORDER BY item_id, location_id, lot_id");

    private ProjectionState() {}

    static String hash(Handle handle, List<Long> items) {
        MessageDigest digest = Fingerprint.digest();
        for (String sql : ROWS) {
            handle.createQuery(sql).bindList("items", items).mapTo(String.class).forEach(row -> {
                digest.update(row.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            });
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
