package entrepot.trading.strategy;

import java.util.Map;

/** A strategy of which some numbers may be tried, each by its name. */
public interface Tunable extends Strategy {

    /**
     * The same with other values: numbers as {@link Double}, choices as words.
     *
     * @throws IllegalArgumentException where one is not known, or it does not hold with them
     */
    Tunable with(Map<String, Object> values);
}
