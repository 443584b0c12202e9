package entrepot.web.page;

import entrepot.trading.backtest.server.BacktestReport;
import entrepot.trading.backtest.server.BacktestView;
import entrepot.trading.backtest.server.FillRow;
import entrepot.trading.backtest.server.LegRow;
import entrepot.trading.backtest.server.OrderRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The first orders and fills, or legs, of the backtest that is shown; all are in the files. */
@Named
@RequestScoped
public class BacktestOrders {

    @Inject
    private BacktestReport report;

    @Inject
    private BacktestPage page;

    private List<OrderRow> orders;
    private List<FillRow> fills;
    private List<LegRow> legs;

    public List<OrderRow> getOrders() {
        if (orders == null) {
            orders = finished() ? report.orders(page.getShown().number(), 0, BacktestPage.TRADES) : List.of();
        }
        return orders;
    }

    public List<FillRow> getFills() {
        if (fills == null) {
            fills = finished() ? report.fills(page.getShown().number(), 0, BacktestPage.TRADES) : List.of();
        }
        return fills;
    }

    /** The first legs of a pair. */
    public List<LegRow> getLegs() {
        if (legs == null) {
            legs = finished() ? report.legs(page.getShown().number(), 0, BacktestPage.TRADES) : List.of();
        }
        return legs;
    }

    /** How many trades of a pair the alarm ended. */
    public int getBroken() {
        return finished() ? report.broken(page.getShown().number()) : 0;
    }

    private boolean finished() {
        BacktestView shown = page.getShown();
        return shown != null && shown.result() != null;
    }
}
