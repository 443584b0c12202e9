package entrepot.trading.strategy;

import static entrepot.trading.indicator.Parameter.bars;
import static entrepot.trading.indicator.Parameter.choice;
import static entrepot.trading.indicator.Parameter.number;

import entrepot.trading.indicator.Mean;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.indicator.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All strategies that are ready to run, for forms, programs and checks to list. {@code docs/strategies.md} has each with its rule and where
 * its numbers come from.
 */
public enum BuiltIn {

    BUY_AND_HOLD(List.of(), s -> new BuyAndHold()),

    CROSSOVER(List.of(bars("fast", 40), bars("slow", 100, 2), choice("mean", names(Mean.values())), side(), choice("reading", names(Reading.values()))),
            s -> new Crossover(Mean.valueOf(s.choice("mean")), s.whole("fast"), s.whole("slow"), side(s), Reading.valueOf(s.choice("reading")))),

    CHANNEL(List.of(bars("entry", 20), bars("exit", 10), side()), s -> new ChannelTrend(s.whole("entry"), s.whole("exit"), side(s))),

    MOMENTUM(List.of(bars("lookback", 252), bars("hold", 21), side()),
            s -> new TimeSeriesMomentum(s.whole("lookback"), s.whole("hold"), side(s))),

    BOLLINGER(List.of(bars("n", 20, 2), number("k", 2, 0.1, 10), number("exit", 0, -10, 10), side()),
            s -> new BollingerReversion(s.whole("n"), s.number("k"), s.number("exit"), side(s))),

    RSI(List.of(bars("n", 14), number("low", 30, 0, 100), number("high", 70, 0, 100), number("exit", 50, 0, 100), side()),
            s -> new RsiReversion(s.whole("n"), s.number("low"), s.number("high"), s.number("exit"), side(s))),

    ORNSTEIN_UHLENBECK(List.of(bars("window", 60, 10), number("enter", 1.25, 0.1, 10), number("exit", 0.5, -10, 10), number("life", 30, 0.1, 10_000), side()),
            s -> new OrnsteinUhlenbeck(s.whole("window"), s.number("enter"), s.number("exit"), s.number("life"), side(s))),

    LEARNED(LearnedSettings.PARAMETERS, LearnedSettings::make);

    private final List<Parameter> parameters;
    private final Function<Settings, Strategy> maker;

    BuiltIn(List<Parameter> parameters, Function<Settings, Strategy> maker) {
        this.parameters = parameters;
        this.maker = maker;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    /**
     * @param given numbers as {@link Double}, choices as words; the standard for what is not given
     * @throws Misfit where two settings do not go together
     * @throws IllegalArgumentException where one is not known or its value will not do
     */
    public Configured with(Map<String, Object> given) {
        return new Configured(this, given);
    }

    Strategy make(Map<String, Object> given) {
        return maker.apply(Settings.of(name(), parameters, given));
    }

    private static Parameter side() {
        return choice("side", names(Side.values()));
    }

    private static Side side(Settings settings) {
        return Side.valueOf(settings.choice("side"));
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }
}
