package entrepot.trading.expression;

import entrepot.trading.indicator.Catalogue;
import entrepot.trading.indicator.Definition;
import entrepot.trading.indicator.Input;
import entrepot.trading.indicator.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Grows rules, the same from the same seed. Windows are short, so that few bars fill them. */
final class RandomTree {

    private static final String[] COMPARISONS = {"<", "<=", ">", ">=", "==", "!="};
    private static final String[] ARITHMETIC = {"+", "-", "*", "/"};
    private static final int LONGEST = 4;

    private final SplittableRandom random;

    RandomTree(long seed) {
        random = new SplittableRandom(seed);
    }

    Tree condition(int depth) {
        int kind = random.nextInt(depth > 0 ? 9 : 3);
        return switch (kind) {
            case 0, 1, 2 -> new Tree.Binary(COMPARISONS[random.nextInt(COMPARISONS.length)], number(depth - 1), number(depth - 1));
            case 3 -> new Tree.Binary("and", condition(depth - 1), condition(depth - 1));
            case 4 -> new Tree.Binary("or", condition(depth - 1), condition(depth - 1));
            case 5 -> new Tree.Not(condition(depth - 1));
            case 6 -> new Tree.Ago(condition(depth - 1), random.nextInt(1, LONGEST));
            default -> call(Function.values()[random.nextInt(4)], depth);
        };
    }

    Tree number(int depth) {
        if (depth <= 0) {
            return random.nextInt(4) == 0 ? constant() : new Tree.Column(Input.values()[random.nextInt(Input.values().length)]);
        }
        return switch (random.nextInt(6)) {
            case 0 -> new Tree.Binary(ARITHMETIC[random.nextInt(ARITHMETIC.length)], number(depth - 1), number(depth - 1));
            case 1 -> new Tree.Negative(number(depth - 1));
            case 2 -> new Tree.Ago(series(depth - 1), random.nextInt(1, LONGEST));
            case 3 -> call(Function.values()[random.nextInt(4, Function.values().length)], depth);
            default -> line(depth);
        };
    }

    private Tree constant() {
        double value = random.nextInt(0, 400) / 4.0;
        return new Tree.Number(value, Double.toString(value));
    }

    /** A column or what is made of bars, so never a constant. */
    private Tree series(int depth) {
        return depth <= 0 ? new Tree.Column(Input.values()[random.nextInt(Input.values().length)]) : line(depth);
    }

    private Tree call(Function function, int depth) {
        List<Tree> inputs = new ArrayList<>();
        for (int at = 0; at < function.fewest; at++) {
            inputs.add(at == 0 ? series(depth - 1) : number(depth - 1));
        }
        return new Tree.Call(function, inputs, random.nextInt(1, LONGEST));
    }

    private Tree line(int depth) {
        Definition definition = Catalogue.all().get(random.nextInt(Catalogue.all().size()));
        List<Tree> sources = new ArrayList<>();
        for (int at = random.nextInt(definition.sources().size() + 1); at > 0; at--) {
            sources.add(series(depth - 1));
        }
        Map<String, Object> parameters = new TreeMap<>();
        for (Parameter parameter : definition.parameters()) {
            if (parameter.kind() == Parameter.Kind.CHOICE && random.nextBoolean()) {
                parameters.put(parameter.name(), parameter.choices().get(random.nextInt(parameter.choices().size())));
            } else if (parameter.kind() == Parameter.Kind.WHOLE) {
                int least = (int) Math.max(1, parameter.least());
                parameters.put(parameter.name(), (double) random.nextInt(least, (int) Math.min(least + LONGEST, parameter.most() + 1)));
            }
        }
        return new Tree.Line(definition, sources, parameters, random.nextInt(-1, definition.lines().size()));
    }
}
