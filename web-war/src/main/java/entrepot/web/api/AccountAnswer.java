package entrepot.web.api;

import entrepot.platform.account.UserAccount;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** An account as the API shows it. @param active false where it was closed */
record AccountAnswer(String name, String displayName, boolean active, Set<String> roles, Instant createdAt) {

    static AccountAnswer of(UserAccount account) {
        return new AccountAnswer(
                account.name(), account.displayName(), account.active(), new TreeSet<>(account.roles()), account.createdAt());
    }
}
