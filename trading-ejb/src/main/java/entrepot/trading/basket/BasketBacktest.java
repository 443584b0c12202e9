package entrepot.trading.basket;

import entrepot.trading.backtest.Terms;
import entrepot.trading.broker.BrokerTerms;
import entrepot.trading.portfolio.Exact;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Decisions about a universe on one account, day by day: borrowing, dividends and splits, then the open, then the close, then what is decided there. */
public final class BasketBacktest {

    private final Universe universe;
    private final List<Decision> decisions;
    private final Plan plan;
    private final Terms terms;
    private final Currency currency;
    private final int late;

    /**
     * @param decisions in the order of their days
     * @param terms     start cash and costs; the rest of it does not matter here
     * @param currency  of all prices
     * @param late      days by which each decision comes too late; 0 for none
     */
    public BasketBacktest(Universe universe, List<Decision> decisions, Plan plan, Terms terms, Currency currency, int late) {
        if (universe.days() < 2) {
            throw new IllegalArgumentException(universe.days() + " days, must be 2 or more");
        }
        this.universe = universe;
        this.decisions = decisions;
        this.plan = plan;
        this.terms = terms;
        this.currency = currency;
        this.late = late;
    }

    /** @param words rule and plan, part of what the result is known by */
    public BasketResult run(String words) {
        long lot = Math.max(1, Math.round(plan.lot() * Exact.UNIT));
        double minor = Math.pow(10, currency.getDefaultFractionDigits());
        Account account = new Account(universe, terms, currency, lot);
        Dealing dealing = new Dealing(universe, account, new Margin(account, universe.size(), plan.margin(), lot), plan.band(), lot, minor);
        BasketCurve curve = new BasketCurve(universe, account, minor);
        long rate = BrokerTerms.billionths(plan.borrow());
        int next = 0;
        for (int day = 0; day < universe.days(); day++) {
            if (day > 0) {
                account.borrow(day, rate);
            }
            dealing.act(day);
            dealing.open(day);
            curve.close(day);
            boolean ruined = account.worth(day) <= 0;
            boolean called = dealing.isCalled(day);
            double[] decided = null;
            while (next < decisions.size() && decisions.get(next).day() + late <= day) {
                decided = decisions.get(next++).weights();
            }
            if (called || decided != null) {
                dealing.decide(day, ruined || dealing.closesOut() ? new double[universe.size()] : decided);
            }
        }
        return result(words, account, dealing, curve);
    }

    private BasketResult result(String words, Account account, Dealing dealing, BasketCurve curve) {
        int last = universe.days() - 1;
        List<Part> parts = new ArrayList<>();
        List<Holding> holdings = new ArrayList<>();
        for (int member = 0; member < universe.size(); member++) {
            parts.add(account.position(member).part(account.worth(member, last)));
            holdings.addAll(account.position(member).holdings(last, account.worth(member, last)));
        }
        return new BasketResult(universe, words, terms, currency, decisions, dealing.orders(), account.bookings(), holdings, parts, curve, account.start(),
                account.cash(), dealing.traded(), dealing.liquidations());
    }
}
