package entrepot.inventory.replenishment.server;

import entrepot.inventory.replenishment.ProposalStep;
import entrepot.inventory.replenishment.Suggestion;
import entrepot.platform.inbox.Inbox;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of proposals, as the policy writes them. The caller holds the item's inbox mark. */
@ApplicationScoped
public class ProposalTable {

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    record Live(long id, long location, String status) {
        ProposalStep.Live state() {
            return ProposalStep.Live.valueOf(status);
        }
    }

    /** By location. */
    Map<Long, Live> live(long item) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id, location_id location, status FROM proposal WHERE item_id = ? AND live = 1 FOR UPDATE")
                .bind(0, item)
                .mapTo(Live.class)
                .stream()
                .collect(Collectors.toMap(Live::location, Function.identity())));
    }

    /** Locations where a buyer wants to hear nothing of the item on {@code today}. */
    Set<Long> quiet(long item, LocalDate today) {
        return database.jdbi().withHandle(handle -> Set.copyOf(handle
                .createQuery("SELECT DISTINCT location_id FROM proposal WHERE item_id = ? AND quiet_until >= ?")
                .bind(0, item)
                .bind(1, today)
                .mapTo(Long.class)
                .list()));
    }

    void make(StockedItem item, long location, Suggestion suggestion, Inbox.Claim seals) {
        long units = suggestion.order().millionths();
        execute("INSERT INTO proposal (id, item_id, location_id, supplier_id, status, quantity, suggested, unit_cost, reason,"
                        + " from_seal, to_seal, made_at, decided_at) VALUES (?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(), item.id(), location, item.supplier(), units, units, item.purchaseCost(),
                ReasonText.write(suggestion.reason()), seals.from(), seals.to(), now(), now());
    }

    /** The suggestion of an open one is its quantity; beside a buyer's quantity it is only told. */
    void follow(Live live, StockedItem item, Suggestion suggestion, Inbox.Claim seals) {
        long units = suggestion.order().millionths();
        execute("UPDATE proposal SET quantity = IF(status = 'OPEN', ?, quantity), suggested = ?, supplier_id = ?, unit_cost = ?,"
                        + " reason = ?, to_seal = GREATEST(to_seal, ?), decided_at = ? WHERE id = ?",
                units, units, item.supplier(), item.purchaseCost(), ReasonText.write(suggestion.reason()),
                seals.to(), now(), live.id());
    }

    void withdraw(Live live, Inbox.Claim seals, String why) {
        execute("UPDATE proposal SET status = 'SUPERSEDED', to_seal = GREATEST(to_seal, ?), decided_at = ?, closed_at = ?,"
                + " closed_by = 'system', note = ?, version = version + 1 WHERE id = ?", seals.to(), now(), now(), why, live.id());
    }


    private void execute(String sql, Object... values) {
        database.jdbi().useHandle(handle -> handle.execute(sql, values));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
