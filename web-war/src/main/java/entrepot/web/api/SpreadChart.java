package entrepot.web.api;

import entrepot.trading.backtest.server.BacktestReport;
import entrepot.trading.backtest.server.SpreadCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a chart of a pair draws. A row is {@code [time, hedge ratio, spread, score, p-value]} at the close of the last of its days, null for
 * what is not known; its time is in seconds of the epoch.
 *
 * @param joined how many days a row stands for
 */
record SpreadChart(int joined, List<Double[]> rows) {

    static SpreadChart of(BacktestReport report, long backtest, int days, int points) {
        int joined = (days + points - 1) / points;
        List<Double[]> rows = new ArrayList<>();
        int number = 0;
        Optional<SpreadCurve> curve = report.spread(backtest, 0);
        for (int part = 1; curve.isPresent(); part++) {
            for (int at = 0; at < curve.get().size(); at++) {
                if (++number % joined == 0 || number == days) {
                    rows.add(row(curve.get(), at));
                }
            }
            curve = report.spread(backtest, part);
        }
        return new SpreadChart(joined, rows);
    }

    private static Double[] row(SpreadCurve curve, int at) {
        return new Double[] {curve.times()[at] / 1000.0, known(curve.hedge()[at]), known(curve.spread()[at]), known(curve.score()[at]),
                known(curve.pValue()[at])};
    }

    static Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
