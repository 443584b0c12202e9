package entrepot.trading.market.server;

import entrepot.trading.market.FutureTerms;
import entrepot.trading.market.Instrument;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.market.Joining;
import entrepot.trading.market.RollRule;
import entrepot.trading.market.RollRule.RollBy;
import java.math.BigDecimal;
import java.time.LocalDate;

/** An instrument as it is kept. */
public record InstrumentRow(String symbol, String name, InstrumentKind kind, String currency, BigDecimal tickSize, boolean belowZero, BigDecimal lotSize, Long multiplier,
        BigDecimal margin, String root, LocalDate expiry, RollBy rollBy, Integer rollDays, Joining joined, String calendar) {

    static final String COLUMNS = "symbol, name, kind, currency, tick_size, below_zero, lot_size, multiplier, margin, root, expiry, roll_by, roll_days, joined, calendar";

    static InstrumentRow of(Instrument one) {
        FutureTerms future = one.future();
        RollRule rolls = future == null ? null : future.rolls();
        return new InstrumentRow(one.symbol(), one.name(), one.kind(), one.currency(), one.tickSize(), one.belowZero(), one.lotSize(), future == null ? null : future.multiplier(),
                future == null ? null : future.margin(), future == null ? null : future.root(), future == null ? null : future.expiry(), rolls == null ? null : rolls.by(),
                rolls == null ? null : rolls.days(), rolls == null ? null : rolls.joined(), one.calendar());
    }

    Instrument instrument() {
        return new Instrument(symbol, name, kind, currency, plain(tickSize), belowZero, lotSize == null ? null : plain(lotSize), future(), calendar);
    }

    private FutureTerms future() {
        return multiplier == null ? null : new FutureTerms(multiplier, plain(margin), root, expiry, rollBy == null ? null : new RollRule(rollBy, rollDays, joined));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.stripTrailingZeros();
    }
}
