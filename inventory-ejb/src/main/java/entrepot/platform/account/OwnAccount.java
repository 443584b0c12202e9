package entrepot.platform.account;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What people do with their own account: its password, its language, its tokens. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
public class OwnAccount {

    public static final int LONGEST_TOKEN_DAYS = 366;
    private static final String PREFIX = "ent_";
    private static final int MOST_TOKENS = 100;

    @Inject
    private AccountTable accounts;

    @Inject
    private TokenTable tokens;

    @Inject
    private LogIn logIn;

    @Inject
    private SecurityLog log;

    @Resource
    private SessionContext context;

    /** A token as its owner sees it. @param lastUsedAt to the minute; null where it never was */
    public record Token(long id, String label, Set<String> roles, Instant createdAt, Instant expiresAt, Instant revokedAt,
            Instant lastUsedAt) {}

    /** A new token. @param secret is shown this once */
    public record NewToken(Token token, String secret) {}

    public UserAccount me() {
        return accounts.find(context.getCallerPrincipal().getName())
                .orElseThrow(() -> AccountRefused.unknown("account of that name"));
    }

    /** Ends every session of the account, this one too. The old password is asked like at a log-in, and counted. */
    public void changePassword(String old, String password, String address) {
        UserAccount me = me();
        if (!logIn.byPassword(me.name(), old, address).letIn()) {
            throw AccountRefused.invalid("oldPassword", "is not the password of this account");
        }
        AccountDesk.checkPassword(me.name(), password);
        accounts.setHash(me.id(), Passwords.hash(password));
        log.note(SecurityEvent.PASSWORD_SET, me.name(), address, me.name());
    }

    /** @param language of the pages from now on, in every browser, e.g. {@code de} */
    public void speak(String language) {
        accounts.setLanguage(me().id(), language);
    }

    /** Newest first. @param before an id, or {@code Long.MAX_VALUE} */
    public List<Token> tokens(long before, int limit) {
        return tokens.list(me().id(), before, limit).stream().map(OwnAccount::token).toList();
    }

    /** @param roles that it may use; only those that the account has */
    public NewToken makeToken(String label, Set<String> roles, Instant expiresAt) {
        UserAccount me = me();
        if (roles.isEmpty() || !roles.stream().allMatch(context::isCallerInRole)) {
            throw AccountRefused.invalid("roles", "must be among your own: " + new TreeSet<>(me.roles()));
        }
        if (tokens.list(me.id(), Long.MAX_VALUE, MOST_TOKENS).stream().filter(row -> row.revokedAt() == null).count() == MOST_TOKENS) {
            throw AccountRefused.conflict("there are " + MOST_TOKENS + " tokens already: revoke some");
        }
        String secret = secret();
        long id = tokens.add(me.id(), label, secret, roles, LocalDateTime.ofInstant(expiresAt, ZoneOffset.UTC));
        log.note(SecurityEvent.TOKEN_MADE, me.name(), "-", "token=" + id + " roles=" + Role.join(roles));
        return new NewToken(token(tokens.find(id).orElseThrow()), secret);
    }

    /** One's own; an administrator may revoke anybody's. */
    public void revokeToken(long id) {
        TokenTable.Row row = tokens.find(id)
                .filter(found -> found.accountId() == me().id() || context.isCallerInRole("admin"))
                .orElseThrow(() -> AccountRefused.unknown("token " + id));
        if (tokens.revoke(row.id())) {
            log.note(SecurityEvent.TOKEN_REVOKED, me().name(), "-", "token=" + id);
        }
    }

    private static String secret() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static Token token(TokenTable.Row row) {
        return new Token(row.id(), row.label(), row.roleSet(), instant(row.createdAt()), instant(row.expiresAt()),
                instant(row.revokedAt()), instant(row.lastUsedAt()));
    }

    private static Instant instant(LocalDateTime moment) {
        return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
    }
}
