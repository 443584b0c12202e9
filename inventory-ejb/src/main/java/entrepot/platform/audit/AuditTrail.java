package entrepot.platform.audit;

import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The audit chain as the database holds it. */
@ApplicationScoped
public class AuditTrail {

    @Inject
    private Database database;

    /** The number of the last seal; 0 before the first. */
    public long last() {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM seal").mapTo(long.class).one());
    }

    /** UTC; empty where there is no such seal. */
    public Optional<LocalDateTime> sealedAt(long number) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT sealed_at FROM seal WHERE number = ?").bind(0, number).mapTo(LocalDateTime.class).findOne());
    }

    /** The seal itself, or none where there is no such number. */
    public Optional<Sealed> at(long number) {
        return after(number - 1, 1).stream().filter(sealed -> sealed.number() == number).findFirst();
    }

    /** In order. */
    public List<Sealed> after(long number, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT s.number, s.posting_seq, s.hash, s.sealed_at, a.body FROM seal s LEFT JOIN audit_entry a"
                        + " ON a.posting_seq = s.posting_seq WHERE s.number > ? ORDER BY s.number LIMIT ?")
                .bind(0, number)
                .bind(1, limit)
                .mapTo(Sealed.class)
                .list());
    }
}
