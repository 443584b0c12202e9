package entrepot.trading.market;

import entrepot.trading.market.TradingCalendar.Hours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calendars that come with the product, with the hours of today. */
public final class BuiltInCalendars {

    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /** By code. */
    public static final List<TradingCalendar> ALL = List.of(
            calendar("ALWAYS", "Round the clock, every day", "UTC", "00:00", "00:00", EnumSet.allOf(DayOfWeek.class), Holidays.NONE),
            calendar("CME-EQUITY", "CME equity index futures", "America/Chicago", "17:00", "16:00", WEEK, Holidays.CME_EQUITY),
            calendar("FX", "Foreign exchange", "America/New_York", "17:00", "17:00", WEEK, Holidays.FX),
            calendar("LME", "London Metal Exchange", "Europe/London", "01:00", "19:00", WEEK, Holidays.LME),
            calendar("NYSE", "New York Stock Exchange", "America/New_York", "09:30", "16:00", WEEK, Holidays.NYSE),
            calendar("TARGET", "TARGET, days of banks in euro", "Europe/Berlin", "07:00", "18:00", WEEK, Holidays.TARGET),
            calendar("XETRA", "Xetra Frankfurt", "Europe/Berlin", "09:00", "17:30", WEEK, Holidays.XETRA));

    private BuiltInCalendars() {}

    public static Optional<TradingCalendar> find(String code) {
        return ALL.stream().filter(calendar -> calendar.code().equals(code)).findFirst();
    }

    private static TradingCalendar calendar(String code, String name, String zone, String opens, String closes, Set<DayOfWeek> days, Holidays holidays) {
        return new TradingCalendar(code, name, new Hours(ZoneId.of(zone), LocalTime.parse(opens), LocalTime.parse(closes), days), holidays, List.of());
    }
}
