package entrepot.web.api;

import entrepot.trading.market.Instrument;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.market.server.InstrumentBoard;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** An instrument with its series. */
record InstrumentAnswer(String symbol, String name, InstrumentKind kind, String currency, BigDecimal tickSize, boolean belowZero,
        List<Series> series) {

    /** @param step DAY or MINUTE; @param quarantined rows that are held back */
    record Series(String step, long bars, Instant first, Instant last, long gaps, long quarantined) {}

    static InstrumentAnswer of(InstrumentBoard.Line line) {
        Instrument one = line.instrument();
        return new InstrumentAnswer(one.symbol(), one.name(), one.kind(), one.currency(), one.tickSize(), one.belowZero(),
                line.series().stream()
                        .map(series -> new Series(series.step().name(), series.bars(), moment(series.first()), moment(series.last()),
                                series.gaps(), series.held()))
                        .toList());
    }

    static Instant moment(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
