package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.Lot;
import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.Stock;
import entrepot.inventory.ledger.StockLine;
import entrepot.inventory.ledger.Tracking;
import entrepot.kernel.ItemId;
import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What the book holds by lot of the goods that commands touch. */
final class LotReader {

    private static final String LOT_STOCK = "SELECT s.lot_id, s.location_id, s.item_id, s.on_hand, t.code, t.expires FROM lot_stock s"
            + " JOIN lot t ON t.id = s.lot_id WHERE ";

    private record Row(long lotId, long locationId, long itemId, long onHand, String code, LocalDate expires) {}

    private LotReader() {}

    /**
     * The pools of lots that the requests may touch and do not name: those of what they return or undo, and, where a line
     * leaves it to the book, of all that lies there.
     */
    static Set<Stock.Place> pools(Handle handle, Collection<PostingRequest> requests, List<Long> named, Books.Setting setting) {
        Set<Stock.Place> pools = new HashSet<>();
        if (setting.items().keySet().stream().noneMatch(setting::isByLot)) {
            return pools;
        }
        Set<Stock.Place> open = open(requests).filter(place -> setting.isByLot(place.item())).collect(Collectors.toSet());
        if (!open.isEmpty()) {
            rows(handle, "s.on_hand > 0 AND s.item_id IN (<keys>)", open.stream().map(place -> place.item().value()).toList()).stream()
                    .filter(row -> open.contains(Places.of(row.itemId(), row.locationId())))
                    .forEach(row -> pools.add(Places.of(row.itemId(), row.locationId()).ofLot(row.lotId())));
        }
        Set<Long> lots = lotsOf(handle, named);
        for (PostingRequest request : requests) {
            for (int line = 0; line < request.stock().size(); line++) {
                List<Stock.Place> places = request.places(line).filter(place -> setting.isByLot(place.item())).toList();
                StockLine stock = request.stock().get(line);
                Stream<Long> more = stock.names() != null ? lots.stream()
                        : pools.stream().filter(place -> place.item().equals(stock.item())).map(Stock.Place::lot).toList().stream();
                more.forEach(lot -> places.forEach(place -> pools.add(place.ofLot(lot))));
            }
        }
        return pools.stream().filter(place -> place.lot() != 0).map(setting::poolOf).collect(Collectors.toSet());
    }

    /** Where a line leaves it to the book which lots it takes. */
    private static Stream<Stock.Place> open(Collection<PostingRequest> requests) {
        return requests.stream().flatMap(request -> IntStream.range(0, request.stock().size())
                .filter(line -> request.stock().get(line).names() == null)
                .boxed().flatMap(request::places)
                .filter(place -> place.lot() == 0));
    }

    private static Set<Long> lotsOf(Handle handle, List<Long> movements) {
        return movements.isEmpty() ? Set.of() : Set.copyOf(handle
                .createQuery("SELECT DISTINCT lot_id FROM movement WHERE lot_id IS NOT NULL AND id IN (<ids>)")
                .bindList("ids", movements).mapTo(Long.class).list());
    }

    /** The lots that are named, wherever they lie, and all of an item where a line names none. */
    static void read(Handle handle, Collection<PostingRequest> requests, List<Long> named, Books books) {
        if (books.setting().items().values().stream().allMatch(item -> item.tracking() == Tracking.NONE)) {
            return;
        }
        List<Long> items = open(requests).map(Stock.Place::item)
                .filter(item -> books.setting().items().get(item).tracking() != Tracking.NONE)
                .map(ItemId::value).distinct().toList();
        Set<Long> lots = new HashSet<>(lotsOf(handle, named));
        requests.forEach(request -> request.lots().values().forEach(parts -> parts.forEach(part -> lots.add(part.lot().id()))));
        List<Row> rows = new ArrayList<>(items.isEmpty() ? List.of() : rows(handle, "s.on_hand > 0 AND s.item_id IN (<keys>)", items));
        if (!lots.isEmpty()) {
            // Locked: two pools may each take in the same piece.
            rows.addAll(rows(handle, "s.lot_id IN (<keys>) FOR UPDATE", List.copyOf(lots)));
            // Locked: what is sealed of a last day must stay it, though another document states one for goods not yet come.
            handle.createQuery("SELECT id, item_id, code, expires FROM lot WHERE id IN (<ids>) LOCK IN SHARE MODE")
                    .bindList("ids", List.copyOf(lots))
                    .map((row, context) -> new Lot(row.getLong(1), new ItemId(row.getLong(2)), row.getString(3), row.getObject(4, LocalDate.class)))
                    .forEach(books::hold);
        }
        theirs(handle, requests, books);
        for (Row row : rows) {
            books.hold(new Lot(row.lotId(), new ItemId(row.itemId()), row.code(), row.expires()));
            books.holdLot(Places.of(row.itemId(), row.locationId()).ofLot(row.lotId()), new Quantity(row.onHand()));
        }
    }

    /** Pieces that are named and lie here for a supplier; whoever brings one locks its number too. */
    private static void theirs(Handle handle, Collection<PostingRequest> requests, Books books) {
        List<Long> pieces = requests.stream().flatMap(request -> request.lots().values().stream()).flatMap(List::stream).map(LotPart::lot)
                .filter(lot -> books.setting().items().get(lot.item()).tracking() == Tracking.SERIAL).map(Lot::id).distinct().toList();
        if (!pieces.isEmpty()) {
            handle.createQuery("SELECT lot_id, SUM(on_hand) FROM consigned_stock WHERE lot_id IN (<pieces>) AND on_hand > 0 GROUP BY lot_id")
                    .bindList("pieces", pieces)
                    .map((row, context) -> Map.entry(row.getLong(1), new Quantity(row.getLong(2))))
                    .forEach(one -> books.holdTheirs(one.getKey(), one.getValue()));
        }
    }

    private static List<Row> rows(Handle handle, String which, List<Long> keys) {
        return handle.createQuery(LOT_STOCK + which).bindList("keys", keys.stream().filter(Objects::nonNull).distinct().toList())
                .mapTo(Row.class).list();
    }
}
