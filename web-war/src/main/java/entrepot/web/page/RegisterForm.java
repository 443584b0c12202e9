package entrepot.web.page;

import entrepot.inventory.catalogue.Entry;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Register;
import jakarta.inject.Inject;

/** A record of a register on a page of its own, where it is made and changed. Without a code: a new one. */
public abstract class RegisterForm<E extends Entry> {

    @Inject
    CatalogueForm form;

    @Inject
    Sent sent;

    @Inject
    Shell shell;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    private String code;

    abstract Register<E> register();

    /** What was entered. */
    abstract E entry(String itsCode);

    /** The page that shows it. */
    abstract String page();

    public void open() {
        Missing.unless(isFresh() || getKept() != null);
    }

    public String save() {
        E entry = entry(isFresh() ? form.code("newCode") : code);
        if (!form.kept(() -> keep(entry))) {
            return null;
        }
        notes.good(show.word("form", "kept"));
        return page() + "?faces-redirect=true&code=" + entry.code();
    }

    private void keep(E entry) {
        if (isFresh()) {
            register().create(entry);
        } else {
            register().change(form.version(), entry);
        }
    }

    public boolean isFresh() {
        return Asked.text(code) == null;
    }

    /** As it is now; null for a new one. */
    public Kept<E> getKept() {
        return isFresh() ? null : register().find(code).orElse(null);
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
