package entrepot.trading.pricing.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import entrepot.trading.pricing.Advice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rows of price proposals. The caller holds the lock of the item's price. */
@ApplicationScoped
public class ProposalTable {

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    /** OPEN waits for a person; APPLIED became a price; the others never did, or no longer are. */
    public enum Status { OPEN, APPLIED, REJECTED, SUPERSEDED, ROLLED_BACK }

    record Row(
            long id, long item, String sku, Long categoryId, Status status, BigDecimal priceBefore, BigDecimal price,
            BigDecimal unitCost, double perDay, String reason) {

        boolean says(Advice advice) {
            return price.compareTo(advice.price()) == 0 && priceBefore.compareTo(advice.before()) == 0;
        }
    }

    private static final String ROW = "SELECT p.id, p.item_id item, i.sku, i.category_id, p.status, p.price_before, p.price,"
            + " p.unit_cost, p.per_day, p.reason FROM price_proposal p JOIN item i ON i.id = p.item_id WHERE ";

    Optional<Row> open(long item) {
        return one(ROW + "p.item_id = ? AND p.open = 1", item);
    }

    /** What a person turned down since {@code since}, if that was the last word on the item. */
    Optional<Row> rejected(long item, LocalDateTime since) {
        return one(ROW + "p.id = (SELECT MAX(id) FROM price_proposal WHERE item_id = ?) AND p.status = 'REJECTED' AND p.closed_at >= ?",
                item, since);
    }

    List<Row> byId(Collection<Long> proposals) {
        return proposals.isEmpty() ? List.of() : database.jdbi().withHandle(handle -> handle
                .createQuery(ROW + "p.id IN (<ids>) ORDER BY p.item_id, p.id")
                .bindList("ids", List.copyOf(proposals))
                .mapTo(Row.class)
                .list());
    }

    long make(long item, Advice advice, long rule, long seal) {
        long id = ids.next();
        execute("INSERT INTO price_proposal (id, item_id, status, price_before, price, unit_cost, per_day, reason, rule_id, seal, made_at)"
                        + " VALUES (?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?, ?)",
                id, item, advice.before(), advice.price(), advice.unitCost(), advice.demandPerDay(), ReasonJson.write(advice), rule,
                seal, now());
        return id;
    }

    /** The same price again, for what was sold since. */
    void follow(Row open, Advice advice, long seal) {
        execute("UPDATE price_proposal SET unit_cost = ?, per_day = ?, reason = ?, seal = GREATEST(seal, ?) WHERE id = ?",
                advice.unitCost(), advice.demandPerDay(), ReasonJson.write(advice), seal, open.id());
    }

    void close(long id, Status status, String by, Long batch, String note) {
        execute("UPDATE price_proposal SET status = ?, closed_at = ?, closed_by = ?, batch_id = COALESCE(?, batch_id), note = ? WHERE id = ?",
                status.name(), now(), by, batch, note, id);
    }

    void rolledBack(long batch, long item) {
        execute("UPDATE price_proposal SET status = 'ROLLED_BACK' WHERE item_id = ? AND batch_id = ? AND status = 'APPLIED'", item, batch);
    }

    /** What was open is no longer right, since the price it starts from has changed. */
    void supersede(long item, String by, String why) {
        execute("UPDATE price_proposal SET status = 'SUPERSEDED', closed_at = ?, closed_by = ?, note = ? WHERE item_id = ? AND open = 1",
                now(), by, why, item);
    }

    void look(long item, Advice advice, long seal) {
        execute("INSERT INTO price_look (item_id, seal, verdict, kind, reason, looked_at) VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY"
                        + " UPDATE seal = GREATEST(seal, VALUES(seal)), verdict = VALUES(verdict), kind = VALUES(kind),"
                        + " reason = VALUES(reason), looked_at = VALUES(looked_at)",
                item, seal, advice.verdict().name(), advice.verdict().kind().name(), ReasonJson.write(advice), now());
    }

    private Optional<Row> one(String sql, Object... values) {
        return database.jdbi().withHandle(handle -> {
            var query = handle.createQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.bind(i, values[i]);
            }
            return query.mapTo(Row.class).findOne();
        });
    }

    private void execute(String sql, Object... values) {
        database.jdbi().useHandle(handle -> handle.execute(sql, values));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
