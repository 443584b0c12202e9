package entrepot.web.api;

import entrepot.trading.basket.server.BasketReport;
import entrepot.trading.basket.server.BasketSpread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a chart of the spread of a portfolio draws. A row is {@code [time, score, combinations]} at the close of the last of its days, null for what
 * is not known; its time is in seconds of the epoch.
 *
 * @param joined how many days a row stands for
 */
record BasketSpreadChart(int joined, List<Double[]> rows) {

    static BasketSpreadChart of(BasketReport report, long basket, int days, int points) {
        int joined = (days + points - 1) / points;
        List<Double[]> rows = new ArrayList<>();
        int number = 0;
        Optional<BasketSpread> spread = report.spread(basket, 0);
        for (int part = 1; spread.isPresent(); part++) {
            BasketSpread of = spread.get();
            for (int at = 0; at < of.size(); at++) {
                if (++number % joined == 0 || number == days) {
                    rows.add(new Double[] {of.times()[at] / 1000.0, SpreadChart.known(of.score()[at]), SpreadChart.known(of.combinations()[at])});
                }
            }
            spread = report.spread(basket, part);
        }
        return new BasketSpreadChart(joined, rows);
    }
}
