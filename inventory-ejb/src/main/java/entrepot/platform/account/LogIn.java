package entrepot.platform.account;

import entrepot.platform.retry.Retry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Decides who is let in: by password, by token, or by a session made earlier. */
@ApplicationScoped
public class LogIn {

    @Inject
    private AccountTable accounts;

    @Inject
    private GuardTable guards;

    @Inject
    private TokenTable tokens;

    @Inject
    private KnownPasswords known;

    @Inject
    private SecurityLog log;

    @Inject
    private Retry retry;

    @Inject
    private Clock clock;

    /**
     * How a password was answered.
     *
     * @param caller      null where refused; name, password or a closed account all look alike
     * @param lockedUntil where there were too many tries; null otherwise
     */
    public record Answer(Caller caller, Instant lockedUntil) {
        public boolean letIn() {
            return caller != null;
        }
    }

    /** Counts the try first, by address and by user, and looks at the password only if neither is locked. */
    public Answer byPassword(String givenName, String password, String address) {
        String name = Subject.name(givenName);
        Optional<Instant> locked = count(name, address);
        if (locked.isPresent()) {
            log.note(SecurityEvent.LOCKED_OUT, givenName, address, "until " + locked.get());
            return new Answer(null, locked.get());
        }
        Optional<UserAccount> account = accounts.find(name);
        boolean right = Passwords.match(password, account.flatMap(found -> accounts.hash(found.id())).orElse(null));
        if (!right || !account.get().active()) {
            log.note(SecurityEvent.LOG_IN_FAILED, givenName, address, "password");
            return new Answer(null, null);
        }
        guards.clear(Subject.user(name));
        retry.run(() -> {
            guards.forgive(Subject.address(address));
            return null;
        });
        return new Answer(account.get().caller(), null);
    }

    /** For HTTP Basic, which brings the password with each request: a pair that was right lately is not counted again. */
    public Answer byPasswordAgain(String givenName, String password, String address) {
        String name = Subject.name(givenName);
        return known.once(name, password, () -> byPassword(givenName, password, address), () -> stillOpen(name));
    }

    private Optional<Caller> stillOpen(String name) {
        return guards.isShut(Subject.user(name), Guard.TRIES_A_USER)
                ? Optional.empty()
                : accounts.find(name).filter(UserAccount::active).map(UserAccount::caller);
    }

    /** A token never grants more than its account has now. */
    public Optional<Caller> byToken(String token, String address) {
        Optional<Caller> caller = tokens.use(token).filter(used -> used.account().active())
                .map(used -> used.account().caller().within(used.roles()));
        if (caller.isEmpty()) {
            log.note(SecurityEvent.TOKEN_REFUSED, "?", address, "unknown, expired or revoked token");
        }
        return caller;
    }

    /** Whoever logged in earlier, with the roles of now; empty where the account was closed or its password changed. */
    public Optional<Caller> bySession(String name, int stamp) {
        return accounts.find(name)
                .filter(UserAccount::active)
                .filter(account -> account.stamp() == stamp)
                .map(UserAccount::caller);
    }

    private Optional<Instant> count(String name, String address) {
        Guard network = retry.run(() -> guards.count(Subject.address(address), Guard.TRIES_AN_ADDRESS));
        if (network.isLocked(clock.instant())) {
            return Optional.of(network.lockedUntil());
        }
        Guard user = retry.run(() -> guards.count(Subject.user(name), Guard.TRIES_A_USER));
        return user.isLocked(clock.instant()) ? Optional.of(user.lockedUntil()) : Optional.empty();
    }
}
