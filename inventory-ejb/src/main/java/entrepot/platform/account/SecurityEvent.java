package entrepot.platform.account;

import java.util.Locale;

/** What is written into the security log. */
public enum SecurityEvent {
    LOGGED_IN, LOGGED_OUT, LOG_IN_FAILED, LOCKED_OUT, TOKEN_REFUSED, ACCESS_REFUSED, REQUEST_REFUSED,
    ACCOUNT_MADE, ACCOUNT_CLOSED, ACCOUNT_OPENED, ROLES_SET, PASSWORD_SET, SESSIONS_ENDED, LOCK_LIFTED, TOKEN_MADE, TOKEN_REVOKED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
