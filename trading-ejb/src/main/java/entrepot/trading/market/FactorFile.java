package entrepot.trading.market;

import entrepot.trading.market.BarFileRefused.Flaw;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits and dividends as Lean writes them: {@code day, price factor, split factor, close}, the factors cumulated from the
 * last row back and each holding up to and including its day. Two rows that follow each other make one action.
 */
public final class FactorFile {

    /** Factors come with seven digits, so a split is read as the ratio of small numbers that it was. */
    private static final double ROUNDING = 1e-5;
    private static final double EQUAL = 1e-9;
    private static final int SMALL = 100;

    private record Row(LocalDate day, double price, double split, double close) {}

    private FactorFile() {}

    /** @throws BarFileRefused with every line that is wrong */
    public static List<CorporateAction> read(String text) {
        List<Row> rows = new ArrayList<>();
        List<Flaw> flaws = new ArrayList<>();
        String[] lines = text.strip().split("\\R");
        for (int at = 0; at < lines.length; at++) {
            read(at + 1, lines[at].strip(), rows, flaws);
        }
        if (!flaws.isEmpty()) {
            throw new BarFileRefused(flaws);
        }
        return actions(rows);
    }

    private static void read(int line, String text, List<Row> rows, List<Flaw> flaws) {
        String[] cells = text.split(",");
        try {
            Row row = new Row(LocalDate.parse(cells[0], DateTimeFormatter.BASIC_ISO_DATE), positive(cells[1]), positive(cells[2]),
                    Double.parseDouble(cells[3]));
            if (!rows.isEmpty() && !row.day().isAfter(rows.get(rows.size() - 1).day())) {
                flaws.add(new Flaw("line/" + line, "order", row.day() + " does not come after " + rows.get(rows.size() - 1).day()));
            }
            rows.add(row);
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException wrong) {
            flaws.add(new Flaw("line/" + line, "unreadable",
                    "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "' is not day, price factor, split factor, close"));
        }
    }

    private static double positive(String cell) {
        double value = Double.parseDouble(cell);
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new NumberFormatException(cell);
        }
        return value;
    }

    private static List<CorporateAction> actions(List<Row> rows) {
        List<CorporateAction> actions = new ArrayList<>();
        for (int at = 0; at + 1 < rows.size(); at++) {
            Row row = rows.get(at);
            double dividend = row.price() / rows.get(at + 1).price();
            double split = simple(row.split() / rows.get(at + 1).split());
            if (Math.abs(dividend - 1) > EQUAL || Math.abs(split - 1) > EQUAL) {
                actions.add(new CorporateAction(row.day(), dividend, split, row.close()));
            }
        }
        return actions;
    }

    static double simple(double ratio) {
        for (int below = 1; below <= SMALL; below++) {
            double above = Math.rint(ratio * below);
            if (above >= 1 && above <= SMALL && Math.abs(above / below / ratio - 1) < ROUNDING) {
                return above / below;
            }
        }
        return ratio;
    }
}
