package entrepot.inventory.consign;

import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wanted of goods at one place beyond what is ours there: of the lots that are named, and of any. */
public final class Shortfall {

    /** Where no lot is named, and of goods that have none. */
    public static final long ANY = 0;

    private final Map<Long, Quantity> wanted = new LinkedHashMap<>();

    /** What is ours at the place, of one lot where the item is kept by lot. */
    public record Own(long lotId, LocalDate expires, long onHand) {

        private Quantity quantity() {
            return new Quantity(Math.max(0, onHand));
        }
    }

    public void want(long lot, Quantity quantity) {
        wanted.merge(lot, quantity, Quantity::plus);
    }

    /** By lot, of any last; nothing is missing where it is not above zero. What is expired is ours only where it is named. */
    public Map<Long, Quantity> beyond(List<Own> ours, LocalDate day) {
        Map<Long, Quantity> beyond = new LinkedHashMap<>(wanted);
        Quantity any = beyond.remove(ANY);
        if (any != null) {
            beyond.put(ANY, any);
        }
        for (Own own : ours) {
            Quantity named = own.lotId() == ANY ? Quantity.ZERO : Quantity.smaller(own.quantity(), wanted.getOrDefault(own.lotId(), Quantity.ZERO));
            beyond.computeIfPresent(own.lotId(), (lot, quantity) -> quantity.minus(named));
            if (own.expires() == null || !own.expires().isBefore(day)) {
                beyond.computeIfPresent(ANY, (lot, quantity) -> quantity.minus(own.quantity().minus(named)));
            }
        }
        return beyond;
    }
}
