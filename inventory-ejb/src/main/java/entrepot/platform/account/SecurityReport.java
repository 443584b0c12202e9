package entrepot.platform.account;

import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;

/** The security log as people read it. */
@Stateless
@RolesAllowed({"auditor", "admin"})
public class SecurityReport {

    @Inject
    private Database database;

    /** @param account who did it, or whose name was given; @param at UTC */
    public record Line(long id, LocalDateTime at, String event, String account, String address, String detail) {}

    /** Null: no condition. @param account did it, or it was done to it; @param from and to: UTC, to not included */
    public record Filter(SecurityEvent event, String account, LocalDateTime from, LocalDateTime to) {}

    /** Newest first. @param before an id, or {@code Long.MAX_VALUE} */
    public List<Line> list(Filter filter, long before, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id, at, event, account, address, detail FROM security_event WHERE id < :before"
                        + " AND (:event IS NULL OR event = :event) AND (:account IS NULL OR account = :account"
                        + " OR SUBSTRING_INDEX(detail, ' ', 1) = :account)"
                        + " AND (:from IS NULL OR at >= :from) AND (:to IS NULL OR at < :to) ORDER BY id DESC LIMIT :limit")
                .bind("before", before)
                .bind("event", filter.event() == null ? null : filter.event().code())
                .bind("account", filter.account())
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bind("limit", limit)
                .mapTo(Line.class)
                .list());
    }
}
