package entrepot.trading.basket;

import entrepot.trading.allocation.Construction;
import entrepot.trading.backtest.Costs;
import entrepot.trading.backtest.FeeBasis;
import entrepot.trading.backtest.Terms;
import entrepot.trading.market.Bar;
import entrepot.trading.market.Bars;
import entrepot.trading.market.CorporateAction;
import entrepot.trading.strategy.BuiltIn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Made-up universes: instruments that begin later, miss days, end early, pay dividends and are split. */
public final class Universes {

    public static final long DAY = 86_400_000;
    public static final Currency DOLLAR = Currency.getInstance("USD");
    public static final Terms TERMS = Terms.allIn(100_000, new Costs(0.001, FeeBasis.VALUE, 0, 1.5, 0.0005));
    private static final double[] SPLITS = {0.5, 0.25, 2.0 / 3, 8, 10};

    private Universes() {}

    public static Universe random(long seed, int days) {
        return random(seed, days, 0.015);
    }

    /** @param deviation of the change of a day */
    public static Universe random(long seed, int days, double deviation) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Member> members = new ArrayList<>();
        int count = 2 + random.nextInt(6);
        for (int at = 0; at < count; at++) {
            members.add(member("S" + (char) ('A' + at), random.split(), at == 0 ? 0 : random.nextInt(days / 2), days - (at > 1 ? random.nextInt(days / 3) : 0), deviation));
        }
        return Universe.of(members);
    }

    private static Member member(String symbol, SplittableRandom random, int from, int to, double deviation) {
        List<Bar> bars = new ArrayList<>();
        List<CorporateAction> actions = new ArrayList<>();
        double price = 20 + 100 * random.nextDouble();
        double missing = 0.2 * random.nextDouble();
        for (int day = from; day < to; day++) {
            double open = cents(price * (1 + 0.004 * random.nextGaussian()));
            double close = cents(open * (1 + 0.0003 + deviation * random.nextGaussian()));
            price = close;
            if (random.nextDouble() >= missing) {
                bars.add(new Bar(day * DAY, open, Math.max(open, close), Math.min(open, close), close, 1000));
            }
            if (random.nextDouble() < 0.03) {
                double dividend = random.nextBoolean() ? 1 - 0.03 * random.nextDouble() : 1;
                double split = dividend == 1 || random.nextInt(4) == 0 ? SPLITS[random.nextInt(SPLITS.length)] : 1;
                actions.add(new CorporateAction(LocalDate.ofEpochDay(day), dividend, split, close));
                price = Math.max(1, price * dividend * split);
            }
        }
        return new Member(symbol, Bars.of(bars), actions);
    }

    public static double cents(double price) {
        return Math.max(0.01, Math.rint(100 * price) / 100);
    }

    public static Rule rule(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> new HoldAll(0);
            case 1 -> new Trend(BuiltIn.MOMENTUM.with(Map.of("lookback", 20.0, "hold", 5.0, "side", "LONG_SHORT")));
            case 2 -> new Trend(BuiltIn.CROSSOVER.with(Map.of("fast", 3.0, "slow", 11.0)));
            case 3 -> new Trend(BuiltIn.CHANNEL.with(Map.of("entry", 10.0, "exit", 5.0, "side", "LONG_SHORT")));
            case 4 -> new CrossSection(1 + random.nextInt(30), random.nextInt(5), 0.4, 0);
            default -> new CrossSection(1 + random.nextInt(30), random.nextInt(5), 0.3, 0.3);
        };
    }

    public static Plan plan(SplittableRandom random) {
        Construction[] all = Construction.values();
        return new Plan(all[random.nextInt(all.length)], 10 + random.nextInt(30), 1 + random.nextInt(15), random.nextBoolean() ? 0 : 0.05 * random.nextDouble(),
                random.nextBoolean() ? 1 : 0.4, random.nextInt(3) == 0 ? 5 : 1, random.nextBoolean() ? 0 : random.nextInt(1, 101) / 100.0,
                random.nextBoolean() ? 0 : random.nextInt(1, 101) / 100.0);
    }

    public static BasketResult run(Universe universe, Rule rule, Plan plan) {
        return run(universe, rule, plan, TERMS, 0);
    }

    public static BasketResult run(Universe universe, Rule rule, Plan plan, Terms terms, int late) {
        return new BasketBacktest(universe, rule.on(universe, plan, day -> true).decisions(), plan, terms, DOLLAR, late).run(rule.words() + " " + plan.settings());
    }
}
