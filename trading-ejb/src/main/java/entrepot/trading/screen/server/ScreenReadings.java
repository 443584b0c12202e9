package entrepot.trading.screen.server;

import entrepot.trading.market.Bars;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.market.server.MarketData;
import entrepot.trading.screen.Reading;
import entrepot.trading.screen.Screen;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** What a screen reads of an instrument as of a day; of all contracts of a future their joined prices. */
@ApplicationScoped
class ScreenReadings {

    @EJB
    private MarketData market;

    Reading of(Screen screen, LocalDate day, String symbol) {
        Bars known = market.bars(symbol, null, day, null);
        return market.instrument(symbol).orElseThrow().kind() == InstrumentKind.CONTINUOUS ? Reading.of(screen, known, market.bars(symbol, null, day, day))
                : Reading.of(screen, day, known, market.actions(symbol));
    }
}
