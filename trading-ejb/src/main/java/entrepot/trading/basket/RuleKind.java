package entrepot.trading.basket;

import entrepot.trading.indicator.Parameter;
import entrepot.trading.strategy.BuiltIn;
import java.util.List;
import java.util.Map;

/** All rules of a portfolio, for forms and programs to list. */
public enum RuleKind {

    /** All instruments, always. */
    HOLD,

    CROSS_SECTION,

    /** One of the built-in strategies but a learned one, as the following, on each instrument by itself. */
    CROSSOVER, CHANNEL, MOMENTUM, BOLLINGER, RSI, ORNSTEIN_UHLENBECK;

    public List<Parameter> parameters() {
        return switch (this) {
            case HOLD -> List.of();
            case CROSS_SECTION -> CrossSection.PARAMETERS;
            default -> BuiltIn.valueOf(name()).parameters();
        };
    }

    /**
     * @param given numbers as {@link Double}, choices as words; the standard for what is not given
     * @throws entrepot.trading.strategy.Misfit where two settings do not go together
     */
    public Rule with(Map<String, Object> given) {
        return switch (this) {
            case HOLD -> new HoldAll(0);
            case CROSS_SECTION -> CrossSection.of(given);
            default -> new Trend(BuiltIn.valueOf(name()).with(given));
        };
    }
}
