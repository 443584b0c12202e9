package entrepot.trading.basket.server;

import entrepot.trading.basket.Booking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each position brought from when something of an instrument was held to when nothing was, in minor units, fees taken off and
 * dividends added: told again from the orders and bookings that were kept.
 */
final class ClosedHoldings {

    private final Map<String, Long> units = new HashMap<>();
    private final Map<String, Long> flows = new HashMap<>();
    private final List<Long> profits = new ArrayList<>();

    /** Something that changed what is held. @param units after it, or by how many it changes them */
    private record Change(long time, int order, String symbol, boolean booking, long units, long cash) {
        static Change of(BasketOrderRow row) {
            long paid = row.filled() > 0 ? -row.value() : row.value();
            return new Change(row.endedTime(), row.number(), row.symbol(), false, row.filled(), paid - row.fee());
        }

        static Change of(BookingRow row) {
            return new Change(row.time(), row.number(), row.symbol(), true, row.kind() == Booking.Kind.SPLIT ? row.afterUnits() : row.beforeUnits(), row.cash());
        }
    }

    /** Bookings are made before the open, orders are filled at it. @return in the order of their ends */
    static long[] profits(List<BasketOrderRow> orders, List<BookingRow> bookings) {
        List<Change> changes = new ArrayList<>();
        orders.stream().filter(row -> row.filled() != 0).map(Change::of).forEach(changes::add);
        bookings.stream().map(Change::of).forEach(changes::add);
        changes.sort(Comparator.comparingLong(Change::time).thenComparing(Change::booking, Comparator.reverseOrder()).thenComparingInt(Change::order));
        ClosedHoldings told = new ClosedHoldings();
        changes.forEach(told::add);
        return told.profits.stream().mapToLong(Long::longValue).toArray();
    }

    private void add(Change change) {
        long before = units.getOrDefault(change.symbol(), 0L);
        long after = change.booking() ? change.units() : before + change.units();
        long flow = (before == 0 ? 0 : flows.get(change.symbol())) + change.cash();
        units.put(change.symbol(), after);
        flows.put(change.symbol(), flow);
        if (after == 0) {
            profits.add(flow);
        }
    }
}
