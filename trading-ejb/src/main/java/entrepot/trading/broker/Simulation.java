package entrepot.trading.broker;

import entrepot.kernel.Money;
import java.util.List;
import java.util.function.IntPredicate;

/** Orders over the bars of one or more instruments, bar after bar in the order of their times; at equal times in the order of the instruments. */
public final class Simulation {

    private static final int PART = 1 << 16;

    private final List<Series> series;
    private final BrokerTerms terms;
    private final List<Money> money;

    /** @param money what the account begins with, in each of its currencies */
    public Simulation(List<Series> series, BrokerTerms terms, List<Money> money) {
        if (series.isEmpty()) {
            throw new IllegalArgumentException("no series, must be 1 or more");
        }
        this.series = List.copyOf(series);
        this.terms = terms;
        this.money = List.copyOf(money);
    }

    public SimulationResult run(Trader trader) {
        return run(trader, bar -> true);
    }

    /** @param goOn asked now and then with the bars that are through; @return null where it said no */
    public SimulationResult run(Trader trader, IntPredicate goOn) {
        Broker broker = new Broker(series, terms, money, trader);
        SimulationResult.Record record = new SimulationResult.Record(series, broker);
        boolean whole = series.size() == 1 ? one(broker, record, goOn) : several(broker, record, goOn);
        if (!whole) {
            return null;
        }
        broker.settle();
        return record.result(terms);
    }

    private boolean one(Broker broker, SimulationResult.Record record, IntPredicate goOn) {
        Market market = broker.market(0);
        for (int bar = 0; bar < market.size(); bar++) {
            if (bar % PART == 0 && !goOn.test(bar)) {
                return false;
            }
            broker.bar(market, bar);
            broker.after(market, bar, true);
            record.closed(market);
        }
        return true;
    }

    private boolean several(Broker broker, SimulationResult.Record record, IntPredicate goOn) {
        int[] next = new int[series.size()];
        for (int done = 0; ; done++) {
            if (done % PART == 0 && !goOn.test(done)) {
                return false;
            }
            Market first = null;
            for (int at = 0; at < next.length; at++) {
                Market market = broker.market(at);
                if (next[at] < market.size() && (first == null || market.time(next[at]) < first.time(next[first.instrument]))) {
                    first = market;
                }
            }
            if (first == null) {
                return true;
            }
            int bar = next[first.instrument]++;
            broker.bar(first, bar);
            broker.after(first, bar, isLast(broker, next, first.time));
            record.closed(first);
        }
    }

    /** Whether no series has another bar at that time. */
    private static boolean isLast(Broker broker, int[] next, long time) {
        for (int at = 0; at < next.length; at++) {
            Market market = broker.market(at);
            if (next[at] < market.size() && market.time(next[at]) == time) {
                return false;
            }
        }
        return true;
    }
}
