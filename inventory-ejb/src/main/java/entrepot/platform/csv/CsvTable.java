package entrepot.platform.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file with a header: cells by the name of their column, broken lines with the reason beside the good ones.
 *
 * @param columns as the header has them
 */
public record CsvTable(List<String> columns, List<Row> rows) {

    /**
     * One line.
     *
     * @param line   in the file, the header being 1; where it starts, if a quoted cell goes over several
     * @param cells  by column; what is empty is not there; none where the line is broken
     * @param broken why it cannot be read, or null
     */
    public record Row(long line, Map<String, String> cells, String broken) {}

    /**
     * @param known    columns that may be there, in any order
     * @param required columns that must
     * @throws CsvRefused for a header that lacks or doubles a column or has one that is not known, and for quotes that
     *                    leave open where a line ends
     */
    public static CsvTable read(String text, List<String> known, List<String> required) {
        OpenQuote.refuse(text);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            return read(reader, known, required);
        } catch (CsvParseException broken) {
            throw new CsvRefused("broken-csv", "the file cannot be read as CSV: " + broken.getMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading a text in memory failed", impossible);
        }
    }

    private static CsvTable read(CsvReader<CsvRecord> reader, List<String> known, List<String> required) {
        List<String> columns = null;
        var rows = new ArrayList<Row>();
        for (CsvRecord line : reader) {
            if (columns == null) {
                columns = header(line.getFields(), known, required);
            } else {
                rows.add(row(line, columns));
            }
        }
        if (columns == null) {
            throw new CsvRefused("no-header", "the file is empty; its first line names the columns");
        }
        return new CsvTable(columns, rows);
    }

    private static List<String> header(List<String> columns, List<String> known, List<String> required) {
        Set<String> seen = new LinkedHashSet<>();
        for (String column : columns) {
            if (!known.contains(column)) {
                throw new CsvRefused("unknown-column", "no column '" + shortened(column) + "' here; known are " + known);
            }
            if (!seen.add(column)) {
                throw new CsvRefused("doubled-column", "column '" + column + "' is there twice");
            }
        }
        if (!seen.containsAll(required)) {
            throw new CsvRefused("missing-column", "the columns " + required + " must be there; the file has " + columns);
        }
        return columns;
    }

    private static Row row(CsvRecord line, List<String> columns) {
        if (line.getFieldCount() != columns.size()) {
            return new Row(line.getStartingLineNumber(), Map.of(),
                    "has " + line.getFieldCount() + " cells, the header " + columns.size());
        }
        Map<String, String> cells = new HashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            if (!line.getField(column).isBlank()) {
                cells.put(columns.get(column), line.getField(column));
            }
        }
        return new Row(line.getStartingLineNumber(), cells, null);
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
