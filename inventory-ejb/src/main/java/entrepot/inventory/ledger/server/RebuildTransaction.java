package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.History;
import entrepot.inventory.ledger.Stock;
import entrepot.kernel.ItemId;
import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** One database transaction that rebuilds the projections of an item; postings of that item wait meanwhile. */
@Stateless
@DenyAll
public class RebuildTransaction {

    @Inject
    private Database database;

    @Inject
    private BookSetting settings;

    @Inject
    private HistoryReader histories;

    /**
     * The state of an item's projections before and after, as hashes; and whether each of its checkpoints was right. Which
     * days have one depends on what was posted when, so they are in neither hash.
     */
    public record Rebuilt(String before, String after, boolean checkpointsRight) {

        boolean identical() {
            return checkpointsRight && before.equals(after);
        }
    }

    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Rebuilt rebuild(long item) {
        return database.jdbi().withHandle(handle -> {
            PoolRegister.holdOff(handle, List.of(item));
            handle.createQuery("SELECT id FROM cost_pool WHERE item_id = ? ORDER BY id FOR UPDATE")
                    .bind(0, item).mapTo(Long.class).list();
            Map<LocalDate, String> checkpoints = CheckpointTable.stored(handle, item);
            String before = ProjectionState.hash(handle, List.of(item));
            Books.Setting setting = settings.read(handle, List.of(new ItemId(item)));
            History.State state = histories.ofItem(handle, item, setting.chart()).rebuilt(setting, checkpoints.keySet());
            delete(handle, item);
            write(handle, item, state);
            return new Rebuilt(before, ProjectionState.hash(handle, List.of(item)),
                    CheckpointTable.stored(handle, item).entrySet().containsAll(checkpoints.entrySet()));
        });
    }

    private static void delete(Handle handle, long item) {
        handle.execute("DELETE FROM cost_layer WHERE pool_id IN (SELECT id FROM cost_pool WHERE item_id = ?)", item);
        handle.execute("DELETE FROM cost_checkpoint WHERE item_id = ?", item);
        handle.execute("DELETE FROM stock_balance WHERE item_id = ?", item);
        handle.execute("DELETE FROM lot_stock WHERE item_id = ?", item);
        handle.execute("DELETE FROM piece_stock WHERE item_id = ?", item);
        handle.execute("UPDATE cost_pool SET on_hand = 0, value = 0, ordinal = 0, last_date = NULL, last_unit_cost = NULL"
                + " WHERE item_id = ?", item);
    }

    private static void write(Handle handle, long item, History.State state) {
        Batch.execute(handle, "INSERT INTO stock_balance (item_id, location_id, on_hand) VALUES (?, ?, ?)",
                state.balances().entrySet().stream().map(balance -> new Object[] {
                    item, balance.getKey().location().value(), balance.getValue().millionths()
                }));
        Batch.execute(handle, "INSERT INTO lot_stock (lot_id, location_id, item_id, on_hand) VALUES (?, ?, ?, ?)",
                state.lots().entrySet().stream().map(lot -> new Object[] {
                    lot.getKey().lot(), lot.getKey().location().value(), item, lot.getValue().millionths()
                }));
        Batch.execute(handle, "INSERT INTO piece_stock (item_id, location_id, lot_id, pieces) VALUES (?, ?, ?, ?)",
                state.pieces().entrySet().stream().map(place -> new Object[] {
                    item, place.getKey().location().value(), place.getKey().lot(), place.getValue().decimal()
                }));
        CheckpointTable.write(handle, state.checkpoints());
        for (Stock.Pool pool : state.pools()) {
            handle.execute("UPDATE cost_pool SET on_hand = ?, value = ?, ordinal = ?, last_date = ?, last_unit_cost = ?"
                            + " WHERE id = ?",
                    pool.cost().onHand().millionths(), pool.cost().value().minor(), pool.ordinal(), pool.lastDate(),
                    pool.cost().lastUnitCost(), pool.id());
            Batch.execute(handle, "INSERT INTO cost_layer (pool_id, ordinal, slice, business_date, movement_id, quantity,"
                            + " value) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    ProjectionWriter.held(pool.cost()).entrySet().stream().map(held -> new Object[] {
                        pool.id(), held.getKey().ordinal(), held.getKey().slice(), held.getKey().date(),
                        held.getKey().movement(), held.getValue().quantity(), held.getValue().value()
                    }));
        }
    }
}
