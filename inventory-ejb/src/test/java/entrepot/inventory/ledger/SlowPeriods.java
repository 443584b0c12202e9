package entrepot.inventory.ledger;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The second opinion on averages of a day or a month: what a pool held at the start of a period and what came in it at a
 * worth of its own make one rate, and all else leaves and comes at that. What comes from another pool joins at the end. A change of
 * the method ends the period there: what is on hand then, or missing, is what the next begins with.
 */
class SlowPeriods extends SlowHistory {

    private static final BigInteger ZERO = BigInteger.ZERO;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private final Map<Integer, SlowAverage> averages = new TreeMap<>();
    private List<Event> all = List.of();
    List<Event> inOrder = List.of();
    private Period period;

    SlowPeriods(Rules rules) {
        super(rules);
    }

    int periodOf(int day) {
        return period == Period.DAY ? day : FIRST.plusDays(day).getMonthValue();
    }

    @Override
    void begin(List<Event> events) {
        averages.clear();
        all = events;
        inOrder = upToNextChange(0);
        period = rules.period();
        if (all.stream().anyMatch(event -> event.what() == What.UNDO && event.day() < events().get(event.of()).day())) {
            throw new Refused("undone before it happened");
        }
    }

    List<Event> upToNextChange(int from) {
        return all.subList(from, all.size()).stream().takeWhile(event -> event.what() != What.CHANGE).toList();
    }

    @Override
    void change(Event event, int leg) {
        end();
        super.change(event, leg);
        period = event.becomes() == Flow.AVERAGE ? event.period() : Period.EVENT;
        inOrder = upToNextChange(all.indexOf(event) + 1);
    }

    @Override
    boolean isSo(Event change) {
        return super.isSo(change) && (flow() != Flow.AVERAGE || change.period() == period);
    }

    @Override
    void end() {
        averages.values().forEach(SlowAverage::end);
        averages.clear();
    }

    @Override
    void happen(Event event) {
        if (period == Period.EVENT || event.what() == What.CHANGE) {
            super.happen(event);
        } else {
            happenInPeriod(event);
        }
    }

    private void happenInPeriod(Event event) {
        if (event.what() == What.UNDO && event.units().signum() == 0 && event.day() >= events().get(event.of()).day()) {
            return;
        }
        if (averages.values().stream().anyMatch(average -> average.number != periodOf(event.day()))) {
            end();
        }
        days.put(event.number(), event.day());
        SlowAverage average = average(event, event.place());
        int leg = leg(event.number(), false);
        switch (event.what()) {
            case RECEIPT -> average.come(event, leg, event.units(), worthOfReceipt(event));
            case BACK_AT_NOTHING -> average.come(event, leg, event.units(), ZERO);
            case BACK_AT_CURRENT -> average.come(event, leg, event.units(), average.atOwnOr(event, average.atRate(event.units())));
            case BACK -> {
                BigInteger original = carried(event);
                boolean here = average.here.contains(event.of());
                average.come(event, leg, event.units(), average.atOwnOr(event, here ? average.atRate(event.units()) : original));
            }
            case SALE -> {
                allow(event);
                average.leaveAtRate(event, leg);
            }
            case SEND_BACK, SEND_BACK_AT_CURRENT -> {
                carried(event);
                allow(event);
                average.sendBack(event, leg);
            }
            case MOVE -> move(event, average, leg);
            case COUNT -> average.count(event, leg);
            case CHARGE -> {
                if (event.day() < events().get(event.of()).day()) {
                    throw new Refused("earlier than what it is charged on");
                }
                note(leg, event.day(), rules.onHandShare() ? event.worth() : ZERO);
            }
            case REVALUE -> note(leg, event.day(), event.worth());
            case UNDO -> undo(event, leg);
            default -> throw new IllegalStateException(event + " is not of an average");
        }
    }

    private void move(Event event, SlowAverage from, int leg) {
        boolean enough = rules.onePool() && rules.belowZero() || event.units().compareTo(onShelf(event.place())) <= 0;
        if (event.place() == event.to() || !enough) {
            throw new Refused("cannot move event " + event.number());
        }
        if (rules.onePool()) {
            shelve(event.place(), event.day(), event.units().negate());
            shelve(event.to(), event.day(), event.units());
            return;
        }
        BigInteger worth = from.leaveAtRate(event, leg);
        average(event, event.to()).comeLater(event, event.to(), leg + 1, event.units(), worth);
    }

    /** Worth what the undone is worth, at each end of its own. */
    private void undo(Event event, int leg) {
        Event source = events().get(event.of());
        BigInteger before = returned.getOrDefault(source.number(), ZERO);
        carried(event);
        BigInteger after = returned.get(source.number());
        BigInteger cost = worthUndone(source, leg(source.number(), false), before, after);
        if (source.what() == What.MOVE && rules.onePool()) {
            shelve(source.to(), event.day(), event.units().negate());
            shelve(source.place(), event.day(), event.units());
        } else if (source.what() == What.MOVE) {
            average(event, source.to()).takeOut(event, source.to(), leg, worthUndone(source, leg(source.number(), true), before, after));
            average(event, source.place()).putBack(event, leg + 1, cost);
        } else if (left(source)) {
            average(event, source.place()).putBack(event, leg, cost);
        } else {
            average(event, source.place()).takeOut(event, source.place(), leg, cost);
        }
        reopen(event, source);
    }

    BigInteger worthUndone(Event source, int leg, BigInteger before, BigInteger after) {
        return carried(source, leg, before, after);
    }

    static boolean left(Event source) {
        return source.what() == What.SALE || source.what().name().startsWith("SEND_BACK");
    }

    /** The other place of a transfer, or of its undoing; else the same. */
    int other(Event event) {
        boolean moves = event.what() == What.MOVE || event.what() == What.UNDO && events().get(event.of()).what() == What.MOVE;
        return moves ? event.to() : event.place();
    }

    BigInteger inPool(int place) {
        return rules.onePool() ? onShelf(1).add(onShelf(2)).add(onShelf(3)) : onShelf(place);
    }

    private SlowAverage average(Event event, int place) {
        return averages.computeIfAbsent(poolOf(place), pool -> new SlowAverage(this, place, periodOf(event.day())));
    }

}
