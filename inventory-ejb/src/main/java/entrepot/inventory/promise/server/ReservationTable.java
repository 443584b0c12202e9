package entrepot.inventory.promise.server;

import entrepot.inventory.ledger.Stock;
import entrepot.inventory.promise.ReservationStatus;
import entrepot.inventory.promise.Waiting;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of reservations. Whoever changes what is held or awaited holds the lock of the goods. */
@ApplicationScoped
public class ReservationTable {

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    /** What is left of a line. */
    record Rest(UUID reservation, int line, Stock.Place site, Quantity held, Quantity awaited) {

        boolean isNothing() {
            return held.isZero() && awaited.isZero();
        }
    }

    /** A change of what is held and awaited, as the log has it. */
    record Change(UUID reservation, int line, Stock.Place site, String kind, Quantity held, Quantity awaited, String reason) {}

    void insert(NewReservation asked, Long customer, LocalDate wantedOn, String by) {
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO reservation (id, number, customer_id, reference, note,"
                        + " wanted_on, expires_at, priority, status, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?)",
                asked.id(), nextNumber(handle, wantedOn.getYear()), customer, asked.reference(), asked.note(), wantedOn,
                asked.expiresAt() == null ? null : LocalDateTime.ofInstant(asked.expiresAt(), ZoneOffset.UTC), asked.priority(),
                by, now()));
    }

    /** @return what it was before, in words */
    String move(UUID reservation, LocalDate wantedOn, Instant expiresAt, int priority) {
        return database.jdbi().withHandle(handle -> {
            String before = handle.createQuery("SELECT CONCAT('wanted ', wanted_on, ', kept until ', COALESCE(expires_at, 'it is taken'), ', priority ', priority)"
                    + " FROM reservation WHERE id = ? FOR UPDATE").bind(0, reservation).mapTo(String.class).one();
            handle.execute("UPDATE reservation SET wanted_on = ?, expires_at = ?, priority = ? WHERE id = ?", wantedOn,
                    expiresAt == null ? null : LocalDateTime.ofInstant(expiresAt, ZoneOffset.UTC), priority, reservation);
            return before;
        });
    }

    /** The row of the year stays locked until the commit, so numbers follow each other. */
    private static String nextNumber(Handle handle, int year) {
        handle.execute("INSERT INTO reservation_series (year, last) VALUES (?, 1) ON DUPLICATE KEY UPDATE last = last + 1", year);
        int last = handle.createQuery("SELECT last FROM reservation_series WHERE year = ?").bind(0, year).mapTo(int.class).one();
        return String.format("R-%d-%06d", year, last);
    }

    void insertLine(UUID reservation, int number, Stock.Place site, Quantity quantity, NewReservation.Kit kit) {
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO reservation_line (reservation_id, line_no, item_id,"
                        + " location_id, quantity, held, awaited, kit_line, kit_item_id, kit_quantity) VALUES (?, ?, ?, ?, ?, 0, 0, ?, ?, ?)",
                reservation, number, site.item().value(), site.location().value(), quantity.millionths(),
                kit == null ? null : kit.line(), kit == null ? null : kit.item().value(), kit == null ? null : kit.quantity().millionths()));
    }

    /** Writes a change to the log and brings the line and the sum of the site to where it leads. */
    void change(Change change, String by) {
        long held = change.held().millionths();
        long awaited = change.awaited().millionths();
        database.jdbi().useHandle(handle -> {
            handle.execute("INSERT INTO reservation_event (id, reservation_id, line_no, kind, held, awaited, at, actor, reason)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    ids.next(), change.reservation(), change.line(), change.kind(), held, awaited, now(), by, change.reason());
            handle.execute("UPDATE reservation_line SET held = held + ?, awaited = awaited + ? WHERE reservation_id = ? AND line_no = ?",
                    held, awaited, change.reservation(), change.line());
            handle.execute("INSERT INTO stock_reserved (item_id, location_id, held, awaited) VALUES (?, ?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE held = held + VALUES(held), awaited = awaited + VALUES(awaited)",
                    change.site().item().value(), change.site().location().value(), held, awaited);
        });
    }

    void end(UUID reservation, ReservationStatus how) {
        database.jdbi().useHandle(handle -> handle.execute("UPDATE reservation SET status = ? WHERE id = ? AND status = 'OPEN'"
                        + " AND NOT EXISTS (SELECT 1 FROM reservation_line l WHERE l.reservation_id = reservation.id"
                        + " AND l.held + l.awaited > 0)", how.name(), reservation));
    }

    /** Every line, what is left of it or not; empty where there is no such reservation. */
    List<Rest> rests(UUID reservation, boolean forUpdate) {
        record Row(int lineNo, long itemId, long locationId, long held, long awaited) {}
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT line_no, item_id, location_id, held, awaited FROM reservation_line WHERE reservation_id = ?"
                        + " ORDER BY line_no" + (forUpdate ? " FOR UPDATE" : ""))
                .bind(0, reservation)
                .mapTo(Row.class)
                .map(row -> new Rest(reservation, row.lineNo(), site(row.itemId(), row.locationId()), new Quantity(row.held()),
                        new Quantity(row.awaited())))
                .list());
    }

    List<Waiting> waiting(Stock.Place site) {
        record Row(UUID reservationId, int lineNo, int priority, LocalDate wantedOn, String number, long awaited) {}
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT l.reservation_id, l.line_no, r.priority, r.wanted_on, r.number, l.awaited FROM reservation_line l"
                        + " JOIN reservation r ON r.id = l.reservation_id WHERE l.item_id = ? AND l.location_id = ? AND l.awaited > 0")
                .bind(0, site.item().value())
                .bind(1, site.location().value())
                .mapTo(Row.class)
                .map(row -> new Waiting(row.reservationId(), row.lineNo(), row.priority(), row.wantedOn(), row.number(),
                        new Quantity(row.awaited())))
                .list());
    }

    /** Where somebody waits. */
    List<Stock.Place> awaited() {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT item_id, location_id FROM stock_reserved WHERE awaited > 0 ORDER BY item_id, location_id")
                .map((row, context) -> site(row.getLong(1), row.getLong(2)))
                .list());
    }

    List<UUID> expired(int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id FROM reservation WHERE status = 'OPEN' AND expires_at <= ? ORDER BY expires_at LIMIT ?")
                .bind(0, now())
                .bind(1, limit)
                .mapTo(UUID.class)
                .list());
    }

    boolean hasExpired(UUID reservation) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT COUNT(*) FROM reservation WHERE id = ? AND status = 'OPEN' AND expires_at <= ?")
                .bind(0, reservation)
                .bind(1, now())
                .mapTo(int.class)
                .one()) > 0;
    }

    private static Stock.Place site(long item, long location) {
        return new Stock.Place(new ItemId(item), new LocationId(location));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
