package entrepot.trading.expression;

import entrepot.trading.indicator.Definition;
import entrepot.trading.indicator.Indicator;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/** Bars at which an indicator is not defined yet, tried on made prices of which none is like the other. */
final class WarmUps {

    private static final long SEED = 1;
    private static final int SLACK = 16;
    private static final int MOST_WINDOWS = 4;

    private WarmUps() {}

    /** @return one number a line */
    static int[] of(Definition definition, Map<String, Object> parameters, int windows) {
        Indicator indicator = definition.start(parameters);
        double[] lines = new double[definition.lines().size()];
        int[] first = new int[lines.length];
        int most = MOST_WINDOWS * windows + SLACK;
        Arrays.fill(first, most);
        double[] inputs = new double[definition.sources().size() + definition.columns().size()];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int bar = 0; bar < most && Arrays.stream(first).anyMatch(one -> one == most); bar++) {
            for (int input = 0; input < inputs.length; input++) {
                inputs[input] = made(definition, input, random);
            }
            indicator.next(inputs, lines);
            for (int line = 0; line < lines.length; line++) {
                first[line] = Double.isFinite(lines[line]) ? Math.min(first[line], bar) : first[line];
            }
        }
        return first;
    }

    /** Around 100, a high above and a low below all others. */
    private static double made(Definition definition, int input, SplittableRandom random) {
        int column = input - definition.sources().size();
        double price = 100 + random.nextDouble();
        if (column < 0) {
            return price;
        }
        return switch (definition.columns().get(column)) {
            case HIGH -> price + 1;
            case LOW -> price - 1;
            default -> price;
        };
    }
}
