package entrepot.trading.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What can be called besides the indicators.
 *
 * <p>Lines cross at the bar at which the first is strictly on its new side, after it was strictly on the other; lines that only
 * touch do not. Bars at which one is undefined are passed over. For the others all that is looked at must be defined.
 */
public enum Function {
    CROSSOVER("crossover(a, b)", "a goes through b upwards", 2, 2, false),
    CROSSUNDER("crossunder(a, b)", "a goes through b downwards", 2, 2, false),
    RISING("rising(x, n)", "x rose at each of the last n bars; n is 1 where it is not said", 1, 1, true),
    FALLING("falling(x, n)", "x fell at each of the last n bars; n is 1 where it is not said", 1, 1, true),
    HIGHEST("highest(x, n)", "highest x of the last n bars, this one included", 1, 1, true),
    LOWEST("lowest(x, n)", "lowest x of the last n bars, this one included", 1, 1, true),
    ABS("abs(x)", "x without its sign", 1, 1, false),
    MIN("min(a, b, ...)", "the lowest", 2, 8, false),
    MAX("max(a, b, ...)", "the highest", 2, 8, false);

    private final String signature;
    private final String meaning;
    final int fewest;
    final int most;
    final boolean counts;

    /** @param counts whether a number of bars follows what it takes */
    Function(String signature, String meaning, int fewest, int most, boolean counts) {
        this.signature = signature;
        this.meaning = meaning;
        this.fewest = fewest;
        this.most = most;
        this.counts = counts;
    }

    static Optional<Function> find(String name) {
        return Arrays.stream(values()).filter(one -> one.word().equals(name)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Function::word).toList();
    }

    public String word() {
        return name().toLowerCase();
    }

    public String signature() {
        return signature;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether it is a condition. */
    public boolean decides() {
        return ordinal() <= FALLING.ordinal();
    }

    boolean isArithmetic() {
        return ordinal() >= ABS.ordinal();
    }
}
