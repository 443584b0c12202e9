package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Stock;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import entrepot.platform.sql.Rows;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/**
 * The row number of each cost pool. A pool is made in a transaction of its own before it is first locked and is never
 * removed, so that its number may be remembered.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@DenyAll
public class PoolRegister {

    private static final String POOL = "SELECT id, item_id, location_id, lot_id FROM cost_pool";

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    private final Map<Stock.Place, Long> known = new ConcurrentHashMap<>();

    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Map<Stock.Place, Long> numbers(List<Stock.Place> pools) {
        List<Stock.Place> unknown = pools.stream().filter(pool -> !known.containsKey(pool)).toList();
        if (!unknown.isEmpty()) {
            // Not withHandle: inside another it would take that one's connection, and with it that one's transaction.
            try (Handle handle = database.jdbi().open()) {
                read(handle, unknown);
                List<Stock.Place> missing = unknown.stream().filter(pool -> !known.containsKey(pool)).toList();
                if (!missing.isEmpty()) {
                    holdOff(handle, missing.stream().map(pool -> pool.item().value()).toList());
                    create(handle, missing);
                    read(handle, missing);
                }
            }
        }
        return pools.stream().collect(Collectors.toMap(pool -> pool, known::get));
    }

    /** No pool of these items is made by others until the transaction ends. A posting makes its pools before it locks any. */
    static void holdOff(Handle handle, List<Long> items) {
        for (List<Long> part : Rows.parts(items.stream().distinct().sorted().toList())) {
            handle.createQuery("SELECT id FROM item WHERE id IN (<items>) ORDER BY id FOR UPDATE")
                    .bindList("items", part)
                    .mapTo(Long.class)
                    .list();
        }
    }

    private void create(Handle handle, List<Stock.Place> pools) {
        PreparedBatch batch =
                handle.prepareBatch("INSERT IGNORE INTO cost_pool (id, item_id, location_id, lot_id) VALUES (?, ?, ?, ?)");
        pools.forEach(pool -> batch.add(ids.next(), pool.item().value(), pool.location().value(), pool.lot()));
        batch.execute();
    }

    private void read(Handle handle, List<Stock.Place> pools) {
        List<Long> items = pools.stream().filter(pool -> pool.lot() == 0).map(pool -> pool.item().value()).distinct().toList();
        Rows.parts(items).forEach(part -> learn(handle.createQuery(POOL + " WHERE item_id IN (<items>) AND lot_id = 0").bindList("items", part)));
        Map<Stock.Place, List<Long>> lots = pools.stream().filter(pool -> pool.lot() != 0)
                .collect(Collectors.groupingBy(Stock.Place::whole, Collectors.mapping(Stock.Place::lot, Collectors.toList())));
        lots.forEach((place, numbers) -> Rows.parts(numbers).forEach(part -> learn(handle
                .createQuery(POOL + " WHERE item_id = :item AND location_id = :location AND lot_id IN (<lots>)")
                .bind("item", place.item().value()).bind("location", place.location().value()).bindList("lots", part))));
    }

    private void learn(Query query) {
        record Row(long id, long itemId, long locationId, long lotId) {}
        query.mapTo(Row.class).forEach(row -> known.put(Places.of(row.itemId(), row.locationId()).ofLot(row.lotId()), row.id()));
    }
}
