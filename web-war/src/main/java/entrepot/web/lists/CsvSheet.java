package entrepot.web.lists;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.csv.CsvCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Writes RFC 4180: CRLF, quotes where they are needed. Numbers and days as they are; a text never as a formula. */
final class CsvSheet implements Sheet {

    private final CsvWriter writer;

    CsvSheet(Writer out) {
        writer = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.CRLF).build(out);
    }

    @Override
    public void head(List<String> columns) {
        writer.writeRecord(columns);
    }

    @Override
    public void row(Object... cells) {
        writer.writeRecord(Arrays.stream(cells).map(CsvSheet::cell).toList());
    }

    @Override
    public void end() {
        try {
            writer.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Money money) {
            return money.decimal().toPlainString();
        }
        if (value instanceof Quantity quantity) {
            return plain(quantity.decimal());
        }
        if (value instanceof BigDecimal number) {
            return plain(number);
        }
        return value instanceof Number ? value.toString() : CsvCell.guarded(value.toString());
    }

    private static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
    }
}
