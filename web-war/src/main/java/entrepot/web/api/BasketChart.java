package entrepot.web.api;

import entrepot.trading.basket.server.BasketCurve;
import entrepot.trading.basket.server.BasketReport;
import entrepot.trading.basket.server.BasketView;
import entrepot.trading.basket.server.DecisionRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What a chart of a portfolio draws, in plain numbers; times are seconds of the epoch.
 *
 * @param joined      how many days a row stands for; it has what was at the close of the last, and the deepest drawdown of all
 * @param rows        {@code [time, worth, worth of equal weights, drawdown, drawdown of equal weights]}
 * @param weights     {@code [time, weight of each instrument]}, below 0 of a short
 * @param risk        {@code [time, share of the variance of each instrument]} of the decisions, as many as rows at most
 */
record BasketChart(int joined, List<String> instruments, List<double[]> rows, List<double[]> weights, List<double[]> risk) {

    private static final int PART = 1_000;

    static BasketChart of(BasketReport report, BasketView view, int points) {
        List<String> symbols = view.experiment().symbols();
        int days = view.result().days();
        int joined = (days + points - 1) / points;
        List<double[]> rows = new ArrayList<>();
        List<double[]> weights = new ArrayList<>();
        double start = view.result().money(view.result().start()).doubleValue();
        double[] top = {start, start};
        double[] fallen = {0, 0};
        int number = 0;
        Optional<BasketCurve> curve = report.part(view.number(), 0, symbols.size());
        for (int part = 1; curve.isPresent(); part++) {
            BasketCurve of = curve.get();
            for (int at = 0; at < of.size(); at++) {
                fall(0, of.equity()[at], top, fallen);
                fall(1, of.hold()[at], top, fallen);
                if (++number % joined == 0 || number == days) {
                    rows.add(new double[] {of.times()[at] / 1000.0, of.equity()[at], of.hold()[at], -fallen[0], -fallen[1]});
                    weights.add(weights(of, at));
                    Arrays.fill(fallen, 0);
                }
            }
            curve = report.part(view.number(), part, symbols.size());
        }
        return new BasketChart(joined, symbols, rows, weights, risk(report, view.number(), points));
    }

    private static void fall(int of, double worth, double[] top, double[] fallen) {
        top[of] = Math.max(top[of], worth);
        fallen[of] = Math.max(fallen[of], 1 - worth / top[of]);
    }

    private static double[] weights(BasketCurve of, int at) {
        double[] row = new double[1 + of.weights().length];
        row[0] = of.times()[at] / 1000.0;
        for (int member = 0; member < of.weights().length; member++) {
            row[1 + member] = of.weights()[member][at];
        }
        return row;
    }

    private static List<double[]> risk(BasketReport report, long basket, int points) {
        List<double[]> all = new ArrayList<>();
        for (List<DecisionRow> part = report.decisions(basket, 0, PART); !part.isEmpty(); part = report.decisions(basket, part.get(part.size() - 1).number(), PART)) {
            part.forEach(row -> all.add(DoubleStream.concat(DoubleStream.of(row.time() / 1000.0), Arrays.stream(row.risk())).toArray()));
        }
        int joined = Math.max(1, (all.size() + points - 1) / points);
        List<double[]> risk = new ArrayList<>();
        for (int at = 0; at < all.size(); at += joined) {
            risk.add(all.get(at));
        }
        return risk;
    }
}
