package entrepot.trading.broker;

import entrepot.trading.order.Order;
import entrepot.trading.portfolio.Portfolio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Everything that came of orders: they themselves, their fills, the money. */
public final class SimulationResult {

    private final List<Series> series;
    private final BrokerTerms terms;
    private final Portfolio portfolio;
    private final List<Order> orders;
    private final List<BrokerFill> fills;
    private final double[][] worth;
    private final long[][] held;

    private SimulationResult(List<Series> series, BrokerTerms terms, Broker broker, double[][] worth, long[][] held) {
        this.series = series;
        this.terms = terms;
        this.portfolio = broker.portfolio();
        this.orders = List.copyOf(broker.orders());
        this.fills = List.copyOf(broker.fills());
        this.worth = worth;
        this.held = held;
    }

    /** What was held and what its currency's cash was after each bar of an instrument. */
    static final class Record {
        private final List<Series> series;
        private final Broker broker;
        private final double[][] worth;
        private final long[][] held;

        Record(List<Series> series, Broker broker) {
            this.series = series;
            this.broker = broker;
            this.worth = series.stream().map(one -> new double[one.bars().size()]).toArray(double[][]::new);
            this.held = series.stream().map(one -> new long[one.bars().size()]).toArray(long[][]::new);
        }

        void closed(Market market) {
            int instrument = market.instrument;
            long units = broker.held(instrument);
            held[instrument][market.bar] = units;
            long minor = broker.cash(instrument);
            if (units != 0) {
                minor += broker.portfolio().position(instrument).worth(market.closed(market.bar));
            }
            worth[instrument][market.bar] = minor;
        }

        SimulationResult result(BrokerTerms terms) {
            return new SimulationResult(series, terms, broker, worth, held);
        }
    }

    public List<Series> series() {
        return series;
    }

    public BrokerTerms terms() {
        return terms;
    }

    public Portfolio portfolio() {
        return portfolio;
    }

    public List<Order> orders() {
        return orders;
    }

    /** In the order in which they happened. */
    public List<BrokerFill> fills() {
        return fills;
    }

    public List<BrokerFill> fills(Order order) {
        List<BrokerFill> found = new ArrayList<>();
        fills.forEach(fill -> {
            if (fill.order() == order.id()) {
                found.add(fill);
            }
        });
        return found;
    }

    /** Cash of its currency and this position at the close of each bar, minor units. */
    public double[] worth(int instrument) {
        return worth[instrument].clone();
    }

    /** Millionths at the close of each bar. */
    public long[] held(int instrument) {
        return Arrays.copyOf(held[instrument], held[instrument].length);
    }
}
