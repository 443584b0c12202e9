package entrepot.trading.pricing.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The price in force of each item, and the history that says how it came about. */
@ApplicationScoped
public class PriceTable {

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    /** @param entry row of the history that set the price */
    record Entry(long item, BigDecimal basePrice, BigDecimal price, long entry) {}

    public enum Cause { BASE, PROPOSAL, OVERRIDE, ROLLBACK }

    /**
     * Why a price changes.
     *
     * @param reason   JSON
     * @param batch    null for a change by itself, as are {@code proposal} and {@code reverses} where there is none
     */
    record Why(Cause cause, String actor, String reason, Long batch, Long proposal, Long reverses) {
        static Why alone(Cause cause, String actor, String reason) {
            return new Why(cause, actor, reason, null, null, null);
        }
    }

    Optional<Entry> lock(long item) {
        return Optional.ofNullable(lock(List.of(item)).get(item));
    }

    /** Locks in the order of the items' numbers, so that two batches cannot deadlock. */
    Map<Long, Entry> lock(Collection<Long> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT item_id item, base_price, price, entry_id entry FROM price_book WHERE item_id IN (<items>)"
                        + " ORDER BY item_id FOR UPDATE")
                .bindList("items", List.copyOf(new TreeSet<>(items)))
                .mapTo(Entry.class)
                .stream()
                .collect(Collectors.toMap(Entry::item, Function.identity())));
    }

    /** The first price of an item. */
    void open(long item, BigDecimal price, Why why) {
        long entry = write(item, null, price, price, why);
        database.jdbi().useHandle(handle -> handle.execute(
                "INSERT INTO price_book (item_id, base_price, price, entry_id, since) VALUES (?, ?, ?, ?, ?)",
                item, price, price, entry, now()));
    }

    /** Charges {@code price} from now on. The caller holds the row's lock. */
    void set(Entry book, BigDecimal base, BigDecimal price, Why why) {
        long entry = write(book.item(), book.price(), price, base, why);
        database.jdbi().useHandle(handle -> handle.execute(
                "UPDATE price_book SET base_price = ?, since = IF(price = ?, since, ?), price = ?, entry_id = ? WHERE item_id = ?",
                base, price, now(), price, entry, book.item()));
    }

    private long write(long item, BigDecimal before, BigDecimal price, BigDecimal base, Why why) {
        long entry = ids.next();
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO price_history (id, item_id, cause, price_before, price,"
                        + " base_price, from_at, actor, reason, batch_id, proposal_id, reverses_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry, item, why.cause().name(), before, price, base, now(), why.actor(), why.reason(), why.batch(),
                why.proposal(), why.reverses()));
        return entry;
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
