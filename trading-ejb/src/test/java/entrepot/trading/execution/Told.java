package entrepot.trading.execution;

import java.util.ArrayList;
import java.util.List;

/** Writes down what a book tells. */
final class Told implements BookListener {

    /** @param kind TRADE, REDUCE or REJECT, @param maker 0 where nobody rested */
    record Event(String kind, long taker, long maker, long price, long size, boolean makerDone, boolean takerDone) {}

    private List<Event> events = new ArrayList<>();

    /** Since the last time. */
    List<Event> take() {
        List<Event> taken = events;
        events = new ArrayList<>();
        return taken;
    }

    @Override
    public void traded(long taker, long maker, long price, long size, boolean makerDone, boolean takerDone) {
        events.add(new Event("TRADE", taker, maker, price, size, makerDone, takerDone));
    }

    @Override
    public void reduced(long order, long price, long size, boolean done) {
        events.add(new Event("REDUCE", order, 0, price, size, false, done));
    }

    @Override
    public void rejected(long order, long price, long size) {
        events.add(new Event("REJECT", order, 0, price, size, false, true));
    }
}
