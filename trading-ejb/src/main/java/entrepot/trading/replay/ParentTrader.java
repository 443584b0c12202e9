package entrepot.trading.replay;

import entrepot.trading.order.Order;
import entrepot.trading.order.OrderKind;
import entrepot.trading.order.Ticket;
import entrepot.trading.portfolio.Exact;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Fills a parent order, one order at a time, so that never more is had than is wanted: an order that is to be replaced is taken back first, and the
 * next one is given when that is known. A limit order goes with the best price at which others stand on its side.
 */
public final class ParentTrader implements FlowTrader {

    private static final int INSTRUMENT = 0;
    private static final long NEVER = Long.MIN_VALUE;
    private static final int UNIT_PLACES = 6;
    private static final int PRICE_PLACES = 9;

    private final ParentOrder wanted;
    private final int side;
    private Order working;
    private boolean withdrawn;
    private long first = NEVER;
    private long began = NEVER;
    private long arrival;
    private double[] tradedBefore;
    /** Null until all was had. */
    private double[] tradedUntil;

    public ParentTrader(ParentOrder wanted) {
        this.wanted = wanted;
        this.side = wanted.side().sign();
    }

    @Override
    public void onClock(MarketView view) {
        first = first == NEVER ? view.time() : first;
        if (view.time() - first < wanted.pause()) {
            return;
        }
        if (began == NEVER) {
            began = view.time();
            arrival = view.mid();
            tradedBefore = traded(view);
        }
        working = working == null || working.state().over() ? null : working;
        long had = side * view.held();
        if (tradedUntil == null && had == wanted.all()) {
            tradedUntil = traded(view);
        } else if (tradedUntil == null) {
            deal(view, had);
        }
    }

    private void deal(MarketView view, long had) {
        long over = wanted.over(view.time() - began);
        boolean late = had < wanted.first(over) && view.has(-side);
        if (working != null) {
            boolean left = view.has(side) && view.best(side) != working.ticket().limit();
            if (working.ticket().kind() == OrderKind.LIMIT && !withdrawn && (late || left)) {
                view.cancel(working);
                withdrawn = true;
            }
        } else if (late) {
            give(view, Ticket.market(INSTRUMENT, side, wanted.first(over) - had));
        } else if (had < wanted.first(over + 1) && view.has(side)) {
            give(view, Ticket.limit(INSTRUMENT, side, wanted.first(over + 1) - had, view.best(side)).postingOnly());
        }
    }

    private void give(MarketView view, Ticket ticket) {
        working = view.give(ticket);
        withdrawn = false;
    }

    private static double[] traded(MarketView view) {
        return new double[] {view.tradedUnits(), view.tradedValue()};
    }

    /** What it was had for. @param minor minor units of one of the currency; @param found of this trader; null where it never began */
    public ParentFigures figures(ReplayResult found, double minor) {
        if (began == NEVER) {
            return null;
        }
        BigDecimal value = BigDecimal.ZERO;
        long had = 0;
        long charged = 0;
        for (ReplayFill fill : found.fills()) {
            had += side * fill.units();
            value = value.add(money(side * fill.units(), fill.price()));
            charged += fill.fee();
        }
        double from = Exact.decimal(arrival, Exact.PRICE);
        double all = Exact.decimal(wanted.all(), Exact.UNIT);
        long last = Math.round(found.bars().close(found.bars().size() - 1) * Exact.PRICE);
        double missed = side * money(wanted.all() - had, last - arrival).doubleValue();
        double paid = side * value.subtract(money(had, arrival)).doubleValue();
        double fees = charged / minor;
        double average = had == 0 ? Double.NaN : value.divide(BigDecimal.valueOf(had, UNIT_PLACES), MathContext.DECIMAL64).doubleValue();
        long lastFill = found.fills().isEmpty() ? began : found.fills().get(found.fills().size() - 1).time();
        double[] until = tradedUntil == null ? new double[] {found.tradedUnits(), found.tradedValue()} : tradedUntil;
        double vwap = (until[1] - tradedBefore[1]) / (until[0] - tradedBefore[0]) / Exact.PRICE;
        return new ParentFigures(began, lastFill, all, Exact.decimal(had, Exact.UNIT), from, average, vwap, paid, fees, missed, (paid + fees + missed) / (all * from));
    }

    private static BigDecimal money(long units, long price) {
        return BigDecimal.valueOf(units, UNIT_PLACES).multiply(BigDecimal.valueOf(price, PRICE_PLACES));
    }
}
