package entrepot.trading.basket;

import entrepot.trading.backtest.Costs;
import entrepot.trading.backtest.FeeBasis;
import entrepot.trading.backtest.Terms;
import entrepot.trading.strategy.Misfit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person asks of many instruments. Nothing in it is drawn by lot, so it has no seed.
 *
 * @param symbols  different ones, as many as the rule takes, kept in the order of the alphabet
 * @param fromDay  first day of bars, or null for all; @param toDay last one, or null for all
 * @param feeRate  share of the value traded, a side; @param perOrder fee for each order filled; @param slippage share of the price
 */
public record BasketExperiment(List<String> symbols, LocalDate fromDay, LocalDate toDay, NamedRule rule, Plan plan, double startCash, double feeRate,
        double perOrder, double slippage) {

    /** What the names of parameters of the rule begin with where they stand beside those of the plan, which begin with {@link #PLAN}. */
    public static final String RULE = "rule.";
    public static final String PLAN = "plan.";

    public BasketExperiment {
        symbols = symbols.stream().sorted().distinct().toList();
        if (symbols.size() < rule.kind().fewest() || symbols.size() > rule.kind().most()) {
            throw new IllegalArgumentException(symbols.size() + " different instruments, must be " + rule.kind().fewest() + " to " + rule.kind().most());
        }
        List<Misfit> wrong = rule.kind().objections(plan);
        if (!wrong.isEmpty()) {
            throw wrong.get(0);
        }
    }

    public Terms terms() {
        return Terms.allIn(startCash, new Costs(feeRate, FeeBasis.VALUE, 0, perOrder, slippage));
    }

    /**
     * The same with other values, named {@code rule.lookback} or {@code plan.window}.
     *
     * @throws IllegalArgumentException where one is not known, or they do not hold
     */
    public BasketExperiment with(Map<String, Object> others) {
        return new BasketExperiment(symbols, fromDay, toDay, rule.with(under(RULE, others)), plan.with(under(PLAN, others)), startCash, feeRate, perOrder,
                slippage);
    }

    private static Map<String, Object> under(String part, Map<String, Object> all) {
        Map<String, Object> found = new HashMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(part)) {
                found.put(name.substring(part.length()), value);
            } else if (!name.startsWith(RULE) && !name.startsWith(PLAN)) {
                throw new IllegalArgumentException(name + " is none of its parameters, must begin with " + RULE + " or " + PLAN);
            }
        });
        return found;
    }

    /** Rule and plan, stable. */
    public String words() {
        return rule.kind() + " " + rule.settings() + "; " + plan.settings();
    }
}
