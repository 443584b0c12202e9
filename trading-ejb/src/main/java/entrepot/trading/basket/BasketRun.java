package entrepot.trading.basket;

import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.Scrutiny;
import entrepot.trading.backtest.Terms;
import entrepot.trading.evidence.Moments;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.function.IntPredicate;

/** A question about a portfolio, the same under less kind conditions, and equal weights in everything beside it. */
public final class BasketRun {

    private final BasketExperiment asked;
    private final Universe universe;
    private final Currency currency;

    public BasketRun(BasketExperiment asked, Universe universe, Currency currency) {
        this.asked = asked;
        this.universe = universe;
        this.currency = currency;
    }

    /** All that is kept. @param path null where the rule trades no spread; @param beyond shape of the returns of days less those of equal weights */
    public record Found(BasketResult result, SpreadPath path, BasketResult hold, Scrutiny scrutiny, Moments beyond) {}

    /** @param goOn asked at each decision with its day; @return null where it said no */
    public Found run(IntPredicate goOn) {
        Rule rule = asked.rule().rule();
        Wanted wanted = rule.on(universe, asked.plan(), goOn);
        if (wanted == null) {
            return null;
        }
        List<Decision> decisions = wanted.decisions();
        Plan equal = asked.plan().equal();
        Selection all = new HoldAll(rule.need());
        BasketResult result = once(decisions, asked.plan(), asked.terms(), 0, asked.words());
        BasketResult hold = once(Decisions.of(universe, all, equal, day -> true), equal, asked.terms(), 0, all.words());
        BasketResult costsDoubled = once(decisions, asked.plan(), asked.terms().withCostsDoubled(), 0, asked.words());
        BasketResult oneDayLate = once(decisions, asked.plan(), asked.terms(), 1, asked.words());
        return new Found(result, wanted.path(), hold, new Scrutiny(moments(result), moments(hold), costsDoubled.again(), oneDayLate.again(), result.permutation()),
                beyond(result, hold));
    }

    /** The portfolio alone. */
    public BasketResult alone() {
        return once(asked.rule().rule().on(universe, asked.plan(), day -> true).decisions(), asked.plan(), asked.terms(), 0, asked.words());
    }

    private BasketResult once(List<Decision> decisions, Plan plan, Terms terms, int late, String words) {
        return new BasketBacktest(universe, decisions, plan, terms, currency, late).run(words);
    }

    private static Moments beyond(BasketResult result, BasketResult hold) {
        double[] ours = Performance.returns(result.equity());
        double[] theirs = Performance.returns(hold.equity());
        Arrays.setAll(ours, day -> ours[day] - theirs[day]);
        return Moments.of(ours);
    }

    private static Moments moments(BasketResult found) {
        return Moments.of(Performance.returns(found.equity()));
    }
}
