package entrepot.web.page;

import entrepot.inventory.catalogue.server.CatalogueRefused;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A form that makes or changes a record of the catalogue, and says kindly what speaks against it. */
@Named
@RequestScoped
public class CatalogueForm {

    @Inject
    private Sent sent;

    @Inject
    private Faults faults;

    @Inject
    private Show show;

    private boolean stale;

    /** @return whether it is kept now */
    boolean kept(Runnable act) {
        try {
            act.run();
            return true;
        } catch (CatalogueRefused refused) {
            tell(refused);
            return false;
        }
    }

    private void tell(CatalogueRefused refused) {
        stale = refused.why() == CatalogueRefused.Why.STALE;
        if (stale) {
            faults.note("", show.word("form", "stale"));
        } else if (refused.flaws().isEmpty()) {
            faults.note("", refused.getMessage());
        } else {
            refused.flaws().forEach(flaw -> faults.note("/" + flaw.field(), show.word("form.field", flaw.field()) + ": " + flaw.detail()));
        }
    }

    /** Whether somebody else changed the record since the form was opened. */
    public boolean isStale() {
        return stale;
    }

    /** What was entered, where the form comes back; else what is kept. */
    public String value(String field, Object kept) {
        return isSent() ? sent.text(field) : kept == null ? null : kept.toString();
    }

    /** Whether a box is ticked. */
    public boolean isTicked(String field, Boolean kept) {
        return isSent() ? sent.text(field) != null : !Boolean.FALSE.equals(kept);
    }

    boolean isSent() {
        return sent.text("version") != null;
    }

    int version() {
        return sent.number("version").map(Number::intValue).orElse(-1);
    }

    /** Null where it is none. */
    Integer whole(String field) {
        return sent.text(field) != null && sent.text(field).matches("\\d{1,9}") ? Integer.valueOf(sent.text(field)) : null;
    }

    /** As codes are written. */
    String code(String field) {
        return sent.text(field) == null ? null : sent.text(field).toUpperCase(java.util.Locale.ROOT);
    }
}
