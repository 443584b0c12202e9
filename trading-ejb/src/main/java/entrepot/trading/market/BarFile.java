package entrepot.trading.market;

import de.siegmar.fastcsv.reader.CsvRecord;
import entrepot.platform.csv.CsvRefused;
import entrepot.platform.csv.CsvRows;
import entrepot.trading.market.BarFileRefused.Flaw;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A file of bars as it was read: every line is there, those that cannot be read with the reason.
 *
 * @param mapping in words: which column was taken for what
 */
public record BarFile(List<BarLine> lines, BarStep step, String mapping) {

    static final int MOST = 2_000_000;
    private static final int FLAWS_SHOWN = 100;

    /** Of a file in UTF-8; what is no UTF-8 is refused while it is read. */
    public static Reader text(InputStream content) {
        return new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /**
     * @throws CsvRefused     where it is no text or no CSV
     * @throws BarFileRefused where columns are missing, or no line holds a bar
     */
    public static BarFile read(Reader text, ColumnMapping mapping, BarStep step) throws IOException {
        if (step == BarStep.MINUTE && mapping.zone() == null) {
            throw BarFileRefused.of("zone", "missing", "say in which time zone the minutes are, such as America/New_York or UTC");
        }
        return CsvRows.read(text, mapping.delimiter(), rows -> read(rows, mapping, step));
    }

    private static BarFile read(Iterator<CsvRecord> rows, ColumnMapping mapping, BarStep step) {
        if (!rows.hasNext()) {
            throw new CsvRefused("no-header", "the file is empty; its first line names the columns");
        }
        BarColumns columns = BarColumns.of(mapping, CsvRows.header(rows.next()));
        if (!rows.hasNext()) {
            throw new CsvRefused("no-rows", "the file has a header and no line below it");
        }
        CsvRecord first = rows.next();
        BarClock clock = BarClock.of(mapping, step, first.getFieldCount() > columns.time() ? first.getField(columns.time()).strip() : "");
        BarReader reader = new BarReader(columns, clock, mapping.decimalComma());
        List<BarLine> lines = new ArrayList<>();
        lines.add(reader.read(first));
        while (rows.hasNext()) {
            lines.add(reader.read(rows.next()));
            refuseTooMany(lines.size());
        }
        refuseUnreadable(lines);
        return new BarFile(lines, step, columns.words() + " format=" + clock.format() + (mapping.zone() == null ? "" : " zone=" + mapping.zone()));
    }

    private static void refuseTooMany(int lines) {
        if (lines > MOST) {
            throw new CsvRefused("too-many-rows", "a file may have " + MOST + " lines; send it in parts");
        }
    }

    /** Where nothing can be read, the mapping is wrong, not the file. */
    private static void refuseUnreadable(List<BarLine> lines) {
        if (lines.stream().allMatch(line -> line.bar() == null)) {
            throw new BarFileRefused(lines.stream().limit(FLAWS_SHOWN)
                    .map(line -> new Flaw("line/" + line.line(), "unreadable", line.problem()))
                    .toList());
        }
    }

    /** Of the lines that can be read. */
    public long firstTime() {
        return lines.stream().filter(line -> line.bar() != null).mapToLong(line -> line.bar().time()).min().orElseThrow();
    }

    public long lastTime() {
        return lines.stream().filter(line -> line.bar() != null).mapToLong(line -> line.bar().time()).max().orElseThrow();
    }
}
