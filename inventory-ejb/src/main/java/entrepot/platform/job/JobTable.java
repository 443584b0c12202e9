package entrepot.platform.job;

import entrepot.platform.node.ThisNode;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The rows of jobs. Each change is one statement that says what it expects, so two nodes cannot both succeed. */
@ApplicationScoped
public class JobTable {

    /** A node that says nothing for this long has lost its jobs. */
    static final Duration LEASE = Duration.ofSeconds(20);
    static final int ATTEMPTS_AFTER_CRASH = 5;
    private static final int LINE = 1000;

    private static final String COLUMNS = "SELECT id, kind, title, parameters, status, done, total, outcome, failure,"
            + " requested_by, attempts, cancel_asked, created_at, started_at, finished_at FROM job";

    @Inject
    private Database database;

    @Inject
    private ThisNode here;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    /** @param tick null for one asked by hand; @return empty where that tick has its job already */
    Optional<Long> add(String kind, String title, String parameters, String requestedBy, String tick) {
        long id = ids.next();
        int added = update("INSERT IGNORE INTO job (id, kind, title, parameters, status, requested_by, tick, created_at)"
                + " VALUES (?, ?, ?, ?, 'QUEUED', ?, ?, ?)", id, kind, cut(title, 160), parameters, requestedBy, tick, now());
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    public Optional<Job> find(long id) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery(COLUMNS + " WHERE id = ?").bind(0, id).mapTo(Job.class).findOne());
    }

    /** Newest first. @param kind null for all; @param before the id to go on after, or {@code Long.MAX_VALUE} */
    public List<Job> list(String kind, long before, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(COLUMNS + " WHERE id < :before AND (:kind IS NULL OR kind = :kind) ORDER BY id DESC LIMIT :limit")
                .bind("before", before)
                .bind("kind", kind)
                .bind("limit", limit)
                .mapTo(Job.class)
                .list());
    }

    /** Newest first: failed, and no later job of the kind went well. */
    public List<Job> broken(int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(COLUMNS + " WHERE status = 'FAILED' AND NOT EXISTS (SELECT 1 FROM job later"
                        + " WHERE later.kind = job.kind AND later.id > job.id AND later.status = 'DONE') ORDER BY id DESC LIMIT ?")
                .bind(0, limit)
                .mapTo(Job.class)
                .list());
    }

    /** The last lines, oldest first. */
    public List<JobLine> tail(long job, int lines) {
        List<JobLine> tail = database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id, at, text FROM job_line WHERE job_id = ? ORDER BY id DESC LIMIT ?")
                .bind(0, job)
                .bind(1, lines)
                .mapTo(JobLine.class)
                .list());
        Collections.reverse(tail);
        return tail;
    }

    void log(long job, String text) {
        update("INSERT INTO job_line (id, job_id, at, text) VALUES (?, ?, ?, ?)", ids.next(), job, now(), cut(text, LINE));
    }

    // The road of a job

    /** What waits, oldest first, and what a node left behind. */
    List<Job> waiting() {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(COLUMNS + " WHERE status = 'QUEUED' OR (status = 'RUNNING' AND lease_until < ?) ORDER BY id LIMIT 100")
                .bind(0, now())
                .mapTo(Job.class)
                .list());
    }

    boolean isKindRunning(String kind) {
        return count("SELECT COUNT(*) FROM job WHERE status = 'RUNNING' AND kind = ? AND lease_until >= ?", kind, now()) > 0;
    }

    boolean claim(long id) {
        LocalDateTime now = now();
        return update("UPDATE job SET status = 'RUNNING', lease_owner = ?, lease_until = ?, attempts = attempts + 1,"
                + " started_at = COALESCE(started_at, ?), finished_at = NULL, failure = NULL"
                + " WHERE id = ? AND (status = 'QUEUED' OR (status = 'RUNNING' AND lease_until < ?))",
                here.run(), now.plus(LEASE), now, id, now) == 1;
    }

    /** @return false where the job is no longer this node's */
    boolean beat(long id) {
        return update("UPDATE job SET lease_until = ? WHERE id = ? AND status = 'RUNNING' AND lease_owner = ?",
                now().plus(LEASE), id, here.run()) == 1;
    }

    boolean progress(long id, long done, long total) {
        return update("UPDATE job SET done = ?, total = ?, lease_until = ? WHERE id = ? AND status = 'RUNNING' AND lease_owner = ?",
                done, total, now().plus(LEASE), id, here.run()) == 1;
    }

    boolean keep(long id, String checkpoint) {
        return update("UPDATE job SET checkpoint = ?, lease_until = ? WHERE id = ? AND status = 'RUNNING' AND lease_owner = ?",
                checkpoint, now().plus(LEASE), id, here.run()) == 1;
    }

    void outcome(long id, String outcome) {
        update("UPDATE job SET outcome = ? WHERE id = ?", outcome, id);
    }

    Optional<String> checkpoint(long id) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT checkpoint FROM job WHERE id = ?").bind(0, id).mapTo(String.class).findOne());
    }

    boolean cancelAsked(long id) {
        return count("SELECT COUNT(*) FROM job WHERE id = ? AND cancel_asked", id) > 0;
    }

    void finish(long id, Job.Status status, String failure) {
        update("UPDATE job SET status = ?, failure = ?, finished_at = ?, lease_owner = NULL, lease_until = NULL"
                + " WHERE id = ? AND status = 'RUNNING' AND lease_owner = ?",
                status.name(), failure == null ? null : cut(failure, LINE), now(), id, here.run());
    }

    /** Back to the queue, for this or another node, with its checkpoint. */
    void release(long id) {
        update("UPDATE job SET status = 'QUEUED', lease_owner = NULL, lease_until = NULL"
                + " WHERE id = ? AND status = 'RUNNING' AND lease_owner = ?", id, here.run());
    }

    /** @return false where it is over */
    boolean askCancel(long id) {
        int waiting = update("UPDATE job SET status = 'CANCELLED', finished_at = ? WHERE id = ? AND status = 'QUEUED'", now(), id);
        return waiting == 1 || update("UPDATE job SET cancel_asked = TRUE WHERE id = ? AND status = 'RUNNING'", id) == 1;
    }

    /** @return false where it did not fail and was not cancelled */
    boolean retry(long id) {
        return update("UPDATE job SET status = 'QUEUED', cancel_asked = FALSE, attempts = 0, finished_at = NULL, failure = NULL"
                + " WHERE id = ? AND status IN ('FAILED', 'CANCELLED')", id) == 1;
    }

    boolean everTicked(String kind) {
        return count("SELECT COUNT(*) FROM job WHERE kind = ? AND tick IS NOT NULL", kind) > 0;
    }

    private int update(String sql, Object... values) {
        return database.jdbi().withHandle(handle -> handle.execute(sql, values));
    }

    private long count(String sql, Object... values) {
        return database.jdbi().withHandle(handle -> {
            var query = handle.createQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.bind(i, values[i]);
            }
            return query.mapTo(long.class).one();
        });
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
