package entrepot.platform.account;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody who was let in.
 *
 * @param roles of this call: a token may carry fewer than its account
 * @param stamp of the account when it was read: a session made under an older one is over
 * @param language that the owner of the account chose, or null
 */
public record Caller(String name, String displayName, Set<String> roles, int stamp, String language) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** With those of its roles that are among {@code allowed}. */
    Caller within(Set<String> allowed) {
        return new Caller(name, displayName, roles.stream().filter(allowed::contains).collect(Collectors.toSet()), stamp, language);
    }
}
