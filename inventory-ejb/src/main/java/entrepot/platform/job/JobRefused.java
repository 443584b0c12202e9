package entrepot.platform.job;

import jakarta.ejb.ApplicationException;

/** A job that cannot be run as asked; nothing was queued. */
@ApplicationException
public final class JobRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean forbidden;

    JobRefused(String reason, boolean forbidden) {
        super(reason);
        this.forbidden = forbidden;
    }

    /** Whether another account might run it. */
    public boolean isForbidden() {
        return forbidden;
    }
}
