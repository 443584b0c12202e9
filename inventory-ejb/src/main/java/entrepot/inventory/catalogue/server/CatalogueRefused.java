package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Flaw;
import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Set;

/** A change to the catalogue that cannot be made as asked; nothing was changed. */
@ApplicationException(rollback = true)
public final class CatalogueRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of answer it deserves. */
    public enum Why {
        NOT_FOUND,
        INVALID,
        CONFLICT,
        STALE
    }

    /** Flaws that lie in what is there already, not in what was written. */
    private static final Set<String> STATE = Set.of("has-movements", "stock-held", "taken", "in-use", "mapped");

    private final Why why;
    private final String code;
    private final transient List<Flaw> flaws;

    private CatalogueRefused(Why why, String code, String detail, List<Flaw> flaws) {
        super(detail);
        this.why = why;
        this.code = code;
        this.flaws = flaws;
    }

    static CatalogueRefused notFound(String what) {
        return new CatalogueRefused(Why.NOT_FOUND, "not-found", "no " + what, List.of());
    }

    static CatalogueRefused stale(String what, int version, int asked) {
        return new CatalogueRefused(Why.STALE, "stale",
                what + " was changed meanwhile: it is at version " + version + ", yours is " + asked, List.of());
    }

    public static CatalogueRefused conflict(String code, String detail) {
        return new CatalogueRefused(Why.CONFLICT, code, detail, List.of());
    }

    public static void ifAny(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            Flaw first = flaws.get(0);
            boolean state = flaws.stream().allMatch(flaw -> STATE.contains(flaw.code()));
            throw new CatalogueRefused(state ? Why.CONFLICT : Why.INVALID, state ? first.code() : "invalid-fields",
                    flaws.size() == 1 ? first.field() + ": " + first.detail() : flaws.size() + " fields are wrong", flaws);
        }
    }

    public Why why() {
        return why;
    }

    public String code() {
        return code;
    }

    public List<Flaw> flaws() {
        return flaws;
    }
}
