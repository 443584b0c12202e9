package entrepot.web.api;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.expression.Variable;
import entrepot.trading.expression.Variables;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.sweep.Axis;
import entrepot.trading.sweep.Search;
import entrepot.trading.sweep.Space;
import entrepot.trading.sweep.Sweep;
import entrepot.trading.sweep.WalkForward;
import entrepot.trading.sweep.Windows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sweep as a client asks for it: a backtest, as {@link BacktestBody} has it, with ranges in place of some of its numbers.
 *
 * @param axes   {@code fast} and {@code slow} of a crossover; of another strategy one or more of its parameters
 * @param settings of a built-in strategy, those that are not tried; the standard for what is absent
 * @param search GRID where absent, or RANDOM with {@code draws} and {@code seed}
 * @param seed   1 where absent
 * @param walk   windows to choose in again and again, or absent
 * @param split  last day that the choice sees; where absent, the day at 70 % of the bars
 */
public record SweepBody(String instrument, String from, String to, boolean raw, String strategy, String mean, String side, String reading,
        String entry, String exit, String shortEntry, String shortExit, String parameters, String saved, Integer version, String startCash,
        String feeRate, String feePerOrder, String slippage, Map<String, String> settings, List<Range> axes, String search, Integer draws, Long seed, String split, Walk walk) {

    private static final BigDecimal MOST_BARS = BigDecimal.valueOf(10_000);
    private static final int MOST_WINDOW = 100_000;
    private static final int DECIMALS = 9;

    /**
     * @param from where absent, of a rule, as declared; {@code to} likewise
     * @param step 1 where absent
     */
    public record Range(String name, String from, String to, String step) {}

    /** Bars to choose by, and bars to apply the choice to. */
    public record Walk(Integer choose, Integer apply) {}

    /** How to search. */
    public enum Kind {
        GRID, RANDOM
    }

    /** A parameter that may be tried. @param bounded whether its limits are a range to try */
    private record Tried(String name, double least, double most, boolean whole, boolean bounded, String words) {

        static Tried of(Variable declared) {
            return new Tried(declared.name(), declared.least(), declared.most(), false, true, "in '" + declared.words() + "'");
        }

        static Tried of(Parameter parameter) {
            return new Tried(parameter.name(), parameter.least(), parameter.most(), parameter.kind() == Parameter.Kind.WHOLE, false,
                    "from " + Parameter.plain(parameter.least()) + " to " + Parameter.plain(parameter.most()));
        }
    }

    /** @throws ApiProblem with everything that is wrong */
    public Sweep read(BacktestBody.Book book) {
        Fields fields = new Fields();
        BacktestBody.Kind kind = BacktestBody.Kind.TRIED.stream().filter(one -> one.name().equals(strategy)).findFirst()
                .orElse(BacktestBody.Kind.CROSSOVER);
        boolean crossing = kind == BacktestBody.Kind.CROSSOVER;
        List<Axis> found = crossing ? periods(fields) : parameters(fields, tried(kind, book));
        boolean rangesRead = fields.errors().isEmpty();
        if (strategy != null && !kind.name().equals(strategy)) {
            fields.refuse("/strategy", "unknown-value", "must be one of " + BacktestBody.Kind.TRIED + ", is '" + strategy + "'");
        }
        Experiment base = base(fields, kind.name(), crossing && rangesRead ? found : null, kind.hasSettings() ? corner(kind, found) : settings, book);
        Search how = search(fields);
        LocalDate last = fields.dateIfGiven("/split", split);
        if (base != null && last != null && (base.fromDay() != null && last.isBefore(base.fromDay())
                || base.toDay() != null && !last.isBefore(base.toDay()))) {
            fields.refuse("/split", "range", "must be from the first day to the day before the last, is " + last);
        }
        if (base != null && base.rule() != null && rangesRead) {
            found.forEach(axis -> holds(fields, base.rule(), axis));
        }
        if (rangesRead && how != null) {
            size(fields, found, crossing, how);
        }
        Windows windows = walk == null ? null : windows(fields);
        if (windows != null && rangesRead && how != null && fields.errors().isEmpty()
                && how.rows(new Space(found, crossing)) > WalkForward.MOST_CELLS) {
            fields.refuse("/walk", "too-many", "takes " + WalkForward.MOST_CELLS + " combinations or draws at most; take larger steps");
        }
        fields.check();
        return new Sweep(base, found, how, last, windows);
    }

    private Windows windows(Fields fields) {
        boolean right = stretch(fields, "/walk/choose", walk.choose()) & stretch(fields, "/walk/apply", walk.apply());
        return right ? new Windows(walk.choose(), walk.apply()) : null;
    }

    private static boolean stretch(Fields fields, String pointer, Integer bars) {
        if (fields.required(pointer, bars) != null && (bars < Windows.FEWEST || bars > MOST_WINDOW)) {
            fields.refuse(pointer, "range", "must be " + Windows.FEWEST + " to " + MOST_WINDOW + " bars, is " + bars);
            return false;
        }
        return bars != null;
    }

    private List<Tried> tried(BacktestBody.Kind kind, BacktestBody.Book book) {
        if (kind.hasSettings()) {
            return kind.builtIn().parameters().stream().filter(one -> one.kind() != Parameter.Kind.CHOICE).map(Tried::of).toList();
        }
        Variables declared = kind == BacktestBody.Kind.RULE ? Variables.read(parameters == null ? "" : parameters).variables()
                : Optional.ofNullable(saved).flatMap(name -> book.find(name, version == null ? 0 : version))
                        .map(one -> one.rule().variables()).orElse(Variables.NONE);
        return declared.all().stream().map(Tried::of).toList();
    }

    /** The settings with a corner of the ranges that goes together: what does not is a gap, and not all may be gaps. The last one where none does. */
    private Map<String, String> corner(BacktestBody.Kind kind, List<Axis> axes) {
        Map<String, String> all = new HashMap<>();
        for (int corner = 0; corner < 1 << axes.size(); corner++) {
            all = new HashMap<>(settings == null ? Map.of() : settings);
            for (int at = 0; at < axes.size(); at++) {
                Axis axis = axes.get(at);
                all.put(axis.name(), BigDecimal.valueOf(axis.value((corner >> at & 1) == 0 ? 0 : axis.count() - 1)).toPlainString());
            }
            if (SettingFields.read(new Fields(), kind.builtIn(), all) != null) {
                return all;
            }
        }
        return all;
    }

    /** @param periods null where there are none to take, or they are wrong; @param standing settings of a built-in strategy */
    private Experiment base(Fields fields, String kind, List<Axis> periods, Map<String, String> standing, BacktestBody.Book book) {
        Integer fast = periods == null ? Integer.valueOf(1) : Integer.valueOf((int) periods.get(0).least());
        Axis longest = periods == null ? null : periods.get(1);
        Integer slow = longest == null ? Integer.valueOf(2) : Integer.valueOf((int) longest.value(longest.count() - 1));
        try {
            return new BacktestBody(instrument, from, to, raw, kind, mean, fast < slow ? fast : Integer.valueOf(1),
                    fast < slow ? slow : Integer.valueOf(2), side, reading, entry, exit, shortEntry, shortExit, parameters, saved, version,
                    startCash, feeRate, feePerOrder, slippage, null, null, null, null, null, standing, null, null, null, null).read(book);
        } catch (ApiProblem wrong) {
            wrong.errors().stream().filter(error -> fields.errors().stream().noneMatch(there -> there.equals(error)))
                    .forEach(error -> fields.refuse(error.pointer(), error.code(), error.detail()));
            return null;
        }
    }

    private List<Axis> periods(Fields fields) {
        List<Axis> found = new ArrayList<>();
        for (String name : List.of(Sweep.FAST, Sweep.SLOW)) {
            int at = number(name);
            if (at < 0) {
                fields.refuse("/axes", "missing", "needs '" + name + "' with from, to and step");
            } else {
                whole(fields, at, found);
            }
        }
        refuseOthers(fields, List.of(Sweep.FAST, Sweep.SLOW));
        return found;
    }

    private void whole(Fields fields, int at, List<Axis> found) {
        Range range = axes.get(at);
        BigDecimal first = bars(fields, "/axes/" + at + "/from", range.from());
        BigDecimal last = bars(fields, "/axes/" + at + "/to", range.to());
        BigDecimal step = range.step() == null ? BigDecimal.ONE : bars(fields, "/axes/" + at + "/step", range.step());
        add(fields, at, first, last, step, found);
    }

    private static BigDecimal bars(Fields fields, String pointer, String value) {
        BigDecimal bars = fields.decimal(pointer, value, 0);
        if (bars != null && (bars.signum() <= 0 || bars.compareTo(MOST_BARS) > 0)) {
            fields.refuse(pointer, "range", "must be 1 to " + MOST_BARS + ", is " + value);
            return null;
        }
        return bars;
    }

    private List<Axis> parameters(Fields fields, List<Tried> known) {
        List<Axis> found = new ArrayList<>();
        refuseOthers(fields, known.stream().map(Tried::name).toList());
        if (axes == null || axes.isEmpty()) {
            fields.refuse("/axes", "missing", "needs a parameter or more, with a step");
        }
        for (Tried one : known) {
            int at = number(one.name());
            if (at >= 0) {
                parameter(fields, at, one, found);
            }
            if (at >= 0 && settings != null && settings.containsKey(one.name())) {
                fields.refuse("/settings/" + one.name(), "tried", "is tried from " + axes.get(at).from() + " to " + axes.get(at).to() + "; leave it out here");
            }
        }
        return found;
    }

    private void parameter(Fields fields, int at, Tried known, List<Axis> found) {
        Range range = axes.get(at);
        BigDecimal first = within(fields, "/axes/" + at + "/from", range.from(), known, known.least());
        BigDecimal last = within(fields, "/axes/" + at + "/to", range.to(), known, known.most());
        BigDecimal step = range.step() == null ? BigDecimal.ONE
                : fields.decimalIfGiven("/axes/" + at + "/step", range.step(), known.whole() ? 0 : DECIMALS);
        if (step != null && step.signum() <= 0) {
            fields.refuse("/axes/" + at + "/step", "not-positive", "must be above 0, is " + range.step());
        } else {
            add(fields, at, first, last, step, found);
        }
    }

    private static BigDecimal within(Fields fields, String pointer, String given, Tried known, double otherwise) {
        BigDecimal value = given == null && known.bounded() ? BigDecimal.valueOf(otherwise)
                : fields.decimal(pointer, given, known.whole() ? 0 : DECIMALS);
        if (value != null && (value.doubleValue() < known.least() || value.doubleValue() > known.most())) {
            fields.refuse(pointer, "range", "must be " + known.words() + ", is " + given);
            return null;
        }
        return value;
    }

    private void add(Fields fields, int at, BigDecimal first, BigDecimal last, BigDecimal step, List<Axis> found) {
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
    private void holds(Fields fields, RuleStrategy rule, Axis axis) {
        for (int value : new int[] {0, Math.min(1, axis.count() - 1), axis.count() - 1}) {
            try {
                rule.with(Map.of(axis.name(), axis.value(value)));
            } catch (IllegalArgumentException wrong) {
                fields.refuse("/axes/" + number(axis.name()), "rule", axis.name() + " = " + axis.value(value) + ": " + wrong.getMessage());
                return;
            }
        }
    }

    private int number(String name) {
        for (int at = 0; axes != null && at < axes.size(); at++) {
            if (axes.get(at) != null && name.equals(axes.get(at).name())) {
                return at;
            }
        }
        return -1;
    }

    private void refuseOthers(Fields fields, List<String> names) {
        for (int at = 0; axes != null && at < axes.size(); at++) {
            String name = axes.get(at) == null ? null : axes.get(at).name();
            if (!names.contains(name)) {
                fields.refuse("/axes/" + at + "/name", "unknown-parameter", "must be one of " + names + ", is " + name);
            } else if (number(name) != at) {
                fields.refuse("/axes/" + at + "/name", "twice", "'" + name + "' is there already");
            }
        }
    }

    private Search search(Fields fields) {
        Kind kind = fields.oneOfIfGiven("/search", search, Kind.class, Kind.GRID);
        if (kind != Kind.RANDOM) {
            return kind == null ? null : Search.GRID;
        }
        if (fields.required("/draws", draws) == null) {
            return null;
        }
        if (draws < 1 || draws > Search.MOST) {
            fields.refuse("/draws", "range", "must be 1 to " + Search.MOST + ", is " + draws);
            return null;
        }
        return new Search(draws, seed == null ? 1 : seed);
    }

    private static void size(Fields fields, List<Axis> axes, boolean rising, Search how) {
        try {
            Space.size(axes);
            Space space = new Space(axes, rising);
            if (space.cells() == 0) {
                fields.refuse("/axes", "range", "has no fast period below a slow one");
            } else if (how.isGrid() && space.size() > Search.MOST) {
                fields.refuse("/axes", "too-many", "has " + space.size() + " combinations, may have " + Search.MOST
                        + "; take larger steps or a random search");
            } else if (how.draws() > space.cells() / 2) {
                fields.refuse("/draws", "range", "may be half of the " + space.cells() + " cells at most; take a grid");
            }
        } catch (IllegalArgumentException tooMany) {
            fields.refuse("/axes", "too-many", tooMany.getMessage());
        }
    }
}
