package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.Stock;
import entrepot.inventory.ledger.StockLine;
import entrepot.inventory.valuation.CostLayer;
import entrepot.inventory.valuation.CostPool;
import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Reads the part of the book that commands touch; the pools stay locked until the transaction ends. */
@ApplicationScoped
public class BookReader {

    @Inject
    private PoolRegister register;

    @Inject
    private BookSetting settings;

    /** Locks every pool the requests touch, in the order of their numbers, so that two groups cannot deadlock. */
    LoadedBooks load(Handle handle, Collection<PostingRequest> requests) {
        List<Stock.Place> places = Books.placesTouched(requests);
        List<ItemId> items = places.stream().map(Stock.Place::item).distinct().toList();
        Books.Setting setting = settings.read(handle, items);
        Books books = new Books(setting);
        if (places.isEmpty()) {
            return new LoadedBooks(books, Map.of());
        }
        Map<Stock.Place, Long> numbers = register.numbers(Books.poolsTouched(requests, setting));
        List<Long> sources = sources(requests);
        Map<Long, PoolRow> pools = lock(handle, withPoolsOf(handle, sources, numbers.values()));
        Map<Long, List<CostLayer>> layers = layers(handle, numbers.values(), setting);
        numbers.forEach((pool, id) -> books.hold(pool, state(pools.get(id), layers.getOrDefault(id, List.of()), pool, setting)));
        balances(handle, items, books);
        sources(handle, sources, books);
        return new LoadedBooks(books, books.pools());
    }

    private record PoolRow(long id, long ordinal, LocalDate lastDate, BigDecimal lastUnitCost) {}

    private static Map<Long, PoolRow> lock(Handle handle, Collection<Long> ids) {
        Map<Long, PoolRow> rows = new HashMap<>();
        handle.createQuery("SELECT id, ordinal, last_date, last_unit_cost FROM cost_pool"
                        + " WHERE id IN (<ids>) ORDER BY id FOR UPDATE")
                .bindList("ids", new ArrayList<>(ids))
                .mapTo(PoolRow.class)
                .forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    private static Stock.Pool state(PoolRow row, List<CostLayer> layers, Stock.Place pool, Books.Setting setting) {
        var cost = new CostPool(setting.items().get(pool.item()).costing(), setting.currency(), layers);
        return new Stock.Pool(row.id(), cost, row.ordinal(), row.lastDate(), row.lastUnitCost());
    }

    private static Map<Long, List<CostLayer>> layers(Handle handle, Collection<Long> pools, Books.Setting setting) {
        Map<Long, List<CostLayer>> layers = new HashMap<>();
        handle.createQuery("SELECT pool_id, ordinal, slice, business_date, movement_id, quantity, value FROM cost_layer"
                        + " WHERE pool_id IN (<ids>) ORDER BY pool_id, business_date, ordinal, slice")
                .bindList("ids", new ArrayList<>(pools))
                .map((row, context) -> layers.computeIfAbsent(row.getLong(1), pool -> new ArrayList<>())
                        .add(new CostLayer(
                                new CostLayer.Origin(
                                        row.getObject(4, LocalDate.class), row.getLong(2), row.getInt(3), row.getLong(5)),
                                new Quantity(row.getLong(6)),
                                new Money(row.getLong(7), setting.currency()))))
                .list();
        return layers;
    }

    private static void balances(Handle handle, List<ItemId> items, Books books) {
        record Row(long itemId, long locationId, long onHand) {}
        handle.createQuery("SELECT item_id, location_id, on_hand FROM stock_balance WHERE item_id IN (<items>)")
                .bindList("items", items.stream().map(ItemId::value).toList())
                .mapTo(Row.class)
                .forEach(row -> books.hold(Places.of(row.itemId(), row.locationId()), new Quantity(row.onHand())));
    }

    /** With the pools of the movements returned to: two returns of one sale, to two places, come one after the other. */
    private static Collection<Long> withPoolsOf(Handle handle, List<Long> movements, Collection<Long> pools) {
        if (movements.isEmpty()) {
            return pools;
        }
        Set<Long> all = new HashSet<>(pools);
        all.addAll(handle.createQuery("SELECT DISTINCT pool_id FROM movement WHERE id IN (<ids>)")
                .bindList("ids", movements)
                .mapTo(Long.class)
                .list());
        return all;
    }

    private static void sources(Handle handle, List<Long> movements, Books books) {
        if (movements.isEmpty()) {
            return;
        }
        record Row(long id, long itemId, long locationId, long quantity, long cost, long returned) {}
        handle.createQuery("SELECT m.id, m.item_id, m.location_id, m.quantity,"
                        + " (SELECT ABS(COALESCE(SUM(v.amount), 0)) FROM value_entry v WHERE v.movement_id = m.id) cost,"
                        + " (SELECT ABS(COALESCE(SUM(r.quantity + COALESCE((SELECT SUM(u.quantity) FROM movement u"
                        + " WHERE u.source_movement_id = r.id AND u.kind = 'REVERSAL'), 0)), 0)) FROM movement r"
                        + " WHERE r.source_movement_id = m.id) returned"
                        + " FROM movement m WHERE m.id IN (<ids>)")
                .bindList("ids", movements)
                .mapTo(Row.class)
                .forEach(row -> books.hold(new Stock.Source(
                        row.id(),
                        Places.of(row.itemId(), row.locationId()),
                        new Quantity(row.quantity()),
                        new Money(row.cost(), books.setting().currency()),
                        new Quantity(row.returned()))));
    }

    private static List<Long> sources(Collection<PostingRequest> requests) {
        return requests.stream()
                .flatMap(request -> request.stock().stream())
                .flatMap(BookReader::sources)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Stream<Long> sources(StockLine line) {
        if (line instanceof StockLine.GiveBack back) return Stream.of(back.movement());
        if (line instanceof StockLine.TakeBack back) return Stream.of(back.movement());
        if (line instanceof StockLine.Undo undo) return Stream.of(undo.movement(), undo.returnedTo());
        return Stream.empty();
    }

    /** The books, and their pools as they were when read. */
    record LoadedBooks(Books books, Map<Stock.Place, Stock.Pool> before) {}
}
