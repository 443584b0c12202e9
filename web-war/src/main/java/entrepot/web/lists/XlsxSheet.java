package entrepot.web.lists;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook while the list is read: rows go out in groups, and a list longer than a sheet can be goes on in the
 * next one. The head stays in sight. Texts are typed as text, so none of them is run as a formula.
 */
final class XlsxSheet implements Sheet {

    static final int LONGEST = 1_048_576;

    private static final int GROUP = 500;
    private static final int LONGEST_TEXT = 32_767;
    private static final int WIDTH = 16;
    private static final String DAY = "yyyy-mm-dd";
    private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";

    private final Workbook book;
    private final String name;
    private final int longest;

    private List<String> columns = List.of();
    private Worksheet sheet;
    private int sheets;
    private int next;

    XlsxSheet(OutputStream out, String name) {
        this(out, name, LONGEST);
    }

    XlsxSheet(OutputStream out, String name, int longest) {
        this.book = new Workbook(out, "Entrepot", "1.0");
        this.name = name;
        this.longest = longest;
    }

    @Override
    public void head(List<String> heads) {
        columns = heads;
        turnOver();
    }

    @Override
    public void row(Object... cells) {
        if (next == longest) {
            finish();
            turnOver();
        }
        for (int column = 0; column < cells.length; column++) {
            write(column, cells[column]);
        }
        next++;
        if (next % GROUP == 0) {
            flush();
        }
    }

    @Override
    public void end() {
        finish();
        try {
            book.finish();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void turnOver() {
        sheets++;
        sheet = book.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        sheet.freezePane(0, 1);
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, WIDTH);
            sheet.inlineString(0, column, columns.get(column));
            sheet.style(0, column).bold().set();
        }
        next = 1;
    }

    private void write(int column, Object value) {
        if (value instanceof Money money) {
            sheet.value(next, column, money.decimal());
            sheet.style(next, column).format(decimals(money.decimal().scale())).set();
        } else if (value instanceof Quantity quantity) {
            sheet.value(next, column, quantity.decimal().stripTrailingZeros());
        } else if (value instanceof BigDecimal number) {
            sheet.value(next, column, number.stripTrailingZeros());
        } else if (value instanceof Number number) {
            sheet.value(next, column, number);
        } else if (value instanceof Boolean yes) {
            sheet.value(next, column, yes);
        } else if (value instanceof LocalDate day) {
            sheet.value(next, column, day);
            sheet.style(next, column).format(DAY).set();
        } else if (value instanceof LocalDateTime moment) {
            sheet.value(next, column, moment);
            sheet.style(next, column).format(MOMENT).set();
        } else if (value != null) {
            text(column, value.toString());
        }
    }

    private void text(int column, String text) {
        sheet.inlineString(next, column, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    }

    private static String decimals(int digits) {
        return digits <= 0 ? "#,##0" : "#,##0." + "0".repeat(digits);
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void finish() {
        try {
            sheet.finish();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
