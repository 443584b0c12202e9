package entrepot.trading.broker;

import entrepot.trading.portfolio.CashKind;
import entrepot.trading.portfolio.Portfolio;
import entrepot.trading.portfolio.Position;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What time does to an account overnight, booked before the first bar of a new day (UTC) trades. */
final class Carry {

    private static final long MILLIS_A_DAY = 86_400_000;

    private final Portfolio portfolio;
    private final BrokerTerms terms;
    private final boolean daily;
    private final Map<Currency, Long> interestTo = new HashMap<>();

    Carry(Portfolio portfolio, List<Market> markets, BrokerTerms terms) {
        this.portfolio = portfolio;
        this.terms = terms;
        this.daily = terms.carries() || markets.stream().anyMatch(market -> market.contract.margined() || !market.dividends.isEmpty());
    }

    /** UTC, counted from that of the epoch. */
    static long day(long time) {
        return Math.floorDiv(time, MILLIS_A_DAY);
    }

    void newDay(Market market) {
        if (!daily) {
            return;
        }
        long day = day(market.time);
        if (day == market.day) {
            return;
        }
        if (market.bar > 0) {
            overnight(market, day - market.day);
        }
        dividends(market, day);
        interest(market, day);
        market.day = day;
    }

    private void overnight(Market market, long days) {
        long close = market.closed(market.bar - 1);
        portfolio.settle(market.time, market.instrument, close);
        Position position = portfolio.position(market.instrument);
        if (position.units() < 0 && !market.contract.margined()) {
            long borrowed = Math.max(0, -position.value(close));
            portfolio.move(market.time, CashKind.BORROW, market.contract.currency(), -BrokerTerms.overDays(borrowed, terms.borrow(), days));
        }
    }

    private void dividends(Market market, long day) {
        while (market.nextDividend < market.dividends.size() && market.dividends.get(market.nextDividend).exDay().toEpochDay() <= day) {
            Dividend dividend = market.dividends.get(market.nextDividend++);
            long held = portfolio.position(market.instrument).units();
            if (held != 0) {
                portfolio.move(market.time, CashKind.DIVIDEND, market.contract.currency(), market.contract.value(dividend.amount(), held));
            }
        }
    }

    /** Once a day for each currency, whichever of its instruments comes first. */
    private void interest(Market market, long day) {
        Currency currency = market.contract.currency();
        Long before = interestTo.put(currency, day);
        if (before != null && before < day) {
            long cash = portfolio.cash(market.instrument);
            portfolio.move(market.time, CashKind.INTEREST, currency, BrokerTerms.overDays(cash, cash > 0 ? terms.credit() : terms.debit(), day - before));
        }
    }
}
