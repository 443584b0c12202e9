package entrepot.web.api;

import entrepot.trading.broker.OrderPlan;
import entrepot.trading.expression.Variable;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.sweep.Axis;
import entrepot.trading.sweep.Pace;
import entrepot.trading.sweep.Search;
import entrepot.trading.sweep.Space;
import entrepot.trading.sweep.Sweep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the axes of a sweep. */
final class SweepAxes {

    private static final BigDecimal MOST_BARS = BigDecimal.valueOf(10_000);
    private static final int DECIMALS = 9;
    private static final int CORNERED = 12;

    private final Fields fields;
    private final List<SweepBody.Range> axes;

    SweepAxes(Fields fields, List<SweepBody.Range> axes) {
        this.fields = fields;
        this.axes = axes;
    }

    /**
     * A parameter that may be tried.
     *
     * @param bounded  whether its limits are a range to try
     * @param choices  empty of a number
     * @param standing where it stands when it is not tried; null where it stands in a text with others
     */
    record Tried(String name, double least, double most, boolean whole, boolean bounded, List<String> choices, String words, String standing) {

        static Tried of(Variable declared) {
            return new Tried(declared.name(), declared.least(), declared.most(), false, true, List.of(), "in '" + declared.words() + "'", null);
        }

        /** @param prefix of its name as an axis; @param under where settings like it stand */
        static Tried of(String prefix, String under, Parameter parameter) {
            return new Tried(prefix + parameter.name(), parameter.least(), parameter.most(), parameter.kind() == Parameter.Kind.WHOLE, false,
                    parameter.choices(), "from " + Parameter.plain(parameter.least()) + " to " + Parameter.plain(parameter.most()), under + parameter.name());
        }

        /** Of the shares of orders. */
        static Stream<Tried> orders() {
            return OrderPlan.PARAMETERS.stream().map(one -> of("", "/", one));
        }

        static Stream<Tried> sizes() {
            return Stream.of(size(Sweep.KELLY, 1), size(Sweep.VOLATILITY_TARGET, 10));
        }

        private static Tried size(String name, double most) {
            return new Tried(name, 1e-9, most, false, false, List.of(), "above 0 and at most " + Parameter.plain(most), "/" + name);
        }

        private boolean hasWords() {
            return !choices.isEmpty();
        }
    }

    /** Of a crossover, with others behind them. @param standing what is given without being tried, by where it stands */
    List<Axis> periods(List<Tried> others, Map<String, String> standing) {
        List<Axis> found = new ArrayList<>();
        for (String name : List.of(Sweep.FAST, Sweep.SLOW)) {
            int at = number(name);
            if (at < 0) {
                fields.refuse("/axes", "missing", "needs '" + name + "' with from, to and step");
            } else {
                whole(at, found);
            }
        }
        refuseOthers(Stream.concat(Stream.of(Sweep.FAST, Sweep.SLOW), others.stream().map(Tried::name)).toList());
        add(others, standing, found);
        return found;
    }

    private void whole(int at, List<Axis> found) {
        SweepBody.Range range = axes.get(at);
        BigDecimal first = bars("/axes/" + at + "/from", range.from());
        BigDecimal last = bars("/axes/" + at + "/to", range.to());
        BigDecimal step = range.step() == null ? BigDecimal.ONE : bars("/axes/" + at + "/step", range.step());
        add(at, first, last, step, found);
    }

    private BigDecimal bars(String pointer, String value) {
        BigDecimal bars = fields.decimal(pointer, value, 0);
        if (bars != null && (bars.signum() <= 0 || bars.compareTo(MOST_BARS) > 0)) {
            fields.refuse(pointer, "range", "must be 1 to " + MOST_BARS + ", is " + value);
            return null;
        }
        return bars;
    }

    /** Both. A parameter of a rule with the name of one beside it is refused where it is tried. */
    List<Tried> together(List<Tried> own, List<Tried> beside) {
        List<String> names = own.stream().map(Tried::name).toList();
        beside.stream().map(Tried::name).filter(name -> names.contains(name) && number(name) >= 0).forEach(name -> fields.refuse("/axes/" + number(name) + "/name",
                "reserved", "'" + name + "' is a parameter of the rule and stands for a size or orders too; give the parameter another name"));
        return Stream.concat(own.stream(), beside.stream().filter(one -> !names.contains(one.name()))).toList();
    }

    /** Of any other strategy. */
    List<Axis> parameters(List<Tried> known, Map<String, String> standing) {
        List<Axis> found = new ArrayList<>();
        refuseOthers(known.stream().map(Tried::name).toList());
        if (axes == null || axes.isEmpty()) {
            fields.refuse("/axes", "missing", "needs a parameter or more, with a step");
        }
        add(known, standing, found);
        return found;
    }

    private void add(List<Tried> known, Map<String, String> standing, List<Axis> found) {
        for (Tried one : known) {
            int at = number(one.name());
            if (at >= 0) {
                parameter(at, one, found);
            }
            if (at >= 0 && standing.containsKey(one.standing())) {
                fields.refuse(one.standing(), "tried", (one.hasWords() ? "is tried" : "is tried from " + axes.get(at).from() + " to " + axes.get(at).to())
                        + "; leave it out here");
            }
        }
    }

    private void parameter(int at, Tried known, List<Axis> found) {
        SweepBody.Range range = axes.get(at);
        if (known.hasWords()) {
            words(at, known, found);
            return;
        }
        if (range.values() != null) {
            fields.refuse("/axes/" + at + "/values", "number", "belongs to a choice between words; " + known.name() + " is a number, with from, to and step");
        }
        BigDecimal first = within("/axes/" + at + "/from", range.from(), known, known.least());
        BigDecimal last = within("/axes/" + at + "/to", range.to(), known, known.most());
        BigDecimal step = range.step() == null ? BigDecimal.ONE
                : fields.decimalIfGiven("/axes/" + at + "/step", range.step(), known.whole() ? 0 : DECIMALS);
        if (step != null && step.signum() <= 0) {
            fields.refuse("/axes/" + at + "/step", "not-positive", "must be above 0, is " + range.step());
        } else {
            add(at, first, last, step, found);
        }
    }

    private void words(int at, Tried known, List<Axis> found) {
        SweepBody.Range range = axes.get(at);
        List<String> words = range.values() == null ? known.choices() : range.values();
        if (range.from() != null || range.to() != null || range.step() != null) {
            fields.refuse("/axes/" + at, "words", known.name() + " is a choice between words, with values, not with from, to and step");
        }
        Set<String> seen = new HashSet<>();
        boolean right = !words.isEmpty();
        for (String word : words) {
            right &= word != null && known.choices().contains(word) && seen.add(word);
        }
        if (right) {
            found.add(Axis.of(known.name(), words));
        } else {
            fields.refuse("/axes/" + at + "/values", "unknown-value", "must be different ones of " + known.choices() + ", are " + words);
        }
    }

    private BigDecimal within(String pointer, String given, Tried known, double otherwise) {
        BigDecimal value = given == null && known.bounded() ? BigDecimal.valueOf(otherwise)
                : fields.decimal(pointer, given, known.whole() ? 0 : DECIMALS);
        if (value != null && (value.doubleValue() < known.least() || value.doubleValue() > known.most())) {
            fields.refuse(pointer, "range", "must be " + known.words() + ", is " + given);
            return null;
        }
        return value;
    }

    private void add(int at, BigDecimal first, BigDecimal last, BigDecimal step, List<Axis> found) {
        if (first == null || last == null || step == null) {
            return;
        }
        try {
            found.add(new Axis(axes.get(at).name(), first.doubleValue(), last.doubleValue(), step.doubleValue()));
        } catch (IllegalArgumentException wrong) {
            fields.refuse("/axes/" + at, "range", wrong.getMessage());
        }
    }

    /** The first, the second and the last value of an axis, with all other numbers as they are declared. */
    void hold(RuleStrategy rule, Axis axis) {
        for (int value : new int[] {0, Math.min(1, axis.count() - 1), axis.count() - 1}) {
            try {
                rule.with(Map.of(axis.name(), axis.value(value)));
            } catch (IllegalArgumentException wrong) {
                fields.refuse("/axes/" + number(axis.name()), "rule", axis.name() + " = " + axis.value(value) + ": " + wrong.getMessage());
                return;
            }
        }
    }

    /** One size goes with a position. @param standing what is given without being tried */
    void oneSize(Map<String, String> standing) {
        int kelly = number(Sweep.KELLY);
        int target = number(Sweep.VOLATILITY_TARGET);
        if (kelly >= 0 && target >= 0 || kelly >= 0 && standing.containsKey("/" + Sweep.VOLATILITY_TARGET)) {
            fields.refuse("/axes/" + kelly, "with-volatility-target", "does not go with volatilityTarget: a position has one size");
        } else if (target >= 0 && standing.containsKey("/" + Sweep.KELLY)) {
            fields.refuse("/axes/" + target, "with-kelly", "does not go with kelly: a position has one size");
        }
    }

    /** Sizes do not go with orders other than at the next open. */
    void unsized(List<Axis> found) {
        Stream.of(Sweep.KELLY, Sweep.VOLATILITY_TARGET).filter(name -> number(name) >= 0).forEach(name -> fields.refuse("/axes/" + number(name), "with-orders",
                "goes with market orders alone, without limit, stops and take-profit"));
        found.stream().filter(axis -> axis.choices().contains("PROBABILITY")).forEach(axis -> fields.refuse("/axes/" + number(axis.name()) + "/values", "with-orders",
                "PROBABILITY goes with market orders alone, without limit, stops and take-profit; WHOLE goes with all"));
    }

    private int number(String name) {
        for (int at = 0; axes != null && at < axes.size(); at++) {
            if (axes.get(at) != null && name.equals(axes.get(at).name())) {
                return at;
            }
        }
        return -1;
    }

    private void refuseOthers(List<String> names) {
        for (int at = 0; axes != null && at < axes.size(); at++) {
            String name = axes.get(at) == null ? null : axes.get(at).name();
            if (!names.contains(name)) {
                fields.refuse("/axes/" + at + "/name", "unknown-parameter", "must be one of " + names + ", is " + name);
            } else if (number(name) != at) {
                fields.refuse("/axes/" + at + "/name", "twice", "'" + name + "' is there already");
            }
        }
    }

    /** A corner of the ranges that goes together: what does not is a gap, and not all may be gaps. The last one where none does. */
    static Map<String, String> corner(List<Axis> axes, Predicate<Map<String, String>> holds) {
        Map<String, String> values = new HashMap<>();
        for (int corner = 0; corner < 1 << Math.min(CORNERED, axes.size()); corner++) {
            for (int at = 0; at < axes.size(); at++) {
                Axis axis = axes.get(at);
                values.put(axis.name(), axis.label(axis.value((corner >> at & 1) == 0 ? 0 : axis.count() - 1)));
            }
            if (holds.test(values)) {
                return values;
            }
        }
        return values;
    }

    /** Notes where there are too many combinations, or none. */
    void size(List<Axis> found, boolean rising, Search how, Pace pace) {
        try {
            Space.size(found);
            Space space = new Space(found, rising);
            if (space.cells() == 0) {
                fields.refuse("/axes", "range", "has no fast period below a slow one");
            } else if (how.isGrid() && space.size() > pace.most()) {
                fields.refuse("/axes", "too-many", "has " + space.size() + " combinations, may have " + pace.most()
                        + "; take larger steps or a random search");
            } else if (how.draws() > space.cells() / 2) {
                fields.refuse("/draws", "range", "may be half of the " + space.cells() + " cells at most; take a grid");
            }
        } catch (IllegalArgumentException tooMany) {
            fields.refuse("/axes", "too-many", tooMany.getMessage());
        }
    }
}
