package entrepot.platform.idempotency;

import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Claims keys in the transaction of what they stand for. Two tries at once: the second waits at the primary key, fails
 * with 1062 when the first commits, and finds the first's claim on its retry.
 */
@ApplicationScoped
public class Idempotency {

    private static final byte[] LOST = new byte[32];

    @Inject
    private Clock clock;

    /**
     * A claim made earlier.
     *
     * @param posting the posting it stands for, or null
     * @param answer  what was answered, as JSON, where the key does not stand for a posting
     */
    public record Claim(UUID id, byte[] fingerprint, Long posting, String answer) {
        /** What was asked is not known of a posting that came back from the log of seals: who has the key is taken at his word. */
        public boolean covers(String content) {
            return Arrays.equals(fingerprint, LOST) || Arrays.equals(fingerprint, Fingerprint.of(content));
        }
    }

    /** May be added to by the caller. */
    public Map<UUID, Claim> earlier(Handle handle, Collection<UUID> ids) {
        Map<UUID, Claim> claims = new HashMap<>();
        for (List<byte[]> part : Rows.parts(ids.stream().map(Rows::bytes).toList())) {
            handle.createQuery("SELECT id, fingerprint, posting_seq, answer FROM idempotency WHERE id IN (<ids>)")
                    .bindList("ids", part)
                    .map((row, context) -> new Claim(
                            Rows.uuid(row.getBytes(1)), row.getBytes(2), row.getObject(3, Long.class), row.getString(4)))
                    .forEach(claim -> claims.put(claim.id(), claim));
        }
        return claims;
    }

    public Optional<Claim> earlier(Handle handle, UUID id) {
        return Optional.ofNullable(earlier(handle, List.of(id)).get(id));
    }

    public void claim(Handle handle, Collection<Claim> claims) {
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
        Batch.execute(handle, "INSERT INTO idempotency (id, fingerprint, posting_seq, answer, created_at) VALUES (?, ?, ?, ?, ?)",
                claims.stream().map(claim ->
                        new Object[] {claim.id(), claim.fingerprint(), claim.posting(), claim.answer(), now}));
    }
}
