package entrepot.inventory.retail;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Says of every row what becomes of it, and hands them on day by day. */
public final class RowSorter {

    private final RetailFiles files;
    private final boolean keepDuplicates;
    private final Consumer<RetailDay> days;
    private final Set<RetailRow> seen = new HashSet<>();
    private final List<SortedRow> ofDay = new ArrayList<>();
    private LocalDate day;

    private RowSorter(RetailFiles files, boolean keepDuplicates, Consumer<RetailDay> days) {
        this.files = files;
        this.keepDuplicates = keepDuplicates;
        this.days = days;
    }

    /** @param keepDuplicates take rows that are exactly equal for what they say, two of the same */
    public static void sort(RetailFiles files, boolean keepDuplicates, Consumer<RetailDay> days) throws IOException {
        RowSorter sorter = new RowSorter(files, keepDuplicates, days);
        files.forEach(sorter::add);
        sorter.endDay();
    }

    private void add(RetailLine line) {
        if (line.isBroken()) {
            ofDay.add(new SortedRow(line, Fate.UNREADABLE, false));
        } else if (!line.row().at().isBefore(files.overlapFrom(line.file()))) {
            ofDay.add(new SortedRow(line, Fate.OVERLAP, false));
        } else if (day != null && line.row().day().isBefore(day)) {
            ofDay.add(new SortedRow(line, Fate.OUT_OF_ORDER, false));
        } else {
            sort(line);
        }
    }

    private void sort(RetailLine line) {
        RetailRow row = line.row();
        if (!row.day().equals(day)) {
            endDay();
            day = row.day();
        }
        boolean repeats = !seen.add(row);
        ofDay.add(new SortedRow(line, fate(row, repeats && !keepDuplicates), repeats));
    }

    private void endDay() {
        if (day != null) {
            days.accept(new RetailDay(day, ofDay));
            ofDay.clear();
            seen.clear();
        }
    }

    private static Fate fate(RetailRow row, boolean duplicate) {
        if (row.adjustsDebt()) {
            return Fate.DEBT_ADJUSTMENT;
        }
        if (!row.isStockItem()) {
            return Fate.NOT_A_STOCK_ITEM;
        }
        if (duplicate) {
            return Fate.DUPLICATE;
        }
        return row.price().signum() == 0 ? withoutPrice(row) : withPrice(row);
    }

    private static Fate withPrice(RetailRow row) {
        if (row.price().signum() > 0 && row.quantity() > 0 && !row.isCancellation()) {
            return Fate.SALE;
        }
        boolean takenBack = row.price().signum() > 0 && row.quantity() < 0 && row.isCancellation();
        return takenBack ? Fate.RETURN_UNMATCHED : Fate.CONTRADICTORY;
    }

    private static Fate withoutPrice(RetailRow row) {
        if (row.isCancellation() || row.quantity() == 0) {
            return Fate.CONTRADICTORY;
        }
        if (row.quantity() < 0) {
            return Fate.SCRAP;
        }
        return row.hasCustomer() ? Fate.GIVEN_FREE : Fate.FOUND;
    }
}
