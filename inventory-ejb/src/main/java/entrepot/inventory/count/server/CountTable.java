package entrepot.inventory.count.server;

import entrepot.inventory.count.CountState;
import entrepot.inventory.count.CountStatus;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of counts. */
@ApplicationScoped
public class CountTable {

    private static final String HEAD = "SELECT id, number, location_id, status, round, made_by, made_at, version FROM stock_count";

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    record Head(
            UUID id, String number, long locationId, CountStatus status, int round, String madeBy, LocalDateTime madeAt, int version) {

        CountState state() {
            return CountState.of(status, round);
        }
    }

    record ZonePlace(long id, String code) {}

    /** @param site code, likewise {@code name} for people */
    public record Zone(String site, String name, String zone) {}

    /** The places of a zone, in the order of the way through the site. */
    List<ZonePlace> places(String site, String zone) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT p.id, p.code FROM location p JOIN location s ON s.id = p.site_id"
                        + " WHERE p.active AND s.code = ? AND p.zone = ? ORDER BY p.pick_sequence, p.code")
                .bind(0, site).bind(1, zone).mapTo(ZonePlace.class).list());
    }

    /** Of all sites. */
    List<Zone> zones() {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT DISTINCT s.code site, s.name, p.zone FROM location p JOIN location s ON s.id = p.site_id"
                        + " WHERE p.active AND p.zone IS NOT NULL ORDER BY s.code, p.zone")
                .mapTo(Zone.class).list());
    }

    Optional<Head> find(UUID id) {
        return database.jdbi().withHandle(
                handle -> handle.createQuery(HEAD + " WHERE id = ?").bind(0, id).mapTo(Head.class).findOne());
    }

    /** Until the end of the transaction nobody else changes it. @throws CountRefused where there is none */
    Head lock(UUID id) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(HEAD + " WHERE id = ? FOR UPDATE").bind(0, id).mapTo(Head.class).findOne())
                .orElseThrow(() -> CountRefused.missing(id));
    }

    /** Counts of one place are made and added to one after the other, so that no item is on two of them. */
    void lockPlace(long location) {
        database.jdbi().useHandle(handle ->
                handle.createQuery("SELECT id FROM location WHERE id = ? FOR UPDATE").bind(0, location).mapTo(Long.class).one());
    }

    void insert(NewCount count, long location, String by) {
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO stock_count (id, number, location_id, scope, note, status, made_by, made_at)"
                        + " VALUES (?, ?, ?, ?, ?, 'OPEN', ?, ?)",
                Rows.bytes(count.id()), nextNumber(handle), location, count.of().words(), count.note(), by, now()));
    }

    private String nextNumber(Handle handle) {
        int year = now().getYear();
        handle.execute("INSERT INTO stock_count_series (year, last) VALUES (?, 1) ON DUPLICATE KEY UPDATE last = last + 1", year);
        int last = handle.createQuery("SELECT last FROM stock_count_series WHERE year = ?").bind(0, year).mapTo(int.class).one();
        return String.format("CNT-%d-%06d", year, last);
    }

    void handIn(UUID id, CountState.Live state, String by) {
        database.jdbi().useHandle(handle -> handle.execute("UPDATE stock_count SET status = ?, round = ?, submitted_by = ?, submitted_at = ?,"
                + " version = version + 1 WHERE id = ?", state.status().name(), state.round(), by, now(), Rows.bytes(id)));
    }

    void recount(UUID id, CountState.Counting state) {
        database.jdbi().useHandle(handle -> handle.execute("UPDATE stock_count SET status = ?, round = ?, version = version + 1 WHERE id = ?",
                state.status().name(), state.round(), Rows.bytes(id)));
    }

    void cancel(UUID id, CountState.Cancelled state, String by) {
        database.jdbi().useHandle(handle -> handle.execute("UPDATE stock_count SET status = ?, closed_by = ?, closed_at = ?,"
                + " version = version + 1 WHERE id = ?", state.status().name(), by, now(), Rows.bytes(id)));
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
