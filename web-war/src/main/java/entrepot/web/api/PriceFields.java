package entrepot.web.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads the fields that requests about prices have in common. */
final class PriceFields {

    private static final int MOST_PROPOSALS = 1000;

    private PriceFields() {}

    /** Above zero, six decimals at most. */
    static BigDecimal price(Fields fields, String pointer, String value) {
        BigDecimal price = fields.decimal(pointer, value, 6);
        if (price != null && price.signum() <= 0) {
            fields.refuse(pointer, "not-positive", "must be above 0, is " + value);
        }
        return price;
    }

    /** Row numbers of proposals, each once. */
    static List<Long> proposals(Fields fields, List<String> given) {
        if (given == null || given.isEmpty() || given.size() > MOST_PROPOSALS) {
            fields.refuse("/proposals", "missing", "needs 1 to " + MOST_PROPOSALS + " proposals");
            return List.of();
        }
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Long id = number(fields, "/proposals/" + i, given.get(i));
            if (id != null && ids.contains(id)) {
                fields.refuse("/proposals/" + i, "doubled", "is named twice");
            }
            ids.add(id);
        }
        return ids;
    }

    /** A row number in a body or, with a leading '?', in the query. */
    static Long number(Fields fields, String pointer, String value) {
        if (value == null || !value.matches("[0-9]{1,18}")) {
            fields.refuse(pointer, "not-a-number", "must be a number of up to 18 digits");
            return null;
        }
        return Long.valueOf(value);
    }

    /** Where a list that shows the newest first goes on; the start where nothing is given. */
    static long before(Fields fields, String after) {
        Long before = after == null ? Long.valueOf(Long.MAX_VALUE) : number(fields, "?after", after);
        return before == null ? 0 : before;
    }

    /** A row number in a path; what is none names nothing. */
    static long inPath(String noun, String value) {
        if (!value.matches("[0-9]{1,18}")) {
            throw ApiProblem.notFound(noun + " '" + value.replaceAll("\\p{Cntrl}", "?") + "'");
        }
        return Long.parseLong(value);
    }
}
