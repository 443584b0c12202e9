package entrepot.inventory.ledger;

import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How much lies where, now and at the end of every day that a posting may change. */
final class DayBalances {

    private final Map<Stock.Place, Quantity> held;
    private final Map<Stock.Place, Quantity> now = new HashMap<>();
    private final Map<Stock.Place, NavigableMap<LocalDate, Quantity>> days = new HashMap<>();

    /** @param held before the posting, with all that the past says */
    DayBalances(Map<Stock.Place, Quantity> held) {
        this.held = held;
    }

    /** What moved before the posting. */
    void past(Stock.Place place, LocalDate day, Quantity quantity) {
        days.computeIfAbsent(place, fresh -> new TreeMap<>()).merge(day, quantity, Quantity::plus);
    }

    void move(Stock.Place place, LocalDate day, Quantity quantity) {
        now.put(place, now(place).plus(quantity));
        past(place, day, quantity);
    }

    private Quantity now(Stock.Place place) {
        return now.getOrDefault(place, held.getOrDefault(place, Quantity.ZERO));
    }

    /** The least that lies there at the end of {@code day} or of any day after it. */
    Quantity least(Stock.Place place, LocalDate day) {
        Quantity then = now(place);
        Quantity least = then;
        for (Quantity moved : days.getOrDefault(place, new TreeMap<>()).tailMap(day, false).descendingMap().values()) {
            then = then.minus(moved);
            least = Quantity.smaller(least, then);
        }
        return least;
    }

    /** All places as they are now. */
    Map<Stock.Place, Quantity> all() {
        Map<Stock.Place, Quantity> all = new HashMap<>(held);
        all.putAll(now);
        return all;
    }
}
