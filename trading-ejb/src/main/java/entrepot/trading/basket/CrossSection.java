package entrepot.trading.basket;

import static entrepot.trading.indicator.Parameter.bars;
import static entrepot.trading.indicator.Parameter.number;
import static entrepot.trading.indicator.Parameter.whole;

import entrepot.trading.indicator.Parameter;
import entrepot.trading.indicator.Settings;
import entrepot.trading.strategy.Misfit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Those that have made most, and short those that have made least. A share of the instruments is a whole number of them, the nearest, and at least
 * one where it is above 0; of equal returns that of the earlier symbol counts as higher.
 *
 * @param lookback days of the return; @param skip the last days, which it leaves out
 * @param top      share that is bought; @param bottom share that is sold short, 0 for none
 * @see "Jegadeesh and Titman, Returns to Buying Winners and Selling Losers, J. Finance 48(1), 1993: 3 to 12 months, a week left out, tenths"
 */
public record CrossSection(int lookback, int skip, double top, double bottom) implements Selection {

    public static final List<Parameter> PARAMETERS = List.of(bars("lookback", 252), whole("skip", 21, 0, Parameter.LONGEST), number("top", 0.3, 0.01, 1),
            number("bottom", 0, 0, 0.5));

    public CrossSection {
        if (top + bottom > 1) {
            throw new Misfit("bottom", "must leave room for top, " + Parameter.plain(top) + ", within 1, is " + Parameter.plain(bottom));
        }
    }

    /** @param given numbers as {@link Double}; the standard for what is not given */
    public static CrossSection of(Map<String, Object> given) {
        Settings all = Settings.of("CROSS_SECTION", PARAMETERS, given);
        return new CrossSection(all.whole("lookback"), all.whole("skip"), all.number("top"), all.number("bottom"));
    }

    /** As a person would write it. */
    public String value(Parameter parameter) {
        return switch (parameter.name()) {
            case "lookback" -> Integer.toString(lookback);
            case "skip" -> Integer.toString(skip);
            case "top" -> Parameter.plain(top);
            default -> Parameter.plain(bottom);
        };
    }

    @Override
    public int need() {
        return lookback + skip;
    }

    @Override
    public Choice on(Universe universe) {
        return (day, eligible) -> {
            List<Integer> ranked = IntStream.range(0, eligible.length).filter(member -> eligible[member]).boxed()
                    .sorted(Comparator.comparingDouble((Integer member) -> -made(universe, member, day))).toList();
            int longs = count(top, ranked.size());
            int shorts = Math.min(count(bottom, ranked.size()), ranked.size() - longs);
            int[] sides = new int[eligible.length];
            ranked.subList(0, longs).forEach(member -> sides[member] = 1);
            ranked.subList(ranked.size() - shorts, ranked.size()).forEach(member -> sides[member] = -1);
            return sides;
        };
    }

    private double made(Universe universe, int member, int day) {
        return universe.close(member, day - skip) / universe.close(member, day - skip - lookback) - 1;
    }

    private static int count(double share, int of) {
        return share == 0 || of == 0 ? 0 : Math.max(1, (int) Math.round(share * of));
    }

    @Override
    public String words() {
        return "cross-section lookback=" + lookback + " skip=" + skip + " top=" + top + " bottom=" + bottom;
    }
}
