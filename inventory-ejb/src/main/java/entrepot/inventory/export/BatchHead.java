package entrepot.inventory.export;

import entrepot.kernel.Money;
import java.time.LocalDate;

/**
 * What a batch is.
 *
 * @param firstDay of its lines; a late posting may be dated before what an earlier batch had
 * @param debits   the credits are as much
 */
public record BatchHead(
        long number, long firstSeal, long lastSeal, LocalDate firstDay, LocalDate lastDay, long postings, long lines, Money debits) {

    String title() {
        return "Journal batch " + number + ": seals " + firstSeal + " to " + lastSeal + ", " + firstDay + " to " + lastDay;
    }
}
