package entrepot.web.api;

import entrepot.trading.backtest.server.BacktestReport;
import entrepot.trading.backtest.server.SpreadCurve;
import entrepot.trading.basket.server.BasketReport;
import entrepot.trading.basket.server.BasketSpread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * What a chart of a spread draws. A row is {@code [time, hedge ratio, spread, score, p-value]} of a pair or {@code [time, score,
 * combinations]} of a portfolio, at the close of the last of its days, null for what is not known; its time is in seconds of the epoch.
 *
 * @param joined how many days a row stands for
 */
record SpreadChart(int joined, List<Double[]> rows) {

    /** A row of a part of the curve. */
    private interface Row<C> {
        Double[] at(C part, int place);
    }

    static SpreadChart ofPair(BacktestReport report, long backtest, int days, int points) {
        return of(part -> report.spread(backtest, part), SpreadCurve::size, (curve, at) -> new Double[] {
            curve.times()[at] / 1000.0, known(curve.hedge()[at]), known(curve.spread()[at]), known(curve.score()[at]), known(curve.pValue()[at])
        }, days, points);
    }

    static SpreadChart ofBasket(BasketReport report, long basket, int days, int points) {
        return of(part -> report.spread(basket, part), BasketSpread::size, (spread, at) -> new Double[] {
            spread.times()[at] / 1000.0, known(spread.score()[at]), known(spread.combinations()[at])
        }, days, points);
    }

    private static <C> SpreadChart of(IntFunction<Optional<C>> parts, ToIntFunction<C> size, Row<C> row, int days, int points) {
        int joined = (days + points - 1) / points;
        List<Double[]> rows = new ArrayList<>();
        int number = 0;
        Optional<C> curve = parts.apply(0);
        for (int part = 1; curve.isPresent(); part++) {
            for (int at = 0; at < size.applyAsInt(curve.get()); at++) {
                if (++number % joined == 0 || number == days) {
                    rows.add(row.at(curve.get(), at));
                }
            }
            curve = parts.apply(part);
        }
        return new SpreadChart(joined, rows);
    }

    private static Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
