package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import entrepot.inventory.ledger.Duel.Step;
import entrepot.inventory.ledger.SlowHistory.Flow;
import entrepot.inventory.ledger.SlowHistory.Period;
import entrepot.inventory.ledger.SlowHistory.Rules;
import entrepot.inventory.ledger.SlowHistory.What;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ledger on both time axes beside a slow second opinion that works every history out anew after every posting.
 * {@code laws.steps} and {@code laws.seed} make a run longer or repeat it. A failure prints its seed and the shortest
 * history that still fails.
 */
class HistoryLawsTest {

    static final int HISTORY = 60;
    private static final int STEPS = Integer.getInteger("laws.steps", 4_800);
    private static final long UNIT = 1_000_000;
    private static final long SEED = Long.getLong("laws.seed", 20261127);

    /** What moved goods. A count is put right by counting again. */
    private static final Set<What> UNDONE = EnumSet.of(What.RECEIPT, What.SALE, What.BACK, What.BACK_AT_NOTHING, What.BACK_AT_CURRENT, What.SEND_BACK,
            What.SEND_BACK_AT_CURRENT, What.MOVE);

    @ParameterizedTest
    @CsvSource({
        "FIFO, true, false, false", "FIFO, false, false, false", "FIFO, true, true, false", "FIFO, false, true, true",
        "LIFO, true, false, true", "LIFO, false, false, false", "LIFO, true, true, false", "LIFO, false, true, false",
        "AVERAGE, true, false, true", "AVERAGE, false, false, false", "AVERAGE, true, true, false", "AVERAGE, false, true, true"})
    void everyHistoryAgreesWithTheSecondOpinion(Flow flow, boolean onePool, boolean belowZero, boolean onHandShare) {
        agree(rules(flow, onePool, belowZero, onHandShare), STEPS / HISTORY / 12);
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, false, false, false", "DAY, true, false, true", "DAY, false, true, false", "DAY, true, true, true",
        "MONTH, false, false, false", "MONTH, true, false, true", "MONTH, false, true, true", "MONTH, true, true, false"})
    void everyAverageOfAPeriodAgreesWithTheSecondOpinion(Period period, boolean onePool, boolean belowZero, boolean onHandShare) {
        agree(rules(Flow.AVERAGE, period, onePool, belowZero, onHandShare), STEPS / HISTORY / 8);
    }

    @ParameterizedTest
    @CsvSource({"true, false, false", "false, true, false", "true, true, true", "false, false, true"})
    void everyStandardAgreesWithTheSecondOpinion(boolean onePool, boolean belowZero, boolean onHandShare) {
        agree(rules(Flow.STANDARD, onePool, belowZero, onHandShare), STEPS / HISTORY / 4);
    }

    @ParameterizedTest
    @CsvSource({"FIFO, EVENT, false, false", "LIFO, EVENT, true, false", "AVERAGE, EVENT, false, true", "AVERAGE, EVENT, true, false",
        "AVERAGE, MONTH, false, false", "AVERAGE, DAY, true, true"})
    void everyChangeOfTheMethodAgreesWithTheSecondOpinion(Flow first, Period period, boolean belowZero, boolean onHandShare) {
        agree(new Rules(first, period, true, belowZero, onHandShare, new BigDecimal("7.000000"), true), STEPS / HISTORY / 6);
    }

    @ParameterizedTest
    @CsvSource({"FIFO, EVENT, true, false, false", "LIFO, EVENT, false, true, false", "AVERAGE, EVENT, false, false, true", "AVERAGE, MONTH, true, false, false",
        "AVERAGE, DAY, false, false, false", "FIFO, EVENT, true, true, true", "AVERAGE, EVENT, true, true, false", "AVERAGE, MONTH, false, true, false",
        "AVERAGE, DAY, true, true, true"})
    void everyMethodThatCountsAsIfAlwaysSoAgreesWithTheSecondOpinion(Flow first, Period period, boolean onePool, boolean belowZero, boolean onHandShare) {
        agree(restating(first, period, onePool, belowZero, onHandShare), STEPS / HISTORY / 9);
    }

    private static Rules restating(Flow first, Period period, boolean onePool, boolean belowZero, boolean onHandShare) {
        return new Rules(first, period, onePool, belowZero, onHandShare, new BigDecimal("7.000000"), false, true, 0);
    }

    @Test
    void aChangeThatBooksItsOwnDayInOpeningEquityIsCaught() {
        Rules rules = restating(Flow.FIFO, Period.EVENT, true, false, false);
        Function<Rules, SlowHistory> through = same -> new SlowMethods(same) {
            @Override
            int firstDayBooked(int change) {
                return change + 1;
            }
        };
        assertThat(IntStream.range(0, 60).mapToObj(history -> failing(SEED + history, rules, through))).anyMatch(failing -> failing != null);
    }

    static void agree(Rules rules, int histories) {
        for (int history = 0; history < histories; history++) {
            List<Step> failing = failing(SEED + history, rules, SlowHistory::of);
            if (failing != null) {
                fail("seed " + (SEED + history) + " " + shortest(failing, rules));
            }
        }
    }

    /** Each opinion is wrong in one thing. */
    private static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("the last but one gives first", Flow.LIFO, Period.EVENT, rules -> new SlowHistory(rules) {
                    @Override
                    int next(int lots) {
                        return Math.max(lots - 2, 0);
                    }
                }),
                wrong("half even", Flow.AVERAGE, Period.EVENT, rules -> new SlowHistory(rules) {
                    @Override
                    BigInteger round(BigInteger amount, BigInteger all) {
                        return new BigDecimal(amount).divide(new BigDecimal(all), 0, RoundingMode.HALF_EVEN).toBigInteger();
                    }
                }),
                wrong("trued up on the day of the sale", Flow.FIFO, Period.EVENT, rules -> new SlowHistory(rules) {
                    @Override
                    int dayOfTrueUp(int dayOfReceipt, int dayOfSale) {
                        return dayOfSale;
                    }
                }),
                wrong("a month of thirty days", Flow.AVERAGE, Period.MONTH, rules -> new SlowPeriods(rules) {
                    @Override
                    int periodOf(int day) {
                        return day / 30;
                    }
                }),
                wrong("the last of a day comes first", Flow.AVERAGE, Period.DAY, rules -> new SlowPeriods(rules) {
                    @Override
                    Comparator<Event> order() {
                        return Comparator.comparingInt(Event::day).thenComparing(Comparator.comparingInt(Event::number).reversed());
                    }
                }),
                wrong("what stays carries what goes back at another standard", Flow.STANDARD, Period.EVENT, rules -> new SlowHistory(rules) {
                    @Override
                    boolean carriesWhatGoesBack() {
                        return true;
                    }
                }),
                wrong("what is undone comes back at what a unit costs now", Flow.FIFO, Period.EVENT, rules -> new SlowHistory(rules) {
                    @Override
                    BigInteger worthUndone(Event event) {
                        carried(event);
                        return pool(event.place()).atCurrent(event.units());
                    }
                }),
                wrong("an average of a period gives back at its first known cost what is undone", Flow.AVERAGE, Period.MONTH, rules -> new SlowPeriods(rules) {
                    @Override
                    BigInteger worthUndone(Event source, int leg, BigInteger before, BigInteger after) {
                        return atRate(rules.firstRate(), after.subtract(before));
                    }
                }),
                wrong("in the order of posting alone", Flow.AVERAGE, Period.EVENT, rules -> new SlowHistory(rules) {
                    @Override
                    Comparator<Event> order() {
                        return Comparator.comparingInt(Event::number);
                    }
                }));
    }

    private static Arguments wrong(String how, Flow flow, Period period, Function<Rules, SlowHistory> opinion) {
        return Arguments.of(how, flow, period, opinion);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void aWrongOpinionIsCaught(String how, Flow flow, Period period, Function<Rules, SlowHistory> opinion) {
        Rules rules = rules(flow, period, false, true, false);
        assertThat(IntStream.range(0, 60).mapToObj(history -> failing(SEED + history, rules, opinion)))
                .as(how).anyMatch(failing -> failing != null);
    }

    static Rules rules(Flow flow, boolean onePool, boolean belowZero, boolean onHandShare) {
        return rules(flow, Period.EVENT, onePool, belowZero, onHandShare);
    }

    private static Rules rules(Flow flow, Period period, boolean onePool, boolean belowZero, boolean onHandShare) {
        return new Rules(flow, period, onePool, belowZero, onHandShare, new BigDecimal("7.000000"), false);
    }

    /** A history up to the step after which the two differ, or null. */
    static List<Step> failing(long seed, Rules rules, Function<Rules, SlowHistory> opinion) {
        List<Step> steps = new ArrayList<>();
        Duel duel = new Duel(opinion.apply(rules), rules);
        Random random = new Random(seed);
        while (steps.size() < HISTORY) {
            Step step = next(random, rules, steps, duel);
            steps.add(step);
            if (played(duel, step) != null) {
                return steps;
            }
        }
        return rebuilt(duel) == null ? null : steps;
    }

    private static String rebuilt(Duel duel) {
        try {
            return duel.rebuilt();
        } catch (RuntimeException broken) {
            return broken.toString();
        }
    }

    private static String played(Duel duel, Step step) {
        try {
            return duel.play(step);
        } catch (RuntimeException broken) {
            return broken.toString();
        }
    }

    @Test
    void aChangeThatMixesLayersOfOneOrderIsCaught() {
        Rules rules = new Rules(Flow.FIFO, Period.EVENT, true, false, false, new BigDecimal("7.000000"), true);
        Function<Rules, SlowHistory> mixing = same -> new SlowPeriods(same) {
            @Override
            boolean mixes(Flow next) {
                return true;
            }
        };
        assertThat(IntStream.range(0, 60).mapToObj(history -> failing(SEED + history, rules, mixing))).anyMatch(failing -> failing != null);
    }

    /** Each opinion of a change is wrong in one thing. */
    private static Stream<Arguments> wronglyChanged() {
        return Stream.of(
                Arguments.of("its period goes on", false, (Function<Rules, SlowHistory>) rules -> new SlowPeriods(rules) {
                    @Override
                    List<Event> upToNextChange(int from) {
                        return from == 0 ? super.upToNextChange(0) : inOrder;
                    }
                }),
                Arguments.of("what is missing is worth nothing", true, (Function<Rules, SlowHistory>) rules -> new SlowPeriods(rules) {
                    @Override
                    void change(Event event, int leg) {
                        super.change(event, leg);
                        pool(event.place()).missing.forEach(gap -> gap.worth = BigInteger.ZERO);
                    }
                }),
                Arguments.of("what is missing is there again", true, (Function<Rules, SlowHistory>) rules -> new SlowPeriods(rules) {
                    @Override
                    void change(Event event, int leg) {
                        super.change(event, leg);
                        pool(event.place()).missing.clear();
                    }
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wronglyChanged")
    void aWrongOpinionOfAChangeIsCaught(String how, boolean belowZero, Function<Rules, SlowHistory> opinion) {
        Rules rules = new Rules(Flow.AVERAGE, Period.MONTH, true, belowZero, false, new BigDecimal("7.000000"), true);
        assertThat(IntStream.range(0, 60).mapToObj(history -> failing(SEED + history, rules, opinion)))
                .as(how).anyMatch(failing -> failing != null);
    }

    static String shortest(List<Step> failing, Rules rules) {
        List<Step> steps = new ArrayList<>(failing);
        for (int i = steps.size() - 1; i >= 0; i--) {
            List<Step> fewer = new ArrayList<>(steps);
            fewer.remove(i);
            if (difference(fewer, rules) != null) {
                steps = fewer;
                i = steps.size();
            }
        }
        StringBuilder text = new StringBuilder(rules + "\n");
        steps.forEach(step -> text.append(step).append('\n'));
        return text + difference(steps, rules);
    }

    private static String difference(List<Step> steps, Rules rules) {
        Duel duel = new Duel(SlowHistory.of(rules), rules);
        for (Step step : steps) {
            String found = played(duel, step);
            if (found != null) {
                return found;
            }
        }
        return rebuilt(duel);
    }

    private static Step next(Random random, Rules rules, List<Step> steps, Duel duel) {
        int today = rules.period() == Period.MONTH ? steps.size() * 2 : steps.size() / 2;
        int day = random.nextInt(3) == 0 ? today : random.nextInt(today + 1);
        int lot = rules.lots() == 0 ? 0 : 1 + random.nextInt(rules.lots());
        int place = rules.place(lot, 1 + random.nextInt(3));
        long there = Math.max(duel.onHand(place), 0);
        What what = What.values()[random.nextInt(What.values().length - (rules.restates() ? 0 : 1))];
        if (what == What.SET_STANDARD && rules.flow() != Flow.STANDARD || what == What.CHANGE && !(rules.changes() && duel.hasMoved())
                || what == What.RESTATE && !duel.hasMoved()) {
            what = What.SALE;
        }
        int kind = random.nextInt(20);
        if (kind < 5) what = What.RECEIPT;
        if (kind > 14) what = What.SALE;
        if (kind == 8) what = null;
        Step source = source(random, what, steps, duel);
        if (source == null && needsSource(what)) {
            what = What.RECEIPT;
        }
        long worth = random.nextInt(10) == 0 ? 0 : random.nextInt(3_000);
        if (what == null) {
            return new Step(day, null, source.place(), 0, random.nextInt(6) == 0 ? 0 : some(random, source.units()), 0, null, source);
        }
        return switch (what) {
            case RECEIPT, BACK_AT_NOTHING, BACK_AT_CURRENT -> new Step(day, what, place, 0, units(random), worth, null, null);
            case SALE -> new Step(day, what, place, 0, some(random, there), 0, null, null);
            case BACK, SEND_BACK, SEND_BACK_AT_CURRENT -> new Step(day, what, rules.place(Rules.lot(source.place()), Rules.location(place)), 0,
                    some(random, Math.max(duel.open(source), 0)), 0, null, source);
            case MOVE -> new Step(day, what, place, rules.place(lot, 1 + random.nextInt(3)), some(random, there), 0, null, null);
            case COUNT -> new Step(day, what, place, 0, random.nextInt(6) == 0 ? 0 : units(random), 0,
                    random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(20_000_000), 6), null);
            case CHARGE -> new Step(day, what, source.place(), 0, 0, worth / 4 - random.nextInt(300), null, source);
            case REVALUE -> new Step(day, what, place, 0, 0, random.nextInt(1_500) - 500, null, null);
            case SET_STANDARD -> new Step(day, what, place, 0, 0, 0, BigDecimal.valueOf(1 + random.nextInt(20_000_000), 6), null);
            case CHANGE -> new Step(day, what, place, 0, 0, 0, null, null, Flow.values()[random.nextInt(3)], Period.values()[random.nextInt(3)]);
            case RESTATE -> new Step(day, what, place, 0, 0, 0, null, null, Flow.values()[random.nextInt(3)], Period.values()[random.nextInt(3)]);
            case UNDO -> new Step(day, what, source.place(), source.to(), 0, 0, null, source);
        };
    }

    private static boolean needsSource(What what) {
        return what == null || what == What.BACK || what == What.UNDO || what == What.CHARGE || what == What.SEND_BACK || what == What.SEND_BACK_AT_CURRENT;
    }

    private static Step source(Random random, What what, List<Step> steps, Duel duel) {
        Set<What> of = what == What.UNDO ? UNDONE : what == null ? EnumSet.of(What.RECEIPT, What.SALE, What.MOVE, What.BACK_AT_NOTHING, What.BACK_AT_CURRENT)
                : what == What.BACK ? EnumSet.of(What.SALE) : EnumSet.of(What.RECEIPT);
        List<Step> some = steps.stream().filter(step -> step.what() != null && of.contains(step.what()) && duel.open(step) >= 0).toList();
        return !needsSource(what) || some.isEmpty() ? null : some.get(random.nextInt(some.size()));
    }

    private static long units(Random random) {
        return random.nextBoolean() ? UNIT * (1 + random.nextInt(6)) : 1 + random.nextInt(6_000_000);
    }

    /** Sometimes all there is, sometimes a little too much; often whole units, so that halves of a penny come up. */
    private static long some(Random random, long there) {
        int kind = random.nextInt(8);
        if (kind > 4 && there >= UNIT) {
            return UNIT * (1 + random.nextLong(there / UNIT));
        }
        if (there == 0 || kind == 0) {
            return there + 1 + random.nextInt(1000);
        }
        return kind == 1 ? there : 1 + random.nextLong(there);
    }
}
