package entrepot.inventory.ledger;

import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much of each lot lies where, now and on every day that a posting may change: never less than nothing. */
final class LotBalances {

    private static final Quantity ONE = Quantity.units(1);

    private final Books books;
    private final boolean takesTheirs;
    private final DayBalances stock;

    /** @param history of the items, or null where all that is asked comes after what is posted */
    LotBalances(Books books, PostingRequest request, History history) {
        this.books = books;
        stock = new DayBalances(books.lotStock);
        takesTheirs = request.takesTheirs();
        if (history != null) {
            history.all().stream().map(History.Past::movement).filter(movement -> movement.lot() != null)
                    .forEach(movement -> stock.past(movement.place(), movement.step().date(), movement.quantity()));
        }
    }

    void move(Stock.Place place, LocalDate day, Quantity quantity) {
        stock.move(place, day, quantity);
    }

    Quantity least(Stock.Place place, LocalDate day) {
        return stock.least(place, day);
    }

    /** What cannot be of all that was moved. */
    List<Refusal> refusals(List<Movement> moved) {
        List<Movement> ofLots = moved.stream().filter(movement -> movement.lot() != null && !movement.quantity().isZero()).toList();
        Map<Stock.Place, LocalDate> first = new LinkedHashMap<>();
        Map<Stock.Place, Integer> lines = new HashMap<>();
        ofLots.forEach(movement -> {
            move(movement.place(), movement.step().date(), movement.quantity());
            first.merge(movement.place(), movement.step().date(), (one, other) -> one.isBefore(other) ? one : other);
            lines.putIfAbsent(movement.place(), movement.line());
        });
        List<Refusal> refusals = new ArrayList<>();
        first.forEach((place, day) -> {
            Quantity least = least(place, day);
            if (least.compareTo(Quantity.ZERO) < 0) {
                refusals.add(new Refusal(lines.get(place), "out-of-stock",
                        books.name(place) + ": " + least.negated() + " more would leave than were there"));
            }
        });
        refusals.addAll(twice(ofLots));
        return refusals;
    }

    private List<Refusal> twice(List<Movement> moved) {
        List<Refusal> refusals = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        Map<Long, Quantity> totals = moved.isEmpty() ? Map.of() : totals();
        for (Movement movement : moved) {
            Lot lot = movement.lot();
            boolean serial = books.setting.items().get(lot.item()).tracking() == Tracking.SERIAL;
            if (serial && movement.quantity().isPositive() && seen.add(lot.id()) && totals.get(lot.id()).compareTo(ONE) > 0) {
                refusals.add(new Refusal(movement.line(), "serial-in-stock", LotRules.inStock(lot, books.setting.items().get(lot.item()).sku().code())));
            }
        }
        return refusals;
    }

    /** Of each lot, wherever it lies and whosever it is. */
    private Map<Long, Quantity> totals() {
        Map<Long, Quantity> totals = new HashMap<>();
        stock.all().forEach((place, quantity) -> totals.merge(place.lot(), quantity, Quantity::plus));
        if (!takesTheirs) {
            books.theirs.forEach((lot, quantity) -> totals.merge(lot, quantity, Quantity::plus));
        }
        return totals;
    }
}
