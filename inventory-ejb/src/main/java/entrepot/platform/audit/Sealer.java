package entrepot.platform.audit;

import entrepot.platform.idempotency.Fingerprint;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Numbers and hashes what was committed. One node at a time, in a transaction of the caller. */
@ApplicationScoped
public class Sealer {

    public static final int GROUP = 2000;
    static final byte[] FIRST = new byte[32];

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    record Open(long seq, String body) {}

    record Head(long number, byte[] hash) {}

    /** Seals what waits, at most {@value #GROUP} postings. @return how many */
    public int seal() {
        return database.jdbi().withHandle(handle -> {
            List<Open> open = handle.createQuery("SELECT t.posting_seq seq, a.body FROM to_seal t"
                            + " JOIN audit_entry a ON a.posting_seq = t.posting_seq ORDER BY t.posting_seq LIMIT " + GROUP)
                    .mapTo(Open.class)
                    .list();
            if (!open.isEmpty()) {
                write(handle, open);
            }
            return open.size();
        });
    }

    private void write(Handle handle, List<Open> open) {
        Head head = head(handle);
        long number = head.number();
        byte[] hash = head.hash();
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
        PreparedBatch seals =
                handle.prepareBatch("INSERT INTO seal (number, posting_seq, hash, sealed_at) VALUES (?, ?, ?, ?)");
        for (Open posting : open) {
            number++;
            hash = hash(hash, Sealed.text(now, posting.body()));
            seals.add(number, posting.seq(), hash, now);
        }
        seals.execute();
        handle.createUpdate("DELETE FROM to_seal WHERE posting_seq IN (<done>)")
                .bindList("done", open.stream().map(Open::seq).toList())
                .execute();
    }

    private static Head head(Handle handle) {
        return handle.createQuery("SELECT number, hash FROM seal ORDER BY number DESC LIMIT 1")
                .mapTo(Head.class)
                .findOne()
                .orElse(new Head(0, FIRST));
    }

    static byte[] hash(byte[] previous, String text) {
        MessageDigest digest = Fingerprint.digest();
        digest.update(previous);
        return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
