package entrepot.inventory.check.server;

import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The audit chain as people read it. */
@Stateless
@RolesAllowed({"accountant", "auditor", "admin", "system"})
public class SealReport {

    @Inject
    private Database database;

    /** Newest first, with numbers below {@code number}. */
    public List<SealRow> before(long number, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT s.number, p.id posting, p.kind, LOWER(HEX(s.hash)) hash, s.sealed_at FROM seal s"
                        + " LEFT JOIN posting p ON p.seq = s.posting_seq WHERE s.number < ? ORDER BY s.number DESC LIMIT ?")
                .bind(0, number)
                .bind(1, limit)
                .mapTo(SealRow.class)
                .list());
    }

    public Optional<SealRow> head() {
        return before(Long.MAX_VALUE, 1).stream().findFirst();
    }
}
