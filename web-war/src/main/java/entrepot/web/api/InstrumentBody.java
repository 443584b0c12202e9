package entrepot.web.api;

import entrepot.trading.market.Instrument;
import entrepot.trading.market.InstrumentKind;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An instrument as clients send it.
 *
 * @param tickSize  smallest step of a price; 0.01 where absent
 * @param belowZero whether a price may be zero or less; false where absent
 */
public record InstrumentBody(String symbol, String name, String kind, String currency, String tickSize, Boolean belowZero) {

    private static final int PLACES = 10;

    InstrumentBody called(String code) {
        return new InstrumentBody(code, name, kind, currency, tickSize, belowZero);
    }

    /** @throws ApiProblem with everything that is wrong */
    public Instrument read() {
        Fields fields = new Fields();
        String code = fields.text("/symbol", symbol, 32);
        if (code != null && !Instrument.SYMBOL.matcher(code).matches()) {
            fields.refuse("/symbol", "characters", "must be 1 to 32 of A-Z, 0-9, '.' and '-'");
        }
        String title = fields.text("/name", name, 120);
        InstrumentKind sort = fields.oneOf("/kind", kind, InstrumentKind.class);
        String money = fields.text("/currency", currency, 3);
        if (money != null && Currency.getAvailableCurrencies().stream().noneMatch(known -> known.getCurrencyCode().equals(money))) {
            fields.refuse("/currency", "unknown-currency", "must be a currency's code such as USD");
        }
        BigDecimal tick = tickSize == null ? new BigDecimal("0.01") : fields.decimal("/tickSize", tickSize, PLACES);
        Within.of(fields, "/tickSize", tick, 1e-10, 1_000_000);
        fields.check();
        return new Instrument(code, title, sort, money, tick, Boolean.TRUE.equals(belowZero));
    }
}
