package entrepot.inventory.statement.server;

import entrepot.inventory.ledger.PostingKind;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What was learnt of a period between two seals: each change of goods, value and accounts, with the posting that caused it. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class LearntReport {

    private static final String BETWEEN = " JOIN seal s ON s.posting_seq = x.posting_seq AND s.number > :since AND s.number <= :until";
    private static final String DAYS = " x.business_date BETWEEN :from AND :to";
    private static final String ENTRIES = "(SELECT v.posting_seq, v.item_id, v.location_id, v.business_date, v.movement_id movement, 0 quantity,"
            + " v.amount FROM value_entry v UNION ALL SELECT m.posting_seq, m.item_id, m.location_id, m.business_date, m.id, m.quantity, 0"
            + " FROM movement m) x";

    @Inject
    private Figures figures;

    /** @param from first business date; @param since the seal up to which it was known before; @param until and after */
    public record Asked(LocalDate from, LocalDate to, long since, long until) {}

    public record ItemChange(String sku, String name, Quantity quantity, Money value) {}

    public record AccountChange(String account, String name, Money change) {}

    /** @param ofPosting the posting whose goods they are: the cause itself, or an earlier one that it changed */
    public record Line(
            long seal, LocalDateTime recordedAt, UUID posting, PostingKind kind, String reference, String reason, UUID ofPosting, PostingKind ofKind,
            LocalDate businessDate, String sku, String location, Quantity quantity, Money value, long movement) {

        /** What to give as the place to go on after. */
        public String key() {
            return seal + "~" + movement + "~" + businessDate;
        }
    }

    /** @param before what stock was worth at the end of the period, as known at the first seal; @param now and at the second */
    public record Found(Money before, Money now, List<AccountChange> accounts, List<ItemChange> items) {}

    /** @param after the SKU of the last item of the part before, or null for the start */
    public Found find(Asked asked, String after, int limit) {
        return figures.read(handle -> new Found(worth(handle, asked.to(), asked.since()), worth(handle, asked.to(), asked.until()),
                accounts(handle, asked), items(handle, asked, after, limit)));
    }

    private static Money worth(Handle handle, LocalDate day, long seal) {
        return handle.createQuery("SELECT COALESCE(SUM(x.amount), 0) FROM value_entry x JOIN seal s ON s.posting_seq = x.posting_seq"
                        + " AND s.number <= ? WHERE x.business_date <= ?")
                .bind(0, seal)
                .bind(1, day)
                .mapTo(Money.class)
                .one();
    }

    private static List<AccountChange> accounts(Handle handle, Asked asked) {
        return bind(handle.createQuery("SELECT x.account_code account, a.name, SUM(x.amount) `change` FROM journal_line x" + BETWEEN
                        + " LEFT JOIN account a ON a.code = x.account_code WHERE" + DAYS
                        + " GROUP BY x.account_code, a.name HAVING SUM(x.amount) <> 0 ORDER BY x.account_code"), asked)
                .mapTo(AccountChange.class)
                .list();
    }

    private static List<ItemChange> items(Handle handle, Asked asked, String after, int limit) {
        return bind(handle.createQuery("SELECT i.sku, i.name, SUM(x.quantity) quantity, SUM(x.amount) value FROM " + ENTRIES + BETWEEN
                        + " JOIN item i ON i.id = x.item_id WHERE" + DAYS + " AND (:after IS NULL OR i.sku > :after)"
                        + " GROUP BY i.sku, i.name HAVING SUM(x.quantity) <> 0 OR SUM(x.amount) <> 0 ORDER BY i.sku LIMIT :limit"), asked)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(ItemChange.class)
                .list();
    }

    /** In the order in which it was learnt. @param sku or null for all; @param after a {@link Line#key}, or null for the start */
    public List<Line> lines(Asked asked, String sku, String after, int limit) {
        String[] key = after == null ? new String[] {"0", "0", "0001-01-01"} : after.split("~", 3);
        return figures.read(handle -> bind(handle.createQuery("SELECT s.number seal, p.recorded_at, p.id posting, p.kind, p.reference, p.reason,"
                        + " op.id of_posting, op.kind of_kind, x.business_date, i.sku, l.code location, SUM(x.quantity) quantity,"
                        + " SUM(x.amount) value, x.movement FROM " + ENTRIES + BETWEEN + " JOIN posting p ON p.seq = x.posting_seq"
                        + " JOIN item i ON i.id = x.item_id JOIN location q ON q.id = x.location_id JOIN location l ON l.id = q.site_id JOIN movement m ON m.id = x.movement"
                        + " JOIN posting op ON op.seq = m.posting_seq WHERE" + DAYS + " AND (:sku IS NULL OR i.sku = :sku)"
                        + " AND (s.number, x.movement, x.business_date) > (:afterSeal, :afterMovement, :afterDay)"
                        + " GROUP BY s.number, x.movement, x.business_date ORDER BY s.number, x.movement, x.business_date LIMIT :limit"), asked)
                .bind("sku", sku)
                .bind("afterSeal", Long.parseLong(key[0]))
                .bind("afterMovement", Long.parseLong(key[1]))
                .bind("afterDay", LocalDate.parse(key[2]))
                .bind("limit", limit)
                .mapTo(Line.class)
                .list());
    }

    private static Query bind(Query query, Asked asked) {
        return query.bind("from", asked.from()).bind("to", asked.to()).bind("since", asked.since()).bind("until", asked.until());
    }
}
