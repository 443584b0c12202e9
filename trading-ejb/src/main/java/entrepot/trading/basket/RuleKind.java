package entrepot.trading.basket;

import entrepot.trading.indicator.Parameter;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.strategy.Misfit;
import java.util.List;
import java.util.Map;

/** All rules of a portfolio, for forms and programs to list. */
public enum RuleKind {

    /** All instruments, always. */
    HOLD,

    CROSS_SECTION,

    /** The spread of all instruments, by weights of Johansen's test. */
    COINTEGRATION,

    /** One of the built-in strategies but a learned one, as the following, on each instrument by itself. */
    CROSSOVER, CHANNEL, MOMENTUM, BOLLINGER, RSI, ORNSTEIN_UHLENBECK;

    public List<Parameter> parameters() {
        return switch (this) {
            case HOLD -> List.of();
            case CROSS_SECTION -> CrossSection.PARAMETERS;
            case COINTEGRATION -> Cointegration.PARAMETERS;
            default -> BuiltIn.valueOf(name()).parameters();
        };
    }

    /**
     * @param given numbers as {@link Double}, choices as words; the standard for what is not given
     * @throws Misfit where two settings do not go together
     */
    public Rule with(Map<String, Object> given) {
        return switch (this) {
            case HOLD -> new HoldAll(0);
            case CROSS_SECTION -> CrossSection.of(given);
            case COINTEGRATION -> Cointegration.of(given);
            default -> new Trend(BuiltIn.valueOf(name()).with(given));
        };
    }

    /** Whether it goes in and out of one spread of all instruments. */
    public boolean tradesSpread() {
        return this == COINTEGRATION;
    }

    /** Instruments. */
    public int fewest() {
        return this == COINTEGRATION ? Cointegration.FEWEST : Universe.FEWEST;
    }

    public int most() {
        return this == COINTEGRATION ? Cointegration.MOST : Universe.MOST;
    }

    /** What of a plan does not go with it. */
    public List<Misfit> objections(Plan plan) {
        return this == COINTEGRATION ? Cointegration.objections(plan) : List.of();
    }
}
