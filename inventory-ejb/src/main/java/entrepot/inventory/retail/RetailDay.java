package entrepot.inventory.retail;

import java.time.LocalDate;
import java.util.List;

/** All rows of one business day, in the order of the files. */
public record RetailDay(LocalDate date, List<SortedRow> rows) {

    public RetailDay {
        rows = List.copyOf(rows);
    }
}
