package entrepot.inventory.ledger;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The second opinion on changes of method that count as if it had always been so: the history is lived again by the other method. What that
 * makes of the days before the change is opening equity, not their cost of sales; all else is where it belongs.
 */
class SlowMethods extends SlowHistory {

    private final Map<Integer, BigInteger> keptApart = new TreeMap<>();
    private SlowHistory now;
    private BigInteger openingEquity = BigInteger.ZERO;

    SlowMethods(Rules rules) {
        super(rules);
        now = always(rules);
    }

    @Override
    String post(Event event) {
        return event.what() == What.RESTATE ? restate(event) : now.post(event);
    }

    private String restate(Event event) {
        Period period = event.becomes() == Flow.AVERAGE ? event.period() : Period.EVENT;
        if (event.becomes() == now.rules.flow() && period == now.rules.period()) {
            return "it is so already";
        }
        SlowHistory ever = always(now.rules.with(event.becomes(), period));
        String refused = ever.relive(now);
        if (refused != null) {
            return refused;
        }
        for (int day = 0; day < firstDayBooked(event.day()); day++) {
            BigInteger more = costOfSales(ever, day).subtract(costOfSales(now, day));
            keptApart.merge(day, more, BigInteger::add);
            openingEquity = openingEquity.subtract(worth(ever, day)).add(worth(now, day));
        }
        ever.events().add(event);
        now = ever;
        return null;
    }

    /** What it makes of this day and later ones is booked where it belongs. */
    int firstDayBooked(int change) {
        return change;
    }

    private static BigInteger costOfSales(SlowHistory history, int day) {
        return history.costOfSalesByDay().getOrDefault(day, BigInteger.ZERO);
    }

    /** Of what is not owed: what goes back to a supplier at what the flow gives up is. */
    private static BigInteger worth(SlowHistory history, int day) {
        return history.events().stream().filter(event -> !owes(history, event)).flatMap(event -> Stream.of(false, true)
                .map(arrival -> history.worths.getOrDefault(leg(event.number(), arrival), new TreeMap<>()).getOrDefault(day, BigInteger.ZERO)))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static boolean owes(SlowHistory history, Event event) {
        What what = event.what() == What.UNDO ? history.events().get(event.of()).what() : event.what();
        return what == What.SEND_BACK_AT_CURRENT || event.what() == What.UNDO && (what == What.SEND_BACK || what == What.RECEIPT);
    }

    @Override
    BigInteger openingEquity() {
        return openingEquity;
    }

    @Override
    Map<Integer, BigInteger> costOfSalesByDay() {
        Map<Integer, BigInteger> reported = new TreeMap<>(now.costOfSalesByDay());
        keptApart.forEach((day, apart) -> reported.merge(day, apart.negate(), BigInteger::add));
        reported.values().removeIf(cost -> cost.signum() == 0);
        return reported;
    }

    @Override
    String correct(int number, BigInteger actual) {
        return now.correct(number, actual);
    }

    @Override
    BigInteger onShelf(int place) {
        return now.onShelf(place);
    }

    @Override
    BigInteger unitsOf(int place) {
        return now.unitsOf(place);
    }

    @Override
    BigInteger worthOf(int place) {
        return now.worthOf(place);
    }

    @Override
    Map<Integer, TreeMap<Integer, BigInteger>> worthByDay() {
        return now.worthByDay();
    }

    @Override
    Map<Integer, TreeMap<Integer, BigInteger>> movedByDay() {
        return now.movedByDay();
    }

    @Override
    BigInteger open(int number) {
        return now.open(number);
    }

    @Override
    BigInteger units(Event event) {
        return now.units(event);
    }

    @Override
    List<Event> events() {
        return now.events();
    }
}
