package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.Replay;
import entrepot.inventory.ledger.Stock;
import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Currency;
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
    private CompanyFile companies;

    /** The state of an item's projections before and after, as hashes. */
    public record Rebuilt(String before, String after) {}

    private record Row(
            long id, long postingSeq, int lineNo, PostingKind kind, long itemId, long locationId, long poolId, long quantity,
            LocalDate businessDate, long ordinal, Long sourceMovementId, Long value) {}

    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Rebuilt rebuild(long item) {
        return database.jdbi().withHandle(handle -> {
            handle.createQuery("SELECT id FROM cost_pool WHERE item_id = ? ORDER BY id FOR UPDATE")
                    .bind(0, item).mapTo(Long.class).list();
            String before = ProjectionState.hash(handle, List.of(item));
            CostFlow flow = handle.createQuery("SELECT costing FROM item WHERE id = ?")
                    .bind(0, item).mapTo(CostFlow.class).one();
            Replay.Result result = Replay.of(flow, companies.company().currency(), steps(handle, item));
            delete(handle, item);
            write(handle, item, result);
            return new Rebuilt(before, ProjectionState.hash(handle, List.of(item)));
        });
    }

    private List<Replay.Step> steps(Handle handle, long item) {
        Currency currency = companies.company().currency();
        return handle.createQuery("SELECT m.id, m.posting_seq, m.line_no, m.kind, m.item_id, m.location_id, m.pool_id,"
                        + " m.quantity, m.business_date, m.ordinal, m.source_movement_id,"
                        + " (SELECT SUM(v.amount) FROM value_entry v WHERE v.movement_id = m.id) value"
                        + " FROM movement m WHERE m.item_id = ?")
                .bind(0, item)
                .mapTo(Row.class)
                .map(row -> new Replay.Step(
                        row.id(), row.postingSeq(), row.lineNo(), row.kind(), Places.of(row.itemId(), row.locationId()),
                        row.poolId(), new Quantity(row.quantity()), row.businessDate(), row.ordinal(), row.sourceMovementId(),
                        row.value() == null ? null : new Money(row.value(), currency)))
                .list();
    }

    private static void delete(Handle handle, long item) {
        handle.execute("DELETE FROM cost_layer WHERE pool_id IN (SELECT id FROM cost_pool WHERE item_id = ?)", item);
        handle.execute("DELETE FROM stock_balance WHERE item_id = ?", item);
        handle.execute("UPDATE cost_pool SET on_hand = 0, value = 0, ordinal = 0, last_date = NULL, last_unit_cost = NULL"
                + " WHERE item_id = ?", item);
    }

    private static void write(Handle handle, long item, Replay.Result result) {
        Batch.execute(handle, "INSERT INTO stock_balance (item_id, location_id, on_hand) VALUES (?, ?, ?)",
                result.balances().entrySet().stream().map(balance -> new Object[] {
                    item, balance.getKey().location().value(), balance.getValue().millionths()
                }));
        for (Map.Entry<Long, Stock.Pool> entry : result.pools().entrySet()) {
            Stock.Pool pool = entry.getValue();
            handle.execute("UPDATE cost_pool SET on_hand = ?, value = ?, ordinal = ?, last_date = ?, last_unit_cost = ?"
                            + " WHERE id = ?",
                    pool.cost().onHand().millionths(), pool.cost().value().minor(), pool.ordinal(), pool.lastDate(),
                    pool.lastUnitCost(), entry.getKey());
            Batch.execute(handle, "INSERT INTO cost_layer (pool_id, ordinal, slice, business_date, movement_id, quantity,"
                            + " value) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    pool.cost().layers().stream().map(layer -> new Object[] {
                        entry.getKey(), layer.origin().ordinal(), layer.origin().slice(), layer.origin().date(),
                        layer.origin().movement(), layer.left().millionths(), layer.value().minor()
                    }));
        }
    }
}
