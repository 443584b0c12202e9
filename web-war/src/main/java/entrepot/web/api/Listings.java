package entrepot.web.api;

import entrepot.inventory.catalogue.Listing;

/** The query parameters of a list. */
final class Listings {

    private Listings() {}

    static Listing read(String text, String active, String after, Integer limit) {
        var fields = new Fields();
        var listing = new Listing(text(fields, "?q", text), truth(fields, "?active", active), after, fields.limit(limit) + 1);
        fields.check();
        return listing;
    }

    static String text(Fields fields, String name, String value) {
        return value == null || value.isBlank() ? null : fields.textIfGiven(name, value, 100);
    }

    static Boolean truth(Fields fields, String name, String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (!value.equals("true") && !value.equals("false")) {
            fields.refuse(name, "unknown-value", "must be true or false");
        }
        return value.equals("true");
    }
}
