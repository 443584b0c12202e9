package entrepot.trading.broker;

import entrepot.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds a trader that sees the future: it is run again on series cut at a bar, and must give the same orders and have the same fills up to there. */
public final class CutRun {

    private final Series series;
    private final BrokerTerms terms;
    private final List<Money> money;
    private final Function<Series, Trader> trader;
    private final SimulationResult whole;

    /** @param trader made anew from what it may see */
    public CutRun(Series series, BrokerTerms terms, List<Money> money, Function<Series, Trader> trader) {
        this.series = series;
        this.terms = terms;
        this.money = money;
        this.trader = trader;
        this.whole = run(series);
    }

    private SimulationResult run(Series cut) {
        return new Simulation(List.of(cut), terms, money).run(trader.apply(cut));
    }

    /** What the later bars changed, or none. @param cut bars that are left, 1 or more */
    public Optional<String> changedBy(int cut) {
        SimulationResult part = run(series.slice(0, cut));
        List<String> before = words(whole, cut);
        List<String> now = words(part, cut);
        for (int at = 0; at < Math.max(before.size(), now.size()); at++) {
            String one = at < before.size() ? before.get(at) : "nothing";
            String other = at < now.size() ? now.get(at) : "nothing";
            if (!one.equals(other)) {
                return Optional.of("with all bars: " + one + "; with " + cut + ": " + other);
            }
        }
        return Optional.empty();
    }

    private static List<String> words(SimulationResult result, int cut) {
        List<String> words = new ArrayList<>();
        result.orders().stream().filter(order -> order.given() < cut).forEach(order -> words.add("order " + order.id() + " at " + order.given() + " "
                + order.ticket() + (order.ended() >= 0 && order.ended() < cut ? " " + order.state() + " " + order.reason() : "")));
        result.fills().stream().filter(fill -> fill.bar() < cut).forEach(fill -> words.add(fill.toString()));
        return words;
    }
}
