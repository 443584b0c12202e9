package entrepot.platform.account;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;

/** What administrators do with accounts. Each change is in the security log. */
@Stateless
@RolesAllowed("admin")
public class AccountDesk {

    private static final int MOST_TRIES = 200;

    @Inject
    private AccountTable accounts;

    @Inject
    private GuardTable guards;

    @Inject
    private SecurityLog log;

    @Resource
    private SessionContext context;

    /** By name. @param after a name, or an empty string for the first */
    public List<UserAccount> list(String after, int limit) {
        return accounts.list(after, limit);
    }

    public UserAccount find(String name) {
        return accounts.find(Subject.name(name)).orElseThrow(() -> AccountRefused.unknown("account of that name"));
    }

    public UserAccount make(String name, String displayName, String password, Collection<String> roles) {
        if (!Subject.NAME.matcher(name).matches()) {
            throw AccountRefused.invalid("name", "must have 1 to 64 of a-z 0-9 . _ @ - and begin with a letter or digit");
        }
        checkRoles(roles);
        checkPassword(name, password);
        if (!accounts.add(name, displayName, Passwords.hash(password), roles)) {
            throw AccountRefused.conflict("there is an account '" + name + "' already");
        }
        note(SecurityEvent.ACCOUNT_MADE, name + " roles=" + Role.join(roles));
        return find(name);
    }

    public UserAccount setRoles(String name, Collection<String> roles) {
        UserAccount account = find(name);
        checkRoles(roles);
        if (!roles.contains("admin")) {
            keepAnAdmin(account);
        }
        accounts.setRoles(account.id(), roles);
        note(SecurityEvent.ROLES_SET, account.name() + " roles=" + Role.join(account.roles()) + " -> " + Role.join(roles));
        return find(name);
    }

    public UserAccount setPassword(String name, String password) {
        UserAccount account = find(name);
        checkPassword(account.name(), password);
        accounts.setHash(account.id(), Passwords.hash(password));
        note(SecurityEvent.PASSWORD_SET, account.name());
        return find(name);
    }

    /** Nobody can come in with it any more, and who is in is out. */
    public UserAccount close(String name) {
        UserAccount account = find(name);
        keepAnAdmin(account);
        accounts.setActive(account.id(), false);
        note(SecurityEvent.ACCOUNT_CLOSED, account.name());
        return find(name);
    }

    /** Opens a closed account, and lifts the lock that too many tries put on it. */
    public UserAccount open(String name) {
        UserAccount account = find(name);
        if (!account.active()) {
            accounts.setActive(account.id(), true);
            note(SecurityEvent.ACCOUNT_OPENED, account.name());
        }
        guards.clear(Subject.user(account.name()));
        note(SecurityEvent.LOCK_LIFTED, account.name());
        return find(name);
    }

    /** Who is in with it is out and must log in again. */
    public UserAccount endSessions(String name) {
        UserAccount account = find(name);
        accounts.endSessions(account.id());
        note(SecurityEvent.SESSIONS_ENDED, account.name());
        return find(name);
    }

    /** A password that nobody chose, to be told once. */
    public String generate() {
        return Passwords.generate(new SecureRandom());
    }

    /** Users and addresses whose tries to log in are counted now, the locked first. */
    public List<Tries> tries() {
        return guards.list(MOST_TRIES);
    }

    /** How often somebody tried to log in by this name lately; nothing counted is no try. */
    public Tries tries(String name) {
        String subject = Subject.user(find(name).name());
        return guards.find(subject).orElse(new Tries(subject, 0, 0, null));
    }

    /** Forgets the tries by this name and lifts its lock. Whether the account is open stays as it was. */
    public void forgetTries(String name) {
        lift(Subject.user(find(name).name()));
    }

    /** Lifts the lock of a user or an address. @param subject as {@link #tries} names it */
    public void lift(String subject) {
        guards.clear(subject);
        note(SecurityEvent.LOCK_LIFTED, subject);
    }

    private void keepAnAdmin(UserAccount leaving) {
        List<Long> admins = accounts.activeAdmins();
        if (admins.contains(leaving.id()) && admins.size() == 1) {
            throw AccountRefused.conflict("'" + leaving.name() + "' is the last administrator");
        }
    }

    private static void checkRoles(Collection<String> roles) {
        if (roles.isEmpty()) {
            throw AccountRefused.invalid("roles", "must name one role at least of " + Role.CODES);
        }
        roles.stream().filter(role -> !Role.isOne(role)).findFirst().ifPresent(unknown -> {
            throw AccountRefused.invalid("roles", "must be of " + Role.CODES);
        });
    }

    static void checkPassword(String account, String password) {
        List<String> faults = Passwords.faults(password, account);
        if (!faults.isEmpty()) {
            throw AccountRefused.invalid("password", String.join("; ", faults));
        }
    }

    private void note(SecurityEvent event, String detail) {
        log.note(event, context.getCallerPrincipal().getName(), "-", detail);
    }
}
