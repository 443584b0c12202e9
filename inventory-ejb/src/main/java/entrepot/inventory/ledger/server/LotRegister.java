package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Lot;
import entrepot.kernel.ItemId;
import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import entrepot.platform.sql.JsonRows;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The lots by item and code. A lot is made before its first movement, in a transaction of its own; until something of it
 * moved or came for a supplier, what is said of its expiry later counts.
 */
@Stateless
@DenyAll
public class LotRegister {

    private static final int CHUNK = 2000;

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    /** A lot as people name it. */
    public record Key(ItemId item, String code) {}

    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Map<Key, Lot> find(Set<Key> keys) {
        Map<Key, Lot> found = new HashMap<>();
        try (Handle handle = database.jdbi().open()) {
            read(handle, keys, found);
        }
        return found;
    }

    /** Makes those that are missing. @param expiries of what comes in; a null one says nothing */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Map<Key, Lot> make(Map<Key, LocalDate> expiries) {
        Map<Key, Lot> found = new HashMap<>();
        // Not withHandle: inside another it would take that one's connection, and with it that one's transaction.
        try (Handle handle = database.jdbi().open()) {
            read(handle, expiries.keySet(), found);
            List<Key> missing = expiries.keySet().stream().filter(key -> !found.containsKey(key)).toList();
            Batch.execute(handle, "INSERT IGNORE INTO lot (id, item_id, code, expires) VALUES (?, ?, ?, ?)",
                    missing.stream().map(key -> new Object[] {ids.next(), key.item().value(), key.code(), expiries.get(key)}));
            List<Lot> other = found.values().stream().filter(lot -> differs(expiries.get(new Key(lot.item(), lot.code())), lot)).toList();
            Batch.execute(handle, "UPDATE lot SET expires = ? WHERE id = ? AND NOT EXISTS (SELECT 1 FROM movement WHERE lot_id = lot.id)"
                            + " AND NOT EXISTS (SELECT 1 FROM consigned_event WHERE lot_id = lot.id)",
                    other.stream().map(lot -> new Object[] {expiries.get(new Key(lot.item(), lot.code())), lot.id()}));
            if (!missing.isEmpty() || !other.isEmpty()) {
                found.clear();
                read(handle, expiries.keySet(), found);
            }
        }
        return found;
    }

    private static boolean differs(LocalDate asked, Lot lot) {
        return asked != null && !asked.equals(lot.expires());
    }

    private static void read(Handle handle, Collection<Key> keys, Map<Key, Lot> found) {
        List<Key> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<Key> some = all.subList(from, Math.min(all.size(), from + CHUNK));
            handle.createQuery("SELECT t.id, t.item_id, t.code, t.expires FROM JSON_TABLE(:keys, '$[*]' COLUMNS (item BIGINT PATH '$[0]',"
                            + " code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin PATH '$[1]')) k"
                            + " STRAIGHT_JOIN lot t ON t.item_id = k.item AND t.code = k.code")
                    .bind("keys", JsonRows.of(some.stream().map(key -> new Object[] {key.item().value(), key.code()})))
                    .map((row, context) -> new Lot(row.getLong(1), new ItemId(row.getLong(2)), row.getString(3), row.getObject(4, LocalDate.class)))
                    .forEach(lot -> found.put(new Key(lot.item(), lot.code()), lot));
        }
    }
}
