package entrepot.platform.account;

import jakarta.ejb.ApplicationException;

/** Something about accounts that cannot be done as asked; nothing was changed. */
@ApplicationException(rollback = true)
public final class AccountRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final String field;

    /** What kind of refusal. */
    public enum Why { UNKNOWN, INVALID, CONFLICT }

    private AccountRefused(Why why, String field, String detail) {
        super(detail);
        this.why = why;
        this.field = field;
    }

    static AccountRefused unknown(String what) {
        return new AccountRefused(Why.UNKNOWN, null, "no " + what);
    }

    static AccountRefused invalid(String field, String detail) {
        return new AccountRefused(Why.INVALID, field, detail);
    }

    static AccountRefused conflict(String detail) {
        return new AccountRefused(Why.CONFLICT, null, detail);
    }

    public Why why() {
        return why;
    }

    /** The name of the field that is wrong; null where it is none. */
    public String field() {
        return field;
    }
}
