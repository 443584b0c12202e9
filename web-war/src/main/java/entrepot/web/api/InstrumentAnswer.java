package entrepot.web.api;

import entrepot.trading.market.FutureTerms;
import entrepot.trading.market.Instrument;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.market.Joining;
import entrepot.trading.market.RollRule;
import entrepot.trading.market.server.InstrumentBoard;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An instrument with its series. @param ended why contracts are missing in that of a future */
record InstrumentAnswer(String symbol, String name, InstrumentKind kind, String currency, BigDecimal tickSize, boolean belowZero,
        BigDecimal lotSize, Future future, String calendar, List<Series> series, String ended) {

    record Future(long multiplier, BigDecimal margin, String root, LocalDate expiry, RollRule.RollBy rollBy, Integer rollDays,
            Joining joined) {
        static Future of(FutureTerms one) {
            RollRule rolls = one.rolls();
            return new Future(one.multiplier(), one.margin(), one.root(), one.expiry(), rolls == null ? null : rolls.by(), rolls == null ? null : rolls.days(),
                    rolls == null ? null : rolls.joined());
        }
    }

    /** @param step DAY or MINUTE; @param quarantined rows that are held back */
    record Series(String step, long bars, Instant first, Instant last, long gaps, long quarantined) {}

    static InstrumentAnswer of(InstrumentBoard.Line line) {
        Instrument one = line.instrument();
        return new InstrumentAnswer(one.symbol(), one.name(), one.kind(), one.currency(), one.tickSize(), one.belowZero(), one.lotSize(),
                one.future() == null ? null : Future.of(one.future()), one.calendar(),
                line.series().stream()
                        .map(series -> new Series(series.step().name(), series.bars(), moment(series.first()), moment(series.last()),
                                series.gaps(), series.held()))
                        .toList(), line.ended());
    }

    static Instant moment(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
