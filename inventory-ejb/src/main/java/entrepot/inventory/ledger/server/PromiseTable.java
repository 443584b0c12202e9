package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.Fulfilment;
import entrepot.inventory.ledger.Reserved;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What is left of the reservations that a group of commands fulfils. Their pools are locked, so nobody else changes it. */
@ApplicationScoped
public class PromiseTable {

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    @Inject
    private Ids ids;

    void read(Handle handle, Collection<Command> commands, Books books) {
        books.reserved().today(companies.company().businessDate(clock.instant()));
        List<UUID> reservations = commands.stream()
                .flatMap(command -> command.fulfilments().stream())
                .map(Fulfilment::reservation)
                .distinct()
                .toList();
        if (!reservations.isEmpty()) {
            lines(handle, reservations, books);
        }
    }

    private static void lines(Handle handle, List<UUID> reservations, Books books) {
        record Row(UUID reservationId, int lineNo, long itemId, long locationId, long held, long awaited) {}
        handle.createQuery("SELECT reservation_id, line_no, item_id, location_id, held, awaited FROM reservation_line"
                        + " WHERE reservation_id IN (<ids>) ORDER BY reservation_id, line_no FOR UPDATE")
                .bindList("ids", reservations)
                .mapTo(Row.class)
                .forEach(row -> books.reserved().hold(new Reserved.Line(row.reservationId(), row.lineNo()), new Reserved.Open(
                        Places.of(row.itemId(), row.locationId()), new Quantity(row.held()), new Quantity(row.held() + row.awaited()))));
    }

    void write(Handle handle, Collection<Reserved.Taken> taken) {
        Batch.execute(handle, "INSERT INTO reservation_event (id, reservation_id, line_no, kind, held, awaited, at, actor, sale_seq)"
                + " VALUES (?, ?, ?, 'FULFILLED', ?, ?, ?, ?, ?)", taken.stream().map(one -> new Object[] {
                    ids.next(), one.line().reservation(), one.line().number(), -one.held().millionths(), -one.awaited().millionths(),
                    LocalDateTime.ofInstant(one.by().recorded(), ZoneOffset.UTC), one.by().actor(), one.by().seq()
                }));
        Batch.execute(handle, "UPDATE reservation_line SET held = held - ?, awaited = awaited - ?, fulfilled = fulfilled + ?"
                + " WHERE reservation_id = ? AND line_no = ?", taken.stream().map(one -> new Object[] {
                    one.held().millionths(), one.awaited().millionths(), one.held().plus(one.awaited()).millionths(),
                    one.line().reservation(), one.line().number()
                }));
        Batch.execute(handle, "UPDATE stock_reserved SET held = held - ?, awaited = awaited - ? WHERE item_id = ? AND location_id = ?",
                taken.stream().map(one -> new Object[] {
                    one.held().millionths(), one.awaited().millionths(), one.place().item().value(), one.place().location().value()
                }));
        Batch.execute(handle, "UPDATE reservation SET status = 'FULFILLED' WHERE id = ? AND status = 'OPEN' AND NOT EXISTS (SELECT 1"
                + " FROM reservation_line l WHERE l.reservation_id = reservation.id AND l.held + l.awaited > 0)",
                taken.stream().map(one -> one.line().reservation()).distinct().map(id -> new Object[] {id}));
    }
}
