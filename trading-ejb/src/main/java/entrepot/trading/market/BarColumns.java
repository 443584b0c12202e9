package entrepot.trading.market;

import entrepot.trading.market.BarFileRefused.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where in a line things stand, from zero; below zero where the file does not have them.
 *
 * @param header the names of all columns
 */
record BarColumns(List<String> header, int time, int clock, int open, int high, int low, int close, int volume) {

    private static final List<String> TIME = List.of("date", "time", "datetime", "timestamp", "day", "month");
    private static final List<String> CLOSE = List.of("close", "price", "value", "last", "settle");
    private static final String CLOCK = "ms_since_midnight";

    /** @throws BarFileRefused with every column that was named and is not there, or is missing and must be */
    static BarColumns of(ColumnMapping mapping, List<String> header) {
        List<Flaw> flaws = new ArrayList<>();
        var columns = new BarColumns(header,
                place("time", mapping.time(), TIME, header, flaws),
                mapping.clock() == null ? clock(header) : place("clock", mapping.clock(), List.of(), header, flaws),
                place("open", mapping.open(), List.of("open"), header, flaws),
                place("high", mapping.high(), List.of("high"), header, flaws),
                place("low", mapping.low(), List.of("low"), header, flaws),
                place("close", mapping.close(), CLOSE, header, flaws),
                place("volume", mapping.volume(), List.of("volume", "vol"), header, flaws));
        columns.required("time", columns.time, flaws);
        columns.required("close", columns.close, flaws);
        if (!flaws.isEmpty()) {
            throw new BarFileRefused(flaws);
        }
        return columns;
    }

    private void required(String field, int place, List<Flaw> flaws) {
        if (place < 0 && flaws.stream().noneMatch(flaw -> flaw.field().equals(field))) {
            flaws.add(new Flaw(field, "missing-column", "say which of " + header + " is the " + field));
        }
    }

    private static int place(String field, String name, List<String> usual, List<String> header, List<Flaw> flaws) {
        if (name == null) {
            return header.stream().filter(column -> usual.contains(column.toLowerCase(Locale.ROOT))).findFirst().map(header::indexOf).orElse(-1);
        }
        int place = header.indexOf(name);
        if (place < 0) {
            flaws.add(new Flaw(field, "unknown-column", "the file has no column '" + name + "'; it has " + header));
        }
        return place;
    }

    private static int clock(List<String> header) {
        return header.stream().filter(column -> column.toLowerCase(Locale.ROOT).startsWith(CLOCK)).findFirst().map(header::indexOf).orElse(-1);
    }

    /** Which column was taken for what, for people. */
    String words() {
        return "time=" + name(time) + (clock < 0 ? "" : " clock=" + name(clock)) + " open=" + name(open) + " high=" + name(high)
                + " low=" + name(low) + " close=" + name(close) + " volume=" + name(volume);
    }

    private String name(int place) {
        return place < 0 ? "-" : header.get(place);
    }
}
