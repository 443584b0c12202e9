package entrepot.web.api;

import entrepot.trading.market.FutureTerms;
import entrepot.trading.market.Instrument;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.market.Joining;
import entrepot.trading.market.RollRule;
import entrepot.trading.market.RollRule.RollBy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * An instrument as clients send it.
 *
 * @param tickSize  smallest step of a price; 0.01 where absent
 * @param belowZero whether a price may be zero or less; false where absent
 * @param lotSize   it is traded in multiples of so many units; any fraction where absent, of a future 1
 * @param future    of kinds FUTURE and CONTINUOUS alone
 * @param calendar  code of the calendar by which it trades; none where absent
 */
public record InstrumentBody(String symbol, String name, String kind, String currency, String tickSize, Boolean belowZero, String lotSize, Future future, String calendar) {

    /**
     * Numbers as decimals in strings.
     *
     * @param multiplier whole, 1 or more
     * @param margin     money a contract; 0 where absent
     * @param root       of a FUTURE; it may be absent of a CONTINUOUS one, whose symbol it is
     * @param expiry     of a FUTURE
     * @param rollBy     of a CONTINUOUS one: EXPIRY where absent
     * @param rollDays   of a CONTINUOUS one: weekdays before the expiry; 5 where absent
     * @param joined     of a CONTINUOUS one, what is decided by: DIFFERENCE where absent
     */
    public record Future(String multiplier, String margin, String root, String expiry, String rollBy, String rollDays, String joined) {}

    private static final int PLACES = 10;
    private static final int LOT_PLACES = 6;
    private static final int MONEY_PLACES = 4;
    private static final int ROLL_DAYS = 5;

    InstrumentBody called(String code) {
        return new InstrumentBody(code, name, kind, currency, tickSize, belowZero, lotSize, future, calendar);
    }

    /** @throws ApiProblem with everything that is wrong */
    public Instrument read() {
        Fields fields = new Fields();
        String code = symbol(fields, "/symbol", symbol);
        String title = fields.text("/name", name, 120);
        InstrumentKind sort = fields.oneOf("/kind", kind, InstrumentKind.class);
        String money = fields.text("/currency", currency, 3);
        if (money != null && Currency.getAvailableCurrencies().stream().noneMatch(known -> known.getCurrencyCode().equals(money))) {
            fields.refuse("/currency", "unknown-currency", "must be a currency's code such as USD");
        }
        BigDecimal tick = tickSize == null ? new BigDecimal("0.01") : fields.decimal("/tickSize", tickSize, PLACES);
        Within.of(fields, "/tickSize", tick, 1e-10, 1_000_000);
        BigDecimal lot = fields.decimalIfGiven("/lotSize", lotSize, LOT_PLACES);
        Within.of(fields, "/lotSize", lot, 1e-6, 1_000_000_000);
        if (sort != null && sort.isFuture()) {
            Within.of(fields, "/tickSize", tick, 1e-9, 1_000_000);
        }
        FutureTerms terms = sort == null ? null : terms(fields, sort, code);
        String trades = fields.textIfGiven("/calendar", calendar, 16);
        fields.check();
        return new Instrument(code, title, sort, money, tick, Boolean.TRUE.equals(belowZero), lot != null || terms == null ? lot : BigDecimal.ONE, terms, trades);
    }

    private FutureTerms terms(Fields fields, InstrumentKind sort, String code) {
        if (!sort.isFuture()) {
            if (future != null) {
                fields.refuse("/future", "not-a-future", "must be absent where kind is " + sort + ", is for FUTURE and CONTINUOUS");
            }
            return null;
        }
        if (fields.required("/future", future) == null) {
            return null;
        }
        BigDecimal points = fields.decimal("/future/multiplier", future.multiplier(), 0);
        Within.of(fields, "/future/multiplier", points, 1, 1_000_000_000);
        BigDecimal margin = future.margin() == null ? BigDecimal.ZERO : fields.decimalIfGiven("/future/margin", future.margin(), MONEY_PLACES);
        Within.of(fields, "/future/margin", margin, 0, 1e12);
        return sort == InstrumentKind.FUTURE ? contract(fields, points, margin) : continuous(fields, points, margin, code);
    }

    private FutureTerms contract(Fields fields, BigDecimal points, BigDecimal margin) {
        String root = symbol(fields, "/future/root", future.root());
        LocalDate expiry = fields.required("/future/expiry", future.expiry()) == null ? null : fields.dateIfGiven("/future/expiry", future.expiry());
        absent(fields, "/future/rollBy", future.rollBy(), "FUTURE");
        absent(fields, "/future/rollDays", future.rollDays(), "FUTURE");
        absent(fields, "/future/joined", future.joined(), "FUTURE");
        return fields.errors().isEmpty() ? FutureTerms.contract(points.longValueExact(), margin, root, expiry) : null;
    }

    private FutureTerms continuous(Fields fields, BigDecimal points, BigDecimal margin, String code) {
        if (future.root() != null && !future.root().equals(code)) {
            fields.refuse("/future/root", "other-root", "must be the symbol or absent where kind is CONTINUOUS, is '" + future.root() + "'");
        }
        absent(fields, "/future/expiry", future.expiry(), "CONTINUOUS");
        RollBy by = fields.oneOfIfGiven("/future/rollBy", future.rollBy(), RollBy.class, RollBy.EXPIRY);
        BigDecimal days = future.rollDays() == null ? BigDecimal.valueOf(ROLL_DAYS) : fields.decimalIfGiven("/future/rollDays", future.rollDays(), 0);
        Within.of(fields, "/future/rollDays", days, 0, RollRule.MOST_DAYS);
        Joining joined = fields.oneOfIfGiven("/future/joined", future.joined(), Joining.class, Joining.DIFFERENCE);
        if (joined == Joining.RATIO && Boolean.TRUE.equals(belowZero)) {
            fields.refuse("/future/joined", "no-ratio", "must be DIFFERENCE or NONE where prices may be zero or less, which have no ratio");
        }
        return fields.errors().isEmpty() ? FutureTerms.continuous(points.longValueExact(), margin, code, new RollRule(by, days.intValueExact(), joined)) : null;
    }

    private static void absent(Fields fields, String pointer, String value, String kind) {
        if (value != null) {
            fields.refuse(pointer, "not-used", "must be absent where kind is " + kind);
        }
    }

    private static String symbol(Fields fields, String pointer, String value) {
        String code = fields.text(pointer, value, 32);
        if (code != null && !Instrument.SYMBOL.matcher(code).matches()) {
            fields.refuse(pointer, "characters", "must be 1 to 32 of A-Z, 0-9, '.' and '-'");
        }
        return code;
    }
}
