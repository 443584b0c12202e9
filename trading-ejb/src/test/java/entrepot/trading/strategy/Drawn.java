package entrepot.trading.strategy;

import entrepot.trading.indicator.Parameter;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Built-in strategies with settings drawn at random, windows short so that a few hundred bars see many decisions. */
public final class Drawn {

    private static final int LONGEST = 25;

    private Drawn() {}

    /** Settings that do not go together are drawn again. */
    public static Configured of(BuiltIn builtIn, SplittableRandom random) {
        while (true) {
            Map<String, Object> settings = new HashMap<>();
            builtIn.parameters().forEach(parameter -> settings.put(parameter.name(), value(parameter, random)));
            try {
                return builtIn.with(settings);
            } catch (IllegalArgumentException doNotGoTogether) {
                continue;
            }
        }
    }

    private static Object value(Parameter parameter, SplittableRandom random) {
        return switch (parameter.kind()) {
            case CHOICE -> parameter.choices().get(random.nextInt(parameter.choices().size()));
            case WHOLE -> (double) random.nextInt((int) parameter.least(), LONGEST);
            case NUMBER -> (double) parameter.standard() + (random.nextDouble() - 0.5) * Math.min(1, parameter.most() - parameter.least());
        };
    }
}
