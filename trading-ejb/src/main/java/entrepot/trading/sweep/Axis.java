package entrepot.trading.sweep;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A parameter with the values that are tried: {@code least}, {@code least + step} and so on, none above {@code most}. They are
 * reckoned as decimals, so that 0.1, 0.2, 0.3 are these. Of words, the values are their numbers from 0.
 *
 * @param choices the words that are tried, in their order; empty of numbers
 */
public record Axis(String name, double least, double most, double step, List<String> choices) {

    public static final int MOST_VALUES = 1_000_000;

    public Axis(String name, double least, double most, double step) {
        this(name, least, most, step, List.of());
    }

    public Axis {
        choices = choices == null ? List.of() : List.copyOf(choices);
        if (!(step > 0 && least <= most && Double.isFinite(most - least) && Double.isFinite(step))) {
            throw new IllegalArgumentException(name + " from " + least + " to " + most + " by " + step
                    + ": must be from a lower or equal to a higher number by a step above 0");
        }
        if (values(least, most, step).compareTo(BigDecimal.valueOf(MOST_VALUES)) > 0) {
            throw new IllegalArgumentException(name + " from " + least + " to " + most + " by " + step + " has "
                    + values(least, most, step) + " values, may have " + MOST_VALUES);
        }
    }

    /** @param words one or more */
    public static Axis of(String name, List<String> words) {
        return new Axis(name, 0, words.size() - 1, 1, words);
    }

    private static BigDecimal values(double least, double most, double step) {
        return BigDecimal.valueOf(most).subtract(BigDecimal.valueOf(least)).divide(BigDecimal.valueOf(step), 0, RoundingMode.DOWN)
                .add(BigDecimal.ONE);
    }

    public boolean hasWords() {
        return !choices.isEmpty();
    }

    public int count() {
        return values(least, most, step).intValueExact();
    }

    /** @param at from 0 */
    public double value(int at) {
        return BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(at)).add(BigDecimal.valueOf(least)).doubleValue();
    }

    /** A word, or a number. @param at from 0 */
    public Object setting(int at) {
        return hasWords() ? choices.get(at) : (Object) value(at);
    }

    /** As a person would write a value of it. */
    public String label(double value) {
        return hasWords() ? choices.get((int) value) : plain(value);
    }

    public String words() {
        return name + "=" + (hasWords() ? String.join("|", choices) : plain(least) + ".." + plain(most) + " step " + plain(step));
    }

    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
