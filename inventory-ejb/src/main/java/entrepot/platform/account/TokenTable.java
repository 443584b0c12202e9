package entrepot.platform.account;

import entrepot.platform.group.QueueFull;
import entrepot.platform.group.Together;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import entrepot.platform.sql.Rows;
import jakarta.ejb.ConcurrentAccessTimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of tokens, found by their hash. A token has 256 random bits, so a fast hash will do. */
@ApplicationScoped
class TokenTable {

    private static final String SELECT =
            "SELECT id, account_id, label, roles, created_at, expires_at, revoked_at, last_used_at FROM api_token";

    private static final int LOOKERS = 1;
    private static final int MOST = 64;
    private static final int LONGEST = 2_000;

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    /** Each request of a program brings a token: those that come at the same time are looked up by one statement. */
    private final Together<ByteBuffer, Optional<Used>> lookups = new Together<>(this::find, (one, other) -> true, LOOKERS, MOST, LONGEST);

    record Row(long id, long accountId, String label, String roles, LocalDateTime createdAt, LocalDateTime expiresAt,
            LocalDateTime revokedAt, LocalDateTime lastUsedAt) {
        Set<String> roleSet() {
            return Role.parse(roles);
        }
    }

    /** A token with the account it is of. */
    record Used(long id, Set<String> roles, LocalDateTime lastUsedAt, UserAccount account) {}

    /** Empty where it is unknown, expired or revoked. Its last use is noted to the minute. */
    Optional<Used> use(String token) {
        LocalDateTime now = now();
        Optional<Used> found = look(ByteBuffer.wrap(hash(token)));
        found.filter(used -> used.lastUsedAt() == null || used.lastUsedAt().isBefore(now.minusMinutes(1)))
                .ifPresent(used -> update("UPDATE api_token SET last_used_at = ? WHERE id = ?", now, used.id()));
        return found;
    }

    private Optional<Used> look(ByteBuffer hash) {
        try {
            return lookups.ask(hash);
        } catch (QueueFull full) {
            throw new ConcurrentAccessTimeoutException("tokens: " + full.getMessage());
        }
    }

    private List<Optional<Used>> find(List<ByteBuffer> hashes) {
        Map<ByteBuffer, Used> found = new HashMap<>();
        for (List<byte[]> part : Rows.parts(hashes.stream().distinct().map(ByteBuffer::array).toList())) {
            database.jdbi().useHandle(handle -> handle
                    .createQuery("SELECT t.hash, t.id token_id, t.roles token_roles, t.last_used_at, " + AccountTable.COLUMNS
                            + " FROM api_token t JOIN user_account a ON a.id = t.account_id"
                            + " WHERE t.hash IN (<hashes>) AND t.revoked_at IS NULL AND t.expires_at > :now")
                    .bindList("hashes", part)
                    .bind("now", now())
                    .map((row, context) -> found.put(ByteBuffer.wrap(row.getBytes("hash")), used(row)))
                    .list());
        }
        return hashes.stream().map(hash -> Optional.ofNullable(found.get(hash))).toList();
    }

    private static Used used(ResultSet row) throws SQLException {
        return new Used(row.getLong("token_id"), Role.parse(row.getString("token_roles")), row.getObject("last_used_at", LocalDateTime.class),
                AccountTable.account(row));
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
