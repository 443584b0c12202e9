package entrepot.trading.flow;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * Which column of a file is what.
 *
 * @param lobster   whether it is a message file of LOBSTER: no header, and its six columns in its own units
 * @param delimiter between two cells
 * @param columns   names in the header by those of {@link FlowKind#columns}; those that are not there are found by their own names
 * @param day       of moments that are seconds after midnight, or null
 * @param zone      of moments that do not say it themselves, or null
 */
public record FlowMapping(boolean lobster, char delimiter, Map<String, String> columns, LocalDate day, ZoneId zone) {

    /** Commas, and everything found. */
    public static final FlowMapping FOUND = new FlowMapping(false, ',', Map.of(), null, null);
}
