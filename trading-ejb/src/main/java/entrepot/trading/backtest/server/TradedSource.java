package entrepot.trading.backtest.server;

import entrepot.trading.backtest.Traded;
import entrepot.trading.market.BarPlan;
import entrepot.trading.market.Instrument;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.market.server.MarketData;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/** What an instrument is traded at, and what is decided by. */
@ApplicationScoped
public class TradedSource {

    @EJB
    private MarketData market;

    /** Why an instrument that is there is not traded over such bars. */
    public Optional<String> objection(String symbol, BarPlan bars) {
        boolean longer = !bars.isDaily() && market.instrument(symbol).orElseThrow().kind() == InstrumentKind.CONTINUOUS;
        return longer ? Optional.of(symbol + " is all contracts of a future, which are traded over days; leave every and zone out, or take one contract") : Optional.empty();
    }

    /**
     * @param bars         of all contracts of a future days alone
     * @param from         null for all days; @param to likewise
     * @param adjustedAsOf splits and dividends known on that day are worked in, and contracts of a future are joined for what is decided; null for prices as traded
     */
    public Traded traded(String symbol, BarPlan bars, LocalDate from, LocalDate to, LocalDate adjustedAsOf) {
        Instrument one = market.instrument(symbol).orElseThrow();
        return one.kind() == InstrumentKind.CONTINUOUS ? Traded.of(one, market.chain(symbol, from, to), adjustedAsOf != null)
                : Traded.of(one, market.bars(symbol, bars, from, to, adjustedAsOf));
    }
}
