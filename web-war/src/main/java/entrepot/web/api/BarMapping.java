package entrepot.web.api;

import entrepot.trading.market.BarStep;
import entrepot.trading.market.ColumnMapping;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Which column of a file is what, as clients say it. What is absent is found by the usual names. */
public class BarMapping {
    @QueryParam("step") String step;
    @QueryParam("delimiter") String delimiter;
    @QueryParam("decimal") String decimal;
    @QueryParam("time") String time;
    @QueryParam("clock") String clock;
    @QueryParam("open") String open;
    @QueryParam("high") String high;
    @QueryParam("low") String low;
    @QueryParam("close") String close;
    @QueryParam("volume") String volume;
    @QueryParam("format") String format;
    @QueryParam("zone") String zone;
    @QueryParam("stamp") String stamp;

    private enum Stamp { START, END }

    private enum Decimal { POINT, COMMA }

    /** Every name but {@code step} is one of the parameters above. */
    @FunctionalInterface
    public interface Source {
        String value(String name);
    }

    public static BarMapping of(Source source) {
        var mapping = new BarMapping();
        mapping.step = source.value("step");
        mapping.delimiter = source.value("delimiter");
        mapping.decimal = source.value("decimal");
        mapping.time = source.value("time");
        mapping.clock = source.value("clock");
        mapping.open = source.value("open");
        mapping.high = source.value("high");
        mapping.low = source.value("low");
        mapping.close = source.value("close");
        mapping.volume = source.value("volume");
        mapping.format = source.value("format");
        mapping.zone = source.value("zone");
        mapping.stamp = source.value("stamp");
        return mapping;
    }

    public BarStep step(Fields fields) {
        return fields.oneOfIfGiven("?step", step, BarStep.class, BarStep.DAY);
    }

    public ColumnMapping read(Fields fields) {
        return new ColumnMapping(delimiter(fields, delimiter), fields.oneOfIfGiven("?decimal", decimal, Decimal.class, Decimal.POINT) == Decimal.COMMA,
                name(fields, "?time", time), name(fields, "?clock", clock), name(fields, "?open", open), name(fields, "?high", high),
                name(fields, "?low", low), name(fields, "?close", close), name(fields, "?volume", volume), name(fields, "?format", format),
                zone(fields, zone), fields.oneOfIfGiven("?stamp", stamp, Stamp.class, Stamp.START) == Stamp.END);
    }

    static char delimiter(Fields fields, String delimiter) {
        if (delimiter == null || delimiter.isEmpty()) {
            return ',';
        }
        if (delimiter.equals("tab")) {
            return '\t';
        }
        if (!delimiter.matches("[,;|\\t]")) {
            fields.refuse("?delimiter", "unknown-value", "must be a comma, a semicolon, a bar or 'tab'");
        }
        return delimiter.charAt(0);
    }

    private static String name(Fields fields, String pointer, String value) {
        return value == null || value.isBlank() ? null : fields.textIfGiven(pointer, value, 60);
    }

    static ZoneId zone(Fields fields, String zone) {
        if (zone == null || zone.isBlank()) {
            return null;
        }
        try {
            return ZoneId.of(zone.strip());
        } catch (DateTimeException unknown) {
            fields.refuse("?zone", "unknown-zone", "must be a time zone such as America/New_York or UTC");
            return null;
        }
    }
}
