package entrepot.web.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import entrepot.trading.tearsheet.AccountCurve;
import entrepot.trading.tearsheet.Months;
import entrepot.trading.tearsheet.TearSheet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;

/** A tear sheet as RFC 4180; a field is empty where there is no number. */
final class TearSheetCsv {

    private TearSheetCsv() {}

    /** @param timed whether a line is of a moment, not of a day */
    static void days(TearSheet sheet, boolean timed, OutputStream to) throws IOException {
        Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        CsvWriter csv = writer(out);
        csv.writeRecord(timed ? "at" : "day", "equity", "benchmark", "return", "drawdown", "exposure");
        AccountCurve curve = sheet.curve();
        for (int bar = 0; bar < curve.size(); bar++) {
            Instant at = Instant.ofEpochMilli(curve.times()[bar]);
            csv.writeRecord(timed ? at.toString() : at.atOffset(ZoneOffset.UTC).toLocalDate().toString(), text(curve.worth()[bar]),
                    text(curve.benchmark()[bar]), text(sheet.returns()[bar]), text(sheet.drawdown()[bar]), text(curve.exposure()[bar]));
        }
        out.flush();
    }

    /** A line for each month that has bars. */
    static void months(TearSheet sheet, OutputStream to) throws IOException {
        Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        CsvWriter csv = writer(out);
        csv.writeRecord("year", "month", "return");
        for (Months.Year year : sheet.years()) {
            for (int month = 0; month < year.months().length; month++) {
                if (Double.isFinite(year.months()[month])) {
                    csv.writeRecord(Integer.toString(year.year()), Integer.toString(month + 1), text(year.months()[month]));
                }
            }
        }
        out.flush();
    }

    static CsvWriter writer(Writer out) {
        return CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.CRLF).build(out);
    }

    static String text(double value) {
        BigDecimal decimal = BacktestAnswer.decimal(value);
        return decimal == null ? "" : decimal.toPlainString();
    }
}
