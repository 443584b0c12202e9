package entrepot.inventory.ledger.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import entrepot.inventory.ledger.Checkpoint;
import entrepot.inventory.ledger.Checkpoints;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostLayer;
import entrepot.inventory.valuation.CostPool;
import entrepot.inventory.valuation.CostRun;
import entrepot.inventory.valuation.Shortage;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Batch;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Where the histories of items may be run from, as stored. */
final class CheckpointTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Layers and shortages as rows of six: day, ordinal, slice, movement, millionths, minor units. A shelf: pool, place, millionths. */
    private record State(List<PoolState> pools, List<long[]> shelves) {}

    private record PoolState(long id, long location, long lot, CostFlow flow, BigDecimal lastUnitCost, List<long[]> layers, List<long[]> shortages) {}

    private CheckpointTable() {}

    /** Of each item the last one before its day, where it has one. */
    static List<Checkpoint> before(Handle handle, Map<ItemId, LocalDate> days, Currency currency) {
        Map<LocalDate, List<ItemId>> items = days.keySet().stream().collect(Collectors.groupingBy(days::get));
        return items.entrySet().stream().flatMap(day -> before(handle, day.getValue(), day.getKey(), currency).stream()).toList();
    }

    private static List<Checkpoint> before(Handle handle, Collection<ItemId> items, LocalDate day, Currency currency) {
        return handle.createQuery("SELECT c.item_id, c.as_of, c.state FROM cost_checkpoint c JOIN (SELECT item_id, MAX(as_of) as_of"
                        + " FROM cost_checkpoint WHERE item_id IN (<items>) AND as_of < :day GROUP BY item_id) l"
                        + " ON l.item_id = c.item_id AND l.as_of = c.as_of")
                .bindList("items", items.stream().map(ItemId::value).toList())
                .bind("day", day)
                .map((row, context) -> checkpoint(new ItemId(row.getLong(1)), row.getObject(2, LocalDate.class), row.getString(3), currency))
                .list();
    }

    static Map<LocalDate, String> stored(Handle handle, long item) {
        Map<LocalDate, String> stored = new HashMap<>();
        handle.createQuery("SELECT as_of, state FROM cost_checkpoint WHERE item_id = ?")
                .bind(0, item)
                .map((row, context) -> stored.put(row.getObject(1, LocalDate.class), row.getString(2)))
                .list();
        return stored;
    }

    static void write(Handle handle, Checkpoints changed) {
        changed.spoilt().forEach((item, day) ->
                handle.execute("DELETE FROM cost_checkpoint WHERE item_id = ? AND as_of >= ?", item.value(), day));
        write(handle, changed.taken());
    }

    static void write(Handle handle, Collection<Checkpoint> taken) {
        Batch.execute(handle, "INSERT INTO cost_checkpoint (item_id, as_of, state) VALUES (?, ?, ?)",
                taken.stream().map(one -> new Object[] {one.item().value(), one.day(), text(one)}));
    }

    static String text(Checkpoint checkpoint) {
        List<PoolState> pools = checkpoint.pools().stream()
                .map(pool -> new PoolState(pool.id(), pool.location().value(), pool.lot(), pool.cost().flow(), pool.cost().lastUnitCost(),
                        pool.cost().layers().stream().map(layer -> row(layer.origin(), layer.left(), layer.value())).toList(),
                        pool.cost().shortages().stream().map(one -> row(one.origin(), one.missing(), one.provisional())).toList()))
                .toList();
        List<long[]> shelves = checkpoint.shelves().entrySet().stream()
                .map(shelf -> new long[] {shelf.getKey().pool(), shelf.getKey().place(), shelf.getValue().millionths()})
                .sorted(Arrays::compare)
                .toList();
        try {
            return JSON.writeValueAsString(new State(pools, shelves));
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("numbers that are no JSON", never);
        }
    }

    private static long[] row(CostLayer.Origin origin, Quantity quantity, Money value) {
        return new long[] {
            origin.date().toEpochDay(), origin.ordinal(), origin.slice(), origin.movement(), quantity.millionths(), value.minor()
        };
    }

    private static Checkpoint checkpoint(ItemId item, LocalDate day, String text, Currency currency) {
        State state;
        try {
            state = JSON.readValue(text, State.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the checkpoint of item " + item.value() + " of " + day + " cannot be read", broken);
        }
        Map<CostRun.Shelf, Quantity> shelves = new HashMap<>();
        state.shelves().forEach(row -> shelves.put(new CostRun.Shelf(row[0], row[1]), new Quantity(row[2])));
        return new Checkpoint(item, day, state.pools().stream()
                .map(pool -> new Checkpoint.Pool(pool.id(), new LocationId(pool.location()), pool.lot(), pool(pool, currency)))
                .toList(), shelves);
    }

    private static CostPool pool(PoolState state, Currency currency) {
        CostPool pool = new CostPool(state.flow(), currency, state.lastUnitCost());
        pool.restore(
                state.layers().stream().map(row -> new CostLayer(origin(row), new Quantity(row[4]), new Money(row[5], currency))).toList(),
                state.shortages().stream().map(row -> new Shortage(origin(row), new Quantity(row[4]), new Money(row[5], currency))).toList(),
                state.lastUnitCost());
        return pool;
    }

    private static CostLayer.Origin origin(long[] row) {
        return new CostLayer.Origin(LocalDate.ofEpochDay(row[0]), row[1], (int) row[2], row[3]);
    }
}
