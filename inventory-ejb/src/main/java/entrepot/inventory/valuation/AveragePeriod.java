package entrepot.inventory.valuation;

import java.time.LocalDate;

/** Over which time an average is taken. All that leaves within a period leaves at the one average of the period. */
public enum AveragePeriod {

    /** The moving average: taken anew with each receipt. */
    EVENT,
    DAY,
    MONTH;

    /** The first day of the period that {@code day} is in. */
    public LocalDate start(LocalDate day) {
        return this == MONTH ? day.withDayOfMonth(1) : day;
    }
}
