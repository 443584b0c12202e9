package entrepot.trading.backtest;

import entrepot.trading.pair.PairRule;
import java.util.Map;

/** The second instrument of a question about two, and when they are traded. */
public record Pair(String other, PairRule rule) {

    /** The same with other values of the rule. @throws IllegalArgumentException where one is not known, or they do not hold */
    public Pair with(Map<String, Object> others) {
        return new Pair(other, rule.with(others));
    }
}
