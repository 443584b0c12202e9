package entrepot.platform.company;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

/**
 * Whose book it is.
 *
 * @param currency  of every posted amount
 * @param zone      decides which business date a moment falls on
 * @param framework IFRS, US_GAAP or LOCAL: by which rules it reports
 * @param demo      the data are made up, and every page says so
 */
public record Company(String name, Currency currency, ZoneId zone, String framework, boolean demo) {

    public LocalDate businessDate(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
