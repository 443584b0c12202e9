package entrepot.trading.market;

import java.time.ZoneId;
import java.util.List;
import java.util.function.IntFunction;

/** The days of a year on which an exchange is closed or closes early, by its rules and what it announced. */
public enum Holidays {
    NONE("UTC", year -> List.of()),
    NYSE("America/New_York", AmericanHolidays::nyse),
    CME_EQUITY("America/Chicago", AmericanHolidays::cmeEquity),
    FX("America/New_York", AmericanHolidays::fx),
    LME("Europe/London", EuropeanHolidays::lme),
    XETRA("Europe/Berlin", EuropeanHolidays::xetra),
    TARGET("Europe/Berlin", EuropeanHolidays::target);

    private final ZoneId zone;
    private final IntFunction<List<SpecialDay>> rule;

    Holidays(String zone, IntFunction<List<SpecialDay>> rule) {
        this.zone = ZoneId.of(zone);
        this.rule = rule;
    }

    public List<SpecialDay> of(int year) {
        return rule.apply(year);
    }

    /** Of the times at which days close early. */
    public ZoneId zone() {
        return zone;
    }
}
