package entrepot.web.page;

import entrepot.inventory.catalogue.Entry;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Listing;
import entrepot.inventory.catalogue.Register;

/** A register as a list: by code, filtered by a text. */
public abstract class RegisterList<E extends Entry> {

    private static final int LIMIT = 100;

    private String q;
    private String after;
    private Part<Kept<E>> part;

    abstract Register<E> register();

    public Part<Kept<E>> getPart() {
        if (part == null) {
            Listing listing = new Listing(Asked.text(q), null, Asked.text(after), LIMIT + 1);
            part = Part.of(register().list(listing), LIMIT, kept -> kept.value().code());
        }
        return part;
    }

    public String getQuery() {
        return Query.of("q", q).text();
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
