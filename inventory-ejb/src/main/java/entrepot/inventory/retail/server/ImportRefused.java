package entrepot.inventory.retail.server;

import jakarta.ejb.ApplicationException;

/** What cannot be done with an import as it stands; nothing was changed. */
@ApplicationException
public final class ImportRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code stable, kebab-case */
    ImportRefused(String code, String detail) {
        super(detail);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
