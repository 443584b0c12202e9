package entrepot.trading.backtest.server;

import entrepot.trading.backtest.Traded;
import entrepot.trading.market.Instrument;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.market.server.MarketData;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** What an instrument is traded at, and what is decided by. */
@ApplicationScoped
public class TradedSource {

    private static final LocalDate ALL = LocalDate.of(9999, 12, 31);

    @EJB
    private MarketData market;

    /**
     * @param from     null for all days; @param to likewise
     * @param adjusted whether splits and dividends known on the last day are worked in, and contracts of a future are joined for what is decided
     */
    public Traded traded(String symbol, LocalDate from, LocalDate to, boolean adjusted) {
        Instrument one = market.instrument(symbol).orElseThrow();
        return one.kind() == InstrumentKind.CONTINUOUS ? Traded.of(one, market.chain(symbol, from, to), adjusted)
                : Traded.of(one, market.bars(symbol, from, to, !adjusted ? null : to == null ? ALL : to));
    }
}
