package entrepot.inventory.retail;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * The files of one import, plain or gzip, in the order of their first row. Where one begins before another ends, the
 * later file is believed: rows of the earlier one from that moment on are the overlap.
 */
public final class RetailFiles {

    private record Source(Path path, LocalDateTime first) {}

    private final List<Source> sources;
    private final LocalDate latest;

    private RetailFiles(List<Source> sources, LocalDate latest) {
        this.sources = sources;
        this.latest = latest;
    }

    /**
     * @param latest rows of a later day are refused
     * @throws UnusableFile where a file is not CSV of these eight columns
     */
    public static RetailFiles of(List<Path> paths, LocalDate latest) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path path : paths) {
            sources.add(new Source(path, first(path, latest)));
        }
        sources.sort(Comparator.comparing(Source::first));
        return new RetailFiles(sources, latest);
    }

    /** A file that is not one of these at all. */
    public static final class UnusableFile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusableFile(Path path, String problem) {
            super(path.getFileName() + ": " + problem);
        }
    }

    public List<String> names() {
        return sources.stream().map(source -> source.path().getFileName().toString()).toList();
    }

    /** Where the overlap of a file begins; {@code LocalDateTime.MAX} where there is none. */
    LocalDateTime overlapFrom(int file) {
        return file + 1 < sources.size() ? sources.get(file + 1).first() : LocalDateTime.MAX;
    }

    /** Reads every row of every file, once. */
    public void forEach(Consumer<RetailLine> reader) throws IOException {
        RowParser parser = new RowParser(latest);
        for (int file = 0; file < sources.size(); file++) {
            Path path = sources.get(file).path();
            try (CsvReader<CsvRecord> csv = open(path)) {
                int number = file;
                var rows = csv.iterator();
                header(path, rows.hasNext() ? rows.next() : null);
                rows.forEachRemaining(row -> reader.accept(line(parser, number, row)));
            } catch (de.siegmar.fastcsv.reader.CsvParseException broken) {
                throw new UnusableFile(path, broken.getMessage());
            }
        }
    }

    private static LocalDateTime first(Path path, LocalDate latest) throws IOException {
        RowParser parser = new RowParser(latest);
        try (CsvReader<CsvRecord> csv = open(path)) {
            var rows = csv.iterator();
            header(path, rows.hasNext() ? rows.next() : null);
            while (rows.hasNext()) {
                RetailLine line = line(parser, 0, rows.next());
                if (!line.isBroken()) {
                    return line.row().at();
                }
            }
        }
        throw new UnusableFile(path, "has no row that can be read");
    }

    private static void header(Path path, CsvRecord header) {
        if (header == null || !header.getFields().equals(RowParser.HEADER)) {
            throw new UnusableFile(path, "the first line must be " + String.join(",", RowParser.HEADER));
        }
    }

    private static RetailLine line(RowParser parser, int file, CsvRecord cells) {
        try {
            return RetailLine.read(file, cells.getStartingLineNumber(), parser.row(cells.getFields()));
        } catch (RowParser.Unreadable wrong) {
            return RetailLine.broken(file, cells.getStartingLineNumber(), wrong.getMessage(), String.join(",", cells.getFields()));
        }
    }

    private static CsvReader<CsvRecord> open(Path path) throws IOException {
        return CsvReader.builder().allowMissingFields(true).allowExtraFields(true).ofCsvRecord(text(path));
    }

    private static Reader text(Path path) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        bytes.mark(2);
        boolean zipped = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        var decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new InputStreamReader(zipped ? new GZIPInputStream(bytes, 1 << 16) : bytes, decoder);
    }
}
