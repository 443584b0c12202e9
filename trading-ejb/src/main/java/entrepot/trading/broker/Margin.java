package entrepot.trading.broker;

import entrepot.trading.order.Order;
import entrepot.trading.portfolio.Exact;
import entrepot.trading.portfolio.Portfolio;
import entrepot.trading.portfolio.Position;
import java.util.ArrayList;
import java.util.List;

/** What an account must be worth, currency by currency: money in one is no margin in another. */
final class Margin {

    private final Portfolio portfolio;
    private final List<Market> markets;
    private final BrokerTerms terms;
    private final List<Order> closing = new ArrayList<>();

    Margin(Portfolio portfolio, List<Market> markets, BrokerTerms terms) {
        this.portfolio = portfolio;
        this.markets = markets;
        this.terms = terms;
    }

    /** What reduces a position is always allowed. @param price that the bar says; @param paid with slippage */
    boolean allows(Market market, long units, long price, long paid, long fee) {
        long held = portfolio.position(market.instrument).units();
        if (terms.initial() == 0 || Math.abs(held + units) <= Math.abs(held) && Long.signum(held + units) * Long.signum(held) >= 0) {
            return true;
        }
        long worth = worth(market, price) - fee + market.contract.value(price, units) - market.contract.value(paid, units);
        long need = need(market, terms.initial()) + asked(market, held + units, price, terms.initial());
        return worth >= need;
    }

    /** Whether the account is worth less at the close than what holding its positions takes. */
    boolean isShort(Market market) {
        if (terms.maintenance() == 0 || portfolio.position(market.instrument).units() == 0 || closesOut(market.instrument)) {
            return false;
        }
        long close = market.closed(market.bar);
        long held = portfolio.position(market.instrument).units();
        return worth(market, close) < need(market, terms.maintenance()) + asked(market, held, close, terms.maintenance());
    }

    void closeOut(Order order) {
        closing.add(order);
    }

    boolean isClosingOut(Order order) {
        return !closing.isEmpty() && closing.contains(order);
    }

    /** Whether orders that close the account out still stand. */
    boolean closesOut(int instrument) {
        closing.removeIf(order -> order.state().over());
        return closing.stream().anyMatch(order -> markets.get(order.ticket().instrument()).contract.currency()
                .equals(markets.get(instrument).contract.currency()));
    }

    /** Cash of the currency and what its positions are worth, this one at a price, the others at their last close. */
    private long worth(Market at, long price) {
        long worth = portfolio.cash(at.instrument);
        for (Market market : markets) {
            Position position = portfolio.position(market.instrument);
            if (position.units() != 0 && market.contract.currency().equals(at.contract.currency())) {
                worth += position.worth(market == at ? price : market.closed(market.bar));
            }
        }
        return worth;
    }

    private long need(Market but, long share) {
        long need = 0;
        for (Market market : markets) {
            long held = portfolio.position(market.instrument).units();
            if (market != but && held != 0 && market.contract.currency().equals(but.contract.currency())) {
                need += asked(market, held, market.closed(market.bar), share);
            }
        }
        return need;
    }

    private static long asked(Market market, long units, long price, long share) {
        long tied = Math.abs(market.contract.tiedUp(price, units));
        return market.contract.margined() ? tied : Exact.share(tied, share, BrokerTerms.WHOLE);
    }
}
