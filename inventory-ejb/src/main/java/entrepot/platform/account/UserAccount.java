package entrepot.platform.account;

import java.time.Instant;
import java.util.Set;

/**
 * An account as administrators see it; the hash of its password never leaves {@link AccountTable}.
 *
 * @param language that its owner chose, or null
 */
public record UserAccount(
        long id, String name, String displayName, boolean active, int stamp, Set<String> roles, Instant createdAt, String language) {

    public UserAccount {
        roles = Set.copyOf(roles);
    }

    Caller caller() {
        return new Caller(name, displayName, roles, stamp, language);
    }
}
