package entrepot.client.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How demand and cost move over the eighteen months. */
record DemoSeason(LocalDate first, LocalDate last) {

    private static final double GROWTH = 0.15;

    /** What is asked for on a day next to an ordinary one: no Sundays, quiet Saturdays, growth. */
    double trade(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return 0;
        }
        double weekday = day.getDayOfWeek() == DayOfWeek.SATURDAY ? 0.4 : 1;
        return weekday * (1 - GROWTH / 2 + GROWTH * passed(day));
    }

    /** How an item does in a season next to its average. */
    double favour(DemoItem item, LocalDate day) {
        double angle = 2 * Math.PI * (day.getDayOfYear() / 365.25 - (item.range().peakMonth - 0.5) / 12);
        double swing = Math.abs(item.range().summer - 1);
        return item.favour() * (1 + swing * Math.cos(angle));
    }

    /** What a supplier asks on a day, in pounds with four decimals: copper drifts up, coffee climbs and falls back. */
    double cost(DemoItem item, LocalDate day) {
        double drift = switch (item.range()) {
            case BARE, ENAMELLED, CABLE -> 0.93 + 0.07 * passed(day);
            case GREEN, ROASTED, BLEND -> 0.92 + 0.12 * Math.sin(Math.PI * 0.75 * passed(day));
            case SUNDRY -> 1;
        };
        return Math.round(item.cost() * drift * 10_000) / 10_000.0;
    }

    private double passed(LocalDate day) {
        return (double) ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last);
    }
}
