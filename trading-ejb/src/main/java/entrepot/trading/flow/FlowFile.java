package entrepot.trading.flow;

import de.siegmar.fastcsv.reader.CsvRecord;
import entrepot.platform.csv.CsvRefused;
import entrepot.platform.csv.CsvRows;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A file of a flow as it was read: every line is there, those that cannot be read with the reason.
 *
 * @param mapping in words: which column was taken for what
 */
public record FlowFile(FlowKind kind, List<FlowLine> lines, String mapping) {

    static final int MOST = 1_000_000;
    private static final int FLAWS_SHOWN = 20;
    private static final List<String> LOBSTER = List.of("time", "action", "order", "size", "price", "side");

    /** @throws CsvRefused where it is no text or no CSV, columns are missing, or no line can be read */
    public static FlowFile read(Reader text, FlowMapping mapping, FlowKind kind) throws IOException {
        if (mapping.lobster() && kind != FlowKind.ORDERS) {
            throw new CsvRefused("lobster", "a message file of LOBSTER has events of orders; bring it in as ORDERS, not as " + kind);
        }
        if ((mapping.day() != null || mapping.lobster()) && (mapping.day() == null || mapping.zone() == null)) {
            throw new CsvRefused("day", "seconds after midnight need a day and a zone, such as day=2012-06-21 and zone=America/New_York");
        }
        return CsvRows.read(text, mapping.delimiter(), rows -> read(rows, mapping, kind));
    }

    private static FlowFile read(Iterator<CsvRecord> rows, FlowMapping mapping, FlowKind kind) {
        if (!rows.hasNext()) {
            throw new CsvRefused("no-rows", "the file is empty");
        }
        List<String> header = mapping.lobster() ? LOBSTER : CsvRows.header(rows.next());
        int[] places = places(header, mapping, kind);
        FlowClock clock = new FlowClock(mapping.day(), mapping.zone());
        FlowReader reader = new FlowReader(kind, places, clock, mapping.lobster(), header.size());
        List<FlowLine> lines = new ArrayList<>();
        while (rows.hasNext()) {
            lines.add(reader.read(rows.next()));
            if (lines.size() > MOST) {
                throw new CsvRefused("too-many-rows", "a file may have " + MOST + " lines; send it in parts");
            }
        }
        refuseUnreadable(lines);
        return new FlowFile(kind, lines, words(header, places, kind) + " time=" + clock.words() + (mapping.lobster() ? " LOBSTER" : ""));
    }

    private static int[] places(List<String> header, FlowMapping mapping, FlowKind kind) {
        List<String> lower = header.stream().map(FlowFile::plain).toList();
        int[] places = kind.columns().stream().mapToInt(name -> lower.indexOf(plain(mapping.columns().getOrDefault(name, name)))).toArray();
        List<String> missing = IntStream.range(0, places.length).filter(at -> places[at] < 0).mapToObj(kind.columns()::get)
                .filter(name -> !kind.isOptional(name) || mapping.columns().containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new CsvRefused("columns", "the columns " + missing + " are not in the header " + header + "; say which they are, such as "
                    + missing.get(0) + "=" + header.get(0));
        }
        return places;
    }

    /** {@code bid_size} is {@code bidSize}. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace(" ", "");
    }

    private static String words(List<String> header, int[] places, FlowKind kind) {
        return IntStream.range(0, places.length).filter(at -> places[at] >= 0).mapToObj(at -> kind.columns().get(at) + "=" + header.get(places[at])).collect(Collectors.joining(" "));
    }

    /** Where nothing can be read, the mapping is wrong, not the file. */
    private static void refuseUnreadable(List<FlowLine> lines) {
        if (lines.stream().allMatch(line -> line.values() == null)) {
            throw new CsvRefused("unreadable", lines.isEmpty() ? "the file has no line below its header" : lines.stream().limit(FLAWS_SHOWN)
                    .map(line -> "line " + line.line() + ": " + line.problem()).collect(Collectors.joining("; ")));
        }
    }
}
