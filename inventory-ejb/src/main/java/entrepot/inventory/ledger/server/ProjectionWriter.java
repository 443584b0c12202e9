package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.Movement;
import entrepot.inventory.ledger.Posted;
import entrepot.inventory.ledger.Stock;
import entrepot.inventory.valuation.CostLayer;
import entrepot.inventory.valuation.CostPool;
import entrepot.kernel.Quantity;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Brings balances, pools, layers and checkpoints to where a group of postings left them: a few statements, however many lines. */
@ApplicationScoped
public class ProjectionWriter {

    void write(Handle handle, BookReader.LoadedBooks loaded, List<Posted> group) {
        Map<Stock.Place, Stock.Pool> changed = changed(loaded);
        pools(handle, changed);
        layers(handle, changed, loaded.before());
        balances(handle, loaded.books(), group);
        lots(handle, loaded.books(), group);
        pieces(handle, loaded.books(), group);
        CheckpointTable.write(handle, loaded.books().checkpoints());
    }

    /** In the order of their keys in the tables, which are written faster so. */
    private static Map<Stock.Place, Stock.Pool> changed(BookReader.LoadedBooks loaded) {
        Map<Stock.Place, Stock.Pool> changed = new LinkedHashMap<>();
        loaded.books().pools().entrySet().stream()
                .filter(pool -> !pool.getValue().equals(loaded.before().get(pool.getKey())))
                .sorted(Comparator.comparingLong(pool -> pool.getValue().id()))
                .forEach(pool -> changed.put(pool.getKey(), pool.getValue()));
        return changed;
    }

    private static void pools(Handle handle, Map<Stock.Place, Stock.Pool> changed) {
        List<String> rows = changed.entrySet().stream()
                .map(entry -> {
                    Stock.Pool pool = entry.getValue();
                    return row(pool.id(), entry.getKey().item().value(), entry.getKey().location().value(), entry.getKey().lot(),
                            pool.cost().onHand().millionths(), pool.cost().value().minor(), pool.ordinal(),
                            pool.lastDate(), pool.cost().lastUnitCost());
                })
                .toList();
        upsert(handle, "INSERT INTO cost_pool (id, item_id, location_id, lot_id, on_hand, value, ordinal, last_date, last_unit_cost)"
                + " VALUES ", rows, " ON DUPLICATE KEY UPDATE on_hand = VALUES(on_hand), value = VALUES(value),"
                + " ordinal = VALUES(ordinal), last_date = VALUES(last_date), last_unit_cost = VALUES(last_unit_cost)");
    }

    /** What lies in a layer, or is missing. */
    record Held(long quantity, long value) {}

    static Map<CostLayer.Origin, Held> held(CostPool pool) {
        Map<CostLayer.Origin, Held> held = new LinkedHashMap<>();
        pool.layers().forEach(layer -> held.put(layer.origin(), new Held(layer.left().millionths(), layer.value().minor())));
        pool.shortages().forEach(missing -> held.put(missing.origin(),
                new Held(-missing.missing().millionths(), -missing.provisional().minor())));
        return held;
    }

    /** Of pools where others are left, layers that are used up are first brought to zero with these, then removed by one statement. */
    private static void layers(Handle handle, Map<Stock.Place, Stock.Pool> changed, Map<Stock.Place, Stock.Pool> before) {
        List<String> rows = new ArrayList<>();
        List<Long> emptied = new ArrayList<>();
        List<Long> withUsedUp = new ArrayList<>();
        changed.forEach((place, pool) -> {
            Map<CostLayer.Origin, Held> old = held(before.get(place).cost());
            Map<CostLayer.Origin, Held> held = held(pool.cost());
            if (held.isEmpty() && !old.isEmpty()) {
                emptied.add(pool.id());
                return;
            }
            held.forEach((origin, now) -> {
                if (!now.equals(old.remove(origin))) {
                    rows.add(row(pool.id(), origin, now.quantity(), now.value()));
                }
            });
            old.keySet().forEach(origin -> rows.add(row(pool.id(), origin, 0, 0)));
            if (!old.isEmpty()) {
                withUsedUp.add(pool.id());
            }
        });
        upsert(handle, "INSERT INTO cost_layer (pool_id, ordinal, slice, business_date, movement_id, quantity, value)"
                + " VALUES ", rows, " ON DUPLICATE KEY UPDATE quantity = VALUES(quantity), value = VALUES(value)");
        delete(handle, emptied, "");
        delete(handle, withUsedUp, " AND quantity = 0");
    }

    private static void delete(Handle handle, List<Long> pools, String which) {
        if (!pools.isEmpty()) {
            handle.createUpdate("DELETE FROM cost_layer WHERE pool_id IN (<pools>)" + which).bindList("pools", pools).execute();
        }
    }

    private static String row(long pool, CostLayer.Origin origin, long quantity, long value) {
        return row(pool, origin.ordinal(), origin.slice(), origin.date(), origin.movement(), quantity, value);
    }

    /** A site has a row wherever one of its places has, so that what a site holds is found by it. */
    private static void balances(Handle handle, Books books, List<Posted> group) {
        Map<Stock.Place, Quantity> balances = books.balances();
        List<String> rows = group.stream()
                .flatMap(posted -> posted.movements().stream())
                .map(movement -> movement.place().whole())
                .flatMap(place -> Stream.of(place, books.setting().siteOf(place)))
                .distinct()
                .map(place -> row(place.item().value(), place.location().value(),
                        balances.getOrDefault(place, Quantity.ZERO).millionths()))
                .toList();
        upsert(handle, "INSERT INTO stock_balance (item_id, location_id, on_hand) VALUES ",
                rows, " ON DUPLICATE KEY UPDATE on_hand = VALUES(on_hand)");
    }

    private static void lots(Handle handle, Books books, List<Posted> group) {
        Map<Stock.Place, Quantity> stock = books.lotStock();
        List<String> rows = group.stream()
                .flatMap(posted -> posted.movements().stream())
                .filter(movement -> movement.lot() != null)
                .map(Movement::place)
                .distinct()
                .map(place -> row(place.lot(), place.location().value(), place.item().value(), stock.get(place).millionths()))
                .toList();
        upsert(handle, "INSERT INTO lot_stock (lot_id, location_id, item_id, on_hand) VALUES ",
                rows, " ON DUPLICATE KEY UPDATE on_hand = VALUES(on_hand)");
    }

    private static void pieces(Handle handle, Books books, List<Posted> group) {
        List<Stock.Place> places = group.stream().flatMap(posted -> posted.movements().stream())
                .filter(movement -> movement.pieces() != null).map(Movement::place).distinct().toList();
        Map<Stock.Place, Quantity> pieces = places.isEmpty() ? Map.of() : books.pieces();
        upsert(handle, "INSERT INTO piece_stock (item_id, location_id, lot_id, pieces) VALUES ",
                places.stream().map(place -> row(place.item().value(), place.location().value(), place.lot(), pieces.get(place).decimal())).toList(),
                " ON DUPLICATE KEY UPDATE pieces = VALUES(pieces)");
    }

    /** As text: a statement of thousands of question marks is parsed twice and never met again. */
    private static void upsert(Handle handle, String into, List<String> rows, String otherwise) {
        if (rows.isEmpty()) {
            return;
        }
        String sql = into + String.join(",", rows) + otherwise;
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw new UnableToExecuteStatementException(failure, null);
        }
    }

    /** Numbers, dates and nulls as they stand in SQL. */
    private static String row(Object... values) {
        StringBuilder row = new StringBuilder(80);
        char before = '(';
        for (Object value : values) {
            row.append(before);
            if (value instanceof LocalDate day) {
                row.append('\'').append(day).append('\'');
            } else {
                row.append(value instanceof BigDecimal number ? number.toPlainString() : value);
            }
            before = ',';
        }
        return row.append(')').toString();
    }
}
