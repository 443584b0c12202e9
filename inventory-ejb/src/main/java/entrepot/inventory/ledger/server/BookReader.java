package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.Closing;
import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.Reserved;
import entrepot.inventory.ledger.Stock;
import entrepot.inventory.ledger.StockLine;
import entrepot.inventory.valuation.CostLayer;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.CostPool;
import entrepot.inventory.valuation.Shortage;
import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Remembered;
import entrepot.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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

    @Inject
    private HistoryReader histories;

    /** Locks every pool the requests touch, in the order of their numbers, so that two groups cannot deadlock. */
    LoadedBooks load(Handle handle, Collection<PostingRequest> requests, Closing closing) {
        return load(handle, requests, closing, Map.of());
    }

    /** As {@link #load}, with what moved of some items, and of what was made of them, from a day on at least; their every pool is locked. */
    LoadedBooks load(Handle handle, Collection<PostingRequest> requests, Closing closing, Map<ItemId, LocalDate> asked) {
        List<Stock.Place> places = Books.placesTouched(requests);
        Map<ItemId, LocalDate> from = MadeOf.downstream(handle, asked);
        List<ItemId> touched = Stream.concat(places.stream().map(Stock.Place::item), from.keySet().stream()).distinct().toList();
        String stamp = Remembered.stamp(handle);
        Books.Setting setting = settings.read(handle, stamp, touched, closing);
        Books books = new Books(setting);
        if (places.isEmpty()) {
            return new LoadedBooks(books, Map.of());
        }
        Set<Stock.Place> wanted = new LinkedHashSet<>(Books.poolsTouched(requests, setting));
        wanted.addAll(poolsOf(handle, from.keySet()));
        wanted.addAll(LotReader.pools(handle, requests, named(requests), setting));
        wanted.addAll(poolsToCome(handle, requests, setting));
        Map<Stock.Place, Long> numbers = register.numbers(List.copyOf(wanted));
        StockLock.ofAllLots(handle, touched, setting);
        List<Long> named = named(requests);
        Map<Long, PoolRow> pools = lock(handle, withPoolsOf(handle, named, numbers.values()));
        sameCosting(handle, stamp, setting);
        Map<Long, List<LayerRow>> layers = layers(handle, numbers.values());
        numbers.forEach((pool, id) -> books.hold(pool, state(pools.get(id), layers.getOrDefault(id, List.of()), pool, setting)));
        balances(handle, touched, books);
        LotReader.read(handle, requests, named, books);
        pieces(handle, touched, books);
        SourceReader.read(handle, named, SourceReader.NOW).forEach(row -> books.hold(row.named(setting.currency())));
        missing(handle, layers, books);
        if (!from.isEmpty()) {
            books.hold(from, histories.since(handle, from, named, books));
        }
        return new LoadedBooks(books, books.pools());
    }

    /**
     * Adds what moved of some items from a day on, as {@link #load(Handle, Collection, Closing, Map)} does.
     *
     * @param books in which nothing was posted yet
     * @return false, and nothing is added, where it hangs together with pools that are not held
     */
    boolean addHistory(Handle handle, Books books, Collection<PostingRequest> requests, Map<ItemId, LocalDate> asked) {
        Map<ItemId, LocalDate> from = MadeOf.downstream(handle, asked);
        if (!from.keySet().equals(asked.keySet()) || !books.pools().keySet().containsAll(poolsOf(handle, from.keySet()))) {
            return false;
        }
        books.hold(from, histories.since(handle, from, named(requests), books));
        return true;
    }

    /** A change of method may have held the pools until now. */
    private void sameCosting(Handle handle, String stamp, Books.Setting setting) {
        if (!settings.isStill(handle, stamp, setting)) {
            throw new OptimisticLockException("the costing of an item was changed meanwhile");
        }
    }

    private static List<Stock.Place> poolsOf(Handle handle, Set<ItemId> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("SELECT item_id, location_id, lot_id FROM cost_pool WHERE item_id IN (<items>)")
                .bindList("items", items.stream().map(ItemId::value).toList())
                .map((row, context) -> Places.of(row.getLong(1), row.getLong(2)).ofLot(row.getLong(3)))
                .list();
    }

    /** Those that the items of a change of scope go over to. */
    private static Set<Stock.Place> poolsToCome(Handle handle, Collection<PostingRequest> requests, Books.Setting setting) {
        Set<Stock.Place> pools = new LinkedHashSet<>();
        for (PostingRequest request : requests) {
            List<StockLine.ChangeScope> changes = request.all(StockLine.ChangeScope.class);
            if (!changes.isEmpty()) {
                Books.Setting then = setting.scopedBy(changes, request.businessDate());
                handle.createQuery("SELECT item_id, location_id, 0 FROM stock_balance WHERE item_id IN (<items>)"
                                + " UNION SELECT item_id, location_id, lot_id FROM lot_stock WHERE item_id IN (<items>)")
                        .bindList("items", changes.stream().map(change -> change.item().value()).toList())
                        .map((row, context) -> Places.of(row.getLong(1), row.getLong(2)).ofLot(row.getLong(3)))
                        .filter(place -> setting.isByLot(place.item()) == (place.lot() != 0))
                        .forEach(place -> pools.add(then.poolOf(place)));
            }
        }
        return pools;
    }

    private record PoolRow(long id, long ordinal, LocalDate lastDate, BigDecimal lastUnitCost) {}

    private static Map<Long, PoolRow> lock(Handle handle, Collection<Long> ids) {
        Map<Long, PoolRow> rows = new HashMap<>();
        for (List<Long> part : Rows.parts(ids.stream().sorted().toList())) {
            handle.createQuery("SELECT id, ordinal, last_date, last_unit_cost FROM cost_pool WHERE id IN (<ids>) ORDER BY id FOR UPDATE")
                    .bindList("ids", part)
                    .mapTo(PoolRow.class)
                    .forEach(row -> rows.put(row.id(), row));
        }
        return rows;
    }

    /** A negative quantity is a shortage. */
    private record LayerRow(CostLayer.Origin origin, long quantity, long value) {}

    private static Map<Long, List<LayerRow>> layers(Handle handle, Collection<Long> pools) {
        Map<Long, List<LayerRow>> layers = new HashMap<>();
        for (List<Long> part : Rows.parts(pools)) {
            handle.createQuery("SELECT pool_id, ordinal, slice, business_date, movement_id, quantity, value FROM cost_layer"
                            + " WHERE pool_id IN (<ids>) ORDER BY pool_id, business_date, ordinal, slice")
                    .bindList("ids", part)
                    .map((row, context) -> layers.computeIfAbsent(row.getLong(1), pool -> new ArrayList<>()).add(new LayerRow(
                            new CostLayer.Origin(row.getObject(4, LocalDate.class), row.getLong(2), row.getInt(3), row.getLong(5)),
                            row.getLong(6), row.getLong(7))))
                    .list();
        }
        return layers;
    }

    private static Stock.Pool state(PoolRow row, List<LayerRow> rows, Stock.Place pool, Books.Setting setting) {
        CostPolicy policy = setting.policyOf(pool);
        var cost = new CostPool(policy.flow(), setting.currency(), policy.initialUnitCost());
        cost.restore(
                rows.stream().filter(layer -> layer.quantity() > 0)
                        .map(layer -> new CostLayer(
                                layer.origin(), new Quantity(layer.quantity()), new Money(layer.value(), setting.currency())))
                        .toList(),
                rows.stream().filter(layer -> layer.quantity() < 0)
                        .map(layer -> new Shortage(
                                layer.origin(), new Quantity(-layer.quantity()), new Money(-layer.value(), setting.currency())))
                        .toList(),
                row.lastUnitCost());
        return new Stock.Pool(row.id(), cost, row.ordinal(), row.lastDate());
    }

    private static void balances(Handle handle, List<ItemId> items, Books books) {
        Rows.parts(items.stream().map(ItemId::value).toList()).forEach(part -> balancesOf(handle, part, books));
    }

    private static void balancesOf(Handle handle, List<Long> items, Books books) {
        record Row(long itemId, long locationId, Long onHand, LocalDate checkpoint, Long held, Reserved.Rule rule) {}
        handle.createQuery("SELECT b.item_id, b.location_id, b.on_hand, (SELECT MAX(c.as_of) FROM cost_checkpoint c"
                        + " WHERE c.item_id = b.item_id) checkpoint, NULL held, NULL rule FROM stock_balance b"
                        + " WHERE b.item_id IN (<items>)"
                        + " UNION ALL SELECT r.item_id, r.location_id, NULL, NULL, r.held,"
                        + " (SELECT sell_reserved FROM promise_policy) FROM stock_reserved r WHERE r.item_id IN (<items>)")
                .bindList("items", items)
                .mapTo(Row.class)
                .forEach(row -> {
                    if (row.held() != null) {
                        books.reserved().hold(Places.of(row.itemId(), row.locationId()), new Quantity(row.held()), row.rule());
                    } else {
                        books.hold(Places.of(row.itemId(), row.locationId()), new Quantity(row.onHand()));
                    }
                    if (row.checkpoint() != null) {
                        books.hold(new ItemId(row.itemId()), row.checkpoint());
                    }
                });
    }

    private static void pieces(Handle handle, List<ItemId> items, Books books) {
        List<Long> counted = items.stream().filter(item -> books.setting().items().get(item).pieces() != null).map(ItemId::value).toList();
        for (List<Long> part : Rows.parts(counted)) {
            handle.createQuery("SELECT item_id, location_id, lot_id, pieces FROM piece_stock WHERE item_id IN (<items>)")
                    .bindList("items", part)
                    .map((row, context) -> Map.entry(Places.of(row.getLong(1), row.getLong(2)).ofLot(row.getLong(3)), Quantity.units(row.getLong(4))))
                    .forEach(place -> books.holdPieces(place.getKey(), place.getValue()));
        }
    }

    /** With the pools of the movements returned to: two returns of one sale, to two places, come one after the other. */
    private static Collection<Long> withPoolsOf(Handle handle, List<Long> movements, Collection<Long> pools) {
        Set<Long> all = new HashSet<>(pools);
        for (List<Long> part : Rows.parts(movements)) {
            all.addAll(handle.createQuery("SELECT DISTINCT pool_id FROM movement WHERE id IN (<ids>)")
                    .bindList("ids", part)
                    .mapTo(Long.class)
                    .list());
        }
        return all;
    }

    /** What took goods that are still missing will be worth something else when they come. */
    private void missing(Handle handle, Map<Long, List<LayerRow>> layers, Books books) {
        List<Long> movements = layers.values().stream().flatMap(List::stream)
                .filter(layer -> layer.quantity() < 0)
                .map(layer -> layer.origin().movement())
                .toList();
        histories.ofMovements(handle, movements, books.setting().chart()).forEach(books::hold);
    }

    private static List<Long> named(Collection<PostingRequest> requests) {
        return requests.stream()
                .flatMap(request -> Stream.concat(
                        request.stock().stream().flatMap(BookReader::named),
                        request.lots().values().stream().flatMap(List::stream).map(LotPart::movement)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Stream<Long> named(StockLine line) {
        return line instanceof StockLine.Undo undo ? Stream.of(undo.movement(), undo.returnedTo()) : Stream.ofNullable(line.names());
    }

    /** The books, and their pools as they were when read. */
    record LoadedBooks(Books books, Map<Stock.Place, Stock.Pool> before) {}
}
