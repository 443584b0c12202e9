package entrepot.trading.basket;

import entrepot.trading.strategy.Configured;
import entrepot.trading.strategy.Strategy;

/** What one strategy wants of each instrument by itself, on its own bars. @param strategy mostly a {@link Configured} one */
public record Trend(Strategy strategy) implements Selection {

    @Override
    public int need() {
        return 0;
    }

    @Override
    public Choice on(Universe universe) {
        int[][] targets = new int[universe.size()][];
        for (int member = 0; member < targets.length; member++) {
            targets[member] = universe.carried(member).size() == 0 ? new int[0] : strategy.on(universe.carried(member)).targets();
        }
        return (day, eligible) -> {
            int[] sides = new int[eligible.length];
            for (int member = 0; member < sides.length; member++) {
                sides[member] = eligible[member] ? targets[member][universe.bar(member, day)] : 0;
            }
            return sides;
        };
    }

    @Override
    public String words() {
        return "each by itself: " + strategy.words();
    }
}
