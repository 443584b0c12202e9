package entrepot.web.api;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.expression.Variable;
import entrepot.trading.expression.Variables;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sweep as a client asks for it: a backtest, as {@link BacktestBody} has it, with ranges in place of some of its numbers.
 *
 * @param axes   {@code fast} and {@code slow} of a crossover; of a rule one or more of its parameters
 * @param search GRID where absent, or RANDOM with {@code draws} and {@code seed}
 * @param seed   1 where absent
 * @param walk   windows to choose in again and again, or absent
 * @param split  last day that the choice sees; where absent, the day at 70 % of the bars
 */
public record SweepBody(String instrument, String from, String to, boolean raw, String strategy, String mean, String side, String reading,
        String entry, String exit, String shortEntry, String shortExit, String parameters, String saved, Integer version, String startCash,
        String feeRate, String feePerOrder, String slippage, List<Range> axes, String search, Integer draws, Long seed, String split, Walk walk) {

    private static final BigDecimal MOST_BARS = BigDecimal.valueOf(10_000);
    private static final int MOST_WINDOW = 100_000;
    private static final int DECIMALS = 9;

    /**
     * @param from as declared where absent, of a rule; {@code to} likewise
     * @param step 1 where absent
     */
    public record Range(String name, String from, String to, String step) {}

    /** Bars to choose by, and bars to apply the choice to. */
    public record Walk(Integer choose, Integer apply) {}

    /** How to search. */
    public enum Kind {
        GRID, RANDOM
    }

    /** @throws ApiProblem with everything that is wrong */
    public Sweep read(BacktestBody.Book book) {
        Fields fields = new Fields();
        boolean known = BacktestBody.Kind.SAVED.name().equals(strategy);
        boolean rule = known || BacktestBody.Kind.RULE.name().equals(strategy);
        List<Axis> found = rule ? parameters(fields, known ? declared(book) : Variables.read(parameters == null ? "" : parameters).variables())
                : periods(fields);
        boolean rangesRead = fields.errors().isEmpty();
        boolean tried = strategy == null || BacktestBody.Kind.TRIED.stream().anyMatch(kind -> kind.name().equals(strategy));
        if (!tried) {
            fields.refuse("/strategy", "unknown-value", "must be one of " + BacktestBody.Kind.TRIED + ", is '" + strategy + "'");
        }
        Experiment base = base(fields, tried ? strategy : null, rule || !rangesRead ? null : found, book);
        Search how = search(fields);
        LocalDate last = fields.dateIfGiven("/split", split);
        if (base != null && last != null && (base.fromDay() != null && last.isBefore(base.fromDay())
                || base.toDay() != null && !last.isBefore(base.toDay()))) {
            fields.refuse("/split", "range", "must be from the first day to the day before the last, is " + last);
        }
        if (base != null && rule && rangesRead) {
            found.forEach(axis -> holds(fields, base.rule(), axis));
        }
        if (rangesRead && how != null) {
            size(fields, found, !rule, how);
        }
        Windows windows = walk == null ? null : windows(fields);
        if (windows != null && rangesRead && how != null && fields.errors().isEmpty()
                && how.rows(new Space(found, !rule)) > WalkForward.MOST_CELLS) {
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

    private Variables declared(BacktestBody.Book book) {
        return Optional.ofNullable(saved).flatMap(name -> book.find(name, version == null ? 0 : version))
                .map(one -> one.rule().variables()).orElse(Variables.NONE);
    }

    /** @param kind null for a crossover; @param periods null where there are none to take, or they are wrong */
    private Experiment base(Fields fields, String kind, List<Axis> periods, BacktestBody.Book book) {
        Integer fast = periods == null ? Integer.valueOf(1) : Integer.valueOf((int) periods.get(0).least());
        Axis longest = periods == null ? null : periods.get(1);
        Integer slow = longest == null ? Integer.valueOf(2) : Integer.valueOf((int) longest.value(longest.count() - 1));
        try {
            return new BacktestBody(instrument, from, to, raw, kind, mean, fast < slow ? fast : Integer.valueOf(1),
                    fast < slow ? slow : Integer.valueOf(2), side, reading, entry, exit, shortEntry, shortExit, parameters, saved, version,
                    startCash, feeRate, feePerOrder, slippage, null, null, null, null, null, null, null, null).read(book);
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

    private List<Axis> parameters(Fields fields, Variables declared) {
        List<Axis> found = new ArrayList<>();
        refuseOthers(fields, declared.all().stream().map(Variable::name).toList());
        if (axes == null || axes.isEmpty()) {
            fields.refuse("/axes", "missing", "needs a parameter or more of the rule, with a step");
        }
        for (Variable one : declared.all()) {
            int at = number(one.name());
            if (at >= 0) {
                parameter(fields, at, one, found);
            }
        }
        return found;
    }

    private void parameter(Fields fields, int at, Variable declared, List<Axis> found) {
        Range range = axes.get(at);
        BigDecimal first = within(fields, "/axes/" + at + "/from", range.from(), declared, declared.least());
        BigDecimal last = within(fields, "/axes/" + at + "/to", range.to(), declared, declared.most());
        BigDecimal step = range.step() == null ? BigDecimal.ONE : fields.decimalIfGiven("/axes/" + at + "/step", range.step(), DECIMALS);
        if (step != null && step.signum() <= 0) {
            fields.refuse("/axes/" + at + "/step", "not-positive", "must be above 0, is " + range.step());
        } else {
            add(fields, at, first, last, step, found);
        }
    }

    private static BigDecimal within(Fields fields, String pointer, String given, Variable declared, double otherwise) {
        BigDecimal value = given == null ? BigDecimal.valueOf(otherwise) : fields.decimalIfGiven(pointer, given, DECIMALS);
        if (value != null && (value.doubleValue() < declared.least() || value.doubleValue() > declared.most())) {
            fields.refuse(pointer, "range", "must be in '" + declared.words() + "', is " + given);
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
