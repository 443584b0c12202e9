package entrepot.platform.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** The rows of a file that is too large to be held as text, one after the other. */
public final class CsvRows {

    private CsvRows() {}

    /**
     * @param text of a decoder that reports what is no UTF-8
     * @param use  what is made of the rows, the header among them
     * @throws CsvRefused where it is no text or no CSV; and whatever {@code use} throws
     */
    public static <T> T read(Reader text, char delimiter, Function<Iterator<CsvRecord>, T> use) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(delimiter)
                .allowMissingFields(true).allowExtraFields(true).ofCsvRecord(text)) {
            return use.apply(reader.iterator());
        } catch (CsvParseException broken) {
            throw new CsvRefused("broken-csv", "the file cannot be read as CSV: " + broken.getMessage());
        } catch (UncheckedIOException | CharacterCodingException broken) {
            if (broken instanceof CharacterCodingException || broken.getCause() instanceof CharacterCodingException) {
                throw new CsvRefused("encoding", "the file is not UTF-8; save it as UTF-8");
            }
            throw broken;
        }
    }

    /** The names of the columns, without the mark at the beginning of a file. */
    public static List<String> header(CsvRecord row) {
        return row.getFields().stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
    }
}
