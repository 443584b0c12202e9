package entrepot.web.api;

/**
 * A part of a list that has the newest first.
 *
 * @param symbol null for every instrument
 * @param rows   shown at most
 * @param before number of the last one shown before
 */
record OfInstrument(String symbol, int rows, long before) {

    /** @throws ApiProblem with everything that is wrong */
    static OfInstrument read(String instrument, String after, Integer limit) {
        Fields fields = new Fields();
        OfInstrument part = new OfInstrument(fields.textIfGiven("?instrument", instrument, 32), fields.limit(limit),
                PriceFields.before(fields, after));
        fields.check();
        return part;
    }
}
