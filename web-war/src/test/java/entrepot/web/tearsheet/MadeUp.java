package entrepot.web.tearsheet;

import entrepot.trading.backtest.Costs;
import entrepot.trading.backtest.FeeBasis;
import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.Scrutiny;
import entrepot.trading.backtest.Terms;
import entrepot.trading.backtest.server.BacktestEvidence;
import entrepot.trading.backtest.server.Judged;
import entrepot.trading.evidence.Moments;
import entrepot.trading.evidence.Permutation;
import entrepot.trading.evidence.Trials;
import entrepot.trading.market.BarPlan;
import entrepot.trading.tearsheet.AccountCurve;
import entrepot.trading.tearsheet.TearSheet;
import entrepot.trading.tearsheet.server.TearSheetView;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** A backtest of three years of days that nobody ran. */
public final class MadeUp {

    private static final int DAYS = 1000;
    private static final long BEGIN = 1_577_836_800_000L;
    private static final double[] PROFITS = {120.5, -80.25, 300, 10};

    private MadeUp() {}

    private record Seen(Performance performance, BacktestEvidence evidence, String triedOn) implements Judged {}

    /** @param judged whether there is evidence */
    public static TearSheetView sheet(boolean judged) {
        return sheet(judged, false);
    }

    /** As above. @param recorded whether it is said of a recorded market */
    public static TearSheetView sheet(boolean judged, boolean recorded) {
        AccountCurve curve = curve();
        int[] held = new int[DAYS];
        Performance found = Performance.of(curve.times(), curve.start(), curve.worth(), held, PROFITS, 12.5);
        Performance hold = Performance.of(curve.times(), curve.start(), curve.benchmark(), held, new double[0], 1);
        Scrutiny scrutiny = new Scrutiny(Moments.of(Performance.returns(curve.worth())), Moments.of(Performance.returns(curve.benchmark())),
                new Scrutiny.Again(0.05, 0.2), new Scrutiny.Again(0.04, 0.1), new Permutation(0.25, 0.001, 0.0005, 200, 7));
        return new TearSheetView(new UUID(0, 1), TearSheetView.Kind.BACKTEST, new Seen(found, judged ? BacktestEvidence.of(found, scrutiny, Trials.of(List.of())) : null, "SPY"),
                List.of("SPY"), "fast=40 slow=100", Terms.allIn(10_000, new Costs(0.001, FeeBasis.VALUE, 0, 1.5, 0.0005)), !recorded, recorded, BarPlan.DAILY, null,
                LocalDateTime.of(2026, 1, 2, 3, 4), "quant",
                new TearSheetView.Result("USD", DAYS, curve.times()[0], curve.times()[DAYS - 1], "da7a".repeat(16), "4a54".repeat(16), curve.worth()[DAYS - 1],
                        curve.benchmark()[DAYS - 1], hold),
                List.of(new TearSheetView.Data("SPY", "da7a".repeat(16))), TearSheet.of(curve, found.barsPerYear(), PROFITS));
    }

    private static AccountCurve curve() {
        SplittableRandom random = new SplittableRandom(5);
        long[] times = new long[DAYS];
        double[] worth = new double[DAYS];
        double[] benchmark = new double[DAYS];
        double[] exposure = new double[DAYS];
        double one = 10_000;
        double other = 10_000;
        for (int day = 0; day < DAYS; day++) {
            times[day] = BEGIN + day * 86_400_000L;
            one *= Math.exp(0.0004 + 0.01 * random.nextGaussian());
            other *= Math.exp(0.0002 + 0.012 * random.nextGaussian());
            worth[day] = one;
            benchmark[day] = other;
            exposure[day] = random.nextInt(2);
        }
        return new AccountCurve(times, 10_000, worth, benchmark, exposure);
    }
}
