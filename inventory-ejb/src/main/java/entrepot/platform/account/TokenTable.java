package entrepot.platform.account;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of tokens, found by their hash. A token has 256 random bits, so a fast hash will do. */
@ApplicationScoped
class TokenTable {

    private static final String SELECT =
            "SELECT id, account_id, label, roles, created_at, expires_at, revoked_at, last_used_at FROM api_token";

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    record Row(long id, long accountId, String label, String roles, LocalDateTime createdAt, LocalDateTime expiresAt,
            LocalDateTime revokedAt, LocalDateTime lastUsedAt) {
        Set<String> roleSet() {
            return Role.parse(roles);
        }
    }

    /** Empty where it is unknown, expired or revoked. Its last use is noted to the minute. */
    Optional<Row> use(String token) {
        LocalDateTime now = now();
        Optional<Row> found = database.jdbi().withHandle(handle -> handle
                .createQuery(SELECT + " WHERE hash = ? AND revoked_at IS NULL AND expires_at > ?")
                .bind(0, hash(token))
                .bind(1, now)
                .mapTo(Row.class)
                .findOne());
        found.filter(row -> row.lastUsedAt() == null || row.lastUsedAt().isBefore(now.minusMinutes(1)))
                .ifPresent(row -> update("UPDATE api_token SET last_used_at = ? WHERE id = ?", now, row.id()));
        return found;
    }

    long add(long account, String label, String token, Set<String> roles, LocalDateTime expiresAt) {
        long id = ids.next();
        update("INSERT INTO api_token (id, account_id, label, hash, roles, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                id, account, label, hash(token), Role.join(roles), now(), expiresAt);
        return id;
    }

    /** Newest first. @param before an id, or {@code Long.MAX_VALUE} */
    List<Row> list(long account, long before, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(SELECT + " WHERE account_id = ? AND id < ? ORDER BY id DESC LIMIT ?")
                .bind(0, account)
                .bind(1, before)
                .bind(2, limit)
                .mapTo(Row.class)
                .list());
    }

    Optional<Row> find(long id) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery(SELECT + " WHERE id = ?").bind(0, id).mapTo(Row.class).findOne());
    }

    boolean revoke(long id) {
        return update("UPDATE api_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", now(), id) == 1;
    }

    LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    private int update(String sql, Object... values) {
        return database.jdbi().withHandle(handle -> handle.execute(sql, values));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
