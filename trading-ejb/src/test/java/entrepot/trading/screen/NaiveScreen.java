package entrepot.trading.screen;

import entrepot.trading.indicator.Catalogue;
import entrepot.trading.market.Adjustment;
import entrepot.trading.market.Bars;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * A slow second opinion: slices a series at the day and asks the indicators over whole columns, once for each figure and each bar of the past.
 *
 * @param screen    of which the functions are another way to say its expressions
 * @param condition of a series at its last bar: 1, 0 or not a number
 * @param ranked    likewise
 */
record NaiveScreen(Screen screen, int needed, ToDoubleFunction<Bars> condition, ToDoubleFunction<Bars> ranked, ToDoubleFunction<Bars> column) {

    /** What it says of one instrument. */
    record Said(String outcome, double ranked, double column, int yearTrue, int yearJudged) {}

    /** The last value of a line over all of a series. */
    static double last(Bars bars, String indicator, int line, Map<String, Object> parameters, double[]... inputs) {
        double[] found = Catalogue.find(indicator).orElseThrow().over(parameters, inputs)[line];
        return found[bars.size() - 1];
    }

    Map<String, Said> over(MadeMarket market, LocalDate day) {
        Map<String, Said> said = new TreeMap<>();
        market.bars().forEach((symbol, all) -> said.put(symbol, of(read(market, symbol, day, screen.adjusted()), day)));
        return said;
    }

    Bars read(MadeMarket market, String symbol, LocalDate day, boolean adjusted) {
        Bars known = market.bars().get(symbol).until(MadeMarket.millis(day));
        return adjusted ? Adjustment.asOf(day, market.actions().get(symbol)).of(known) : known;
    }

    private Said of(Bars bars, LocalDate day) {
        if (bars.size() == 0) {
            return new Said("NO_BARS", Double.NaN, Double.NaN, 0, 0);
        }
        LocalDate last = Adjustment.dayOf(bars.time(bars.size() - 1));
        double is = condition.applyAsDouble(bars);
        double rank = ranked.applyAsDouble(bars);
        String outcome = bars.size() < needed ? "TOO_FEW_BARS" : last.plusDays(screen.staleDays()).isBefore(day) ? "STALE"
                : Double.isNaN(is) ? "CONDITION_UNDEFINED" : is == 0 ? "FAILED" : Double.isNaN(rank) ? "RANK_UNDEFINED" : "PASSED";
        int judged = 0;
        int isTrue = 0;
        for (int bar = needed; bar <= bars.size(); bar++) {
            Bars then = bars.slice(0, bar);
            boolean inYear = Adjustment.dayOf(then.time(bar - 1)).isAfter(day.minusYears(1));
            double was = inYear ? condition.applyAsDouble(then) : Double.NaN;
            judged += Double.isNaN(was) ? 0 : 1;
            isTrue += was == 1 ? 1 : 0;
        }
        return new Said(outcome, rank, column.applyAsDouble(bars), isTrue, judged);
    }

    /** Count, count where true, mean, mean where true, share that rose, the same where true of the returns so many bars ahead, from the definition. */
    double[] ahead(MadeMarket market, LocalDate day, int bars) {
        double[] found = new double[6];
        market.bars().keySet().forEach(symbol -> {
            Bars read = read(market, symbol, day, screen.adjusted());
            Bars comparable = read(market, symbol, day, true);
            for (int bar = needed; bar + bars <= read.size(); bar++) {
                double was = condition.applyAsDouble(read.slice(0, bar));
                if (!Double.isNaN(was)) {
                    double gained = comparable.close(bar - 1 + bars) / comparable.close(bar - 1) - 1;
                    found[0]++;
                    found[1] += was;
                    found[2] += gained;
                    found[3] += was == 1 ? gained : 0;
                    found[4] += gained > 0 ? 1 : 0;
                    found[5] += was == 1 && gained > 0 ? 1 : 0;
                }
            }
        });
        found[2] /= found[0];
        found[3] /= found[1];
        found[4] /= found[0];
        found[5] /= found[1];
        return found;
    }
}
