package entrepot.web.api;

/** Places in lists of market data. */
final class MarketFields {

    private MarketFields() {}

    /** A place in a list by number or by time, as an answer before gave it. */
    static long after(Fields fields, String value, long otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        if (!value.matches("-?[0-9]{1,18}")) {
            fields.refuse("?after", "cursor", "must be the 'next' of the answer before");
            return otherwise;
        }
        return Long.parseLong(value);
    }
}
