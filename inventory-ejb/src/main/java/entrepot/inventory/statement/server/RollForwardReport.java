package entrepot.inventory.statement.server;

import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.statement.Flow;
import entrepot.inventory.statement.RollForward;
import entrepot.inventory.subtotal.server.RoleBalance;
import entrepot.inventory.subtotal.server.Subtotals;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;

/** How stock came from the beginning of a period to its end, by what happened. From the entries that the journal is made of. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class RollForwardReport {

    private static final String VALUES = "SELECT v.item_id, v.location_id, v.business_date day, v.kind value_kind, " + Known.KIND + " kind,"
            + " 0 quantity, v.amount, v.posting_seq, m.id movement FROM value_entry v%s JOIN movement m ON m.id = v.movement_id" + Known.KIND_FROM;
    private static final String GOODS = "SELECT m.item_id, m.location_id, m.business_date, NULL, " + Known.KIND + ", m.quantity, 0,"
            + " m.posting_seq, m.id FROM movement m%s" + Known.KIND_FROM;

    @Inject
    private Figures figures;

    @Inject
    private CompanyFile companies;

    /** What a row stands for. */
    public enum By {
        COMPANY("NULL", "NULL"), LOCATION("l.code", "l.name"), CATEGORY("c.code", "c.name"), ITEM("i.sku", "i.name");

        private final String code;
        private final String name;

        By(String code, String name) {
            this.code = code;
            this.name = name;
        }
    }

    /** @param total of the goods asked for, whatever part of the rows is shown; @param account of inventory */
    public record Found(RollForward.Row total, RoleBalance account, List<RollForward.Row> rows) {

        /** Whether the goods are worth what the account says; of all goods only. */
        public boolean ties() {
            return total.opening().value().equals(account.opening()) && total.closing().value().equals(account.closing());
        }
    }

    /** @param seal null for the moment before it is sealed; @param ofPosting where the goods moved */
    public record Entry(
            LocalDate businessDate, UUID posting, long seq, PostingKind kind, String reference, Long seal, UUID ofPosting, String sku,
            String location, Quantity quantity, Money value, long movement) {

        /** What to give as the place to go on after. */
        public String key() {
            return businessDate + "~" + movement + "~" + seq;
        }
    }

    private record Item(String code, String name) {}

    /** @param after rows by item only: the SKU of the last row of the part before, or null for the start */
    public Found find(StatementFilter filter, By by, String after, int limit) {
        return figures.readOneMoment(handle -> {
            Money nothing = Money.zero(companies.company().currency());
            List<RollForward.Row> all = RollForward.of(parts(handle, filter, By.COMPANY, null, null), nothing);
            RollForward.Row sum = all.isEmpty() ? RollForward.nothing(null, null, nothing) : all.get(0);
            RollForward.Row total = filter.sku() == null ? sum.withoutQuantities() : sum;
            RoleBalance account = RoleBalance.of(handle, Subtotals.of(handle, filter.knownAt()), AccountRole.INVENTORY.name(), filter.from(), filter.to());
            return new Found(total, account, switch (by) {
                case COMPANY -> List.of(total);
                case LOCATION, CATEGORY -> RollForward.of(parts(handle, filter, by, null, null), nothing).stream()
                        .map(row -> filter.sku() == null ? row.withoutQuantities() : row).toList();
                case ITEM -> items(handle, filter, after, limit, nothing);
            });
        });
    }

    private static List<RollForward.Part> parts(Handle handle, StatementFilter filter, By by, String first, String last) {
        Query query = handle.createQuery("SELECT " + by.code + " code, " + by.name + " name, x.day < :from `before`, x.value_kind, x.kind,"
                + " SUM(x.quantity) quantity, SUM(x.amount) amount FROM (" + entries(filter) + ") x" + Known.NAMES + " AND x.day <= :to"
                + " AND (:first IS NULL OR i.sku BETWEEN :first AND :last) GROUP BY 1, 2, 3, x.value_kind, x.kind ORDER BY 1");
        return Known.goods(Known.period(query, filter), filter).bind("first", first).bind("last", last).mapTo(RollForward.Part.class).list();
    }

    private static String entries(StatementFilter filter) {
        return VALUES.formatted(Known.at(filter.knownAt(), "v")) + " UNION ALL " + GOODS.formatted(Known.at(filter.knownAt(), "m"));
    }

    /** Each item of the part that had moved by then, as is known today; one that was not known to has a row of zeros. */
    private static List<RollForward.Row> items(Handle handle, StatementFilter filter, String after, int limit, Money nothing) {
        Query query = handle.createQuery("SELECT DISTINCT i.sku code, i.name FROM item i JOIN movement x ON x.item_id = i.id"
                + " JOIN location q ON q.id = x.location_id JOIN location l ON l.id = q.site_id LEFT JOIN category c ON c.id = i.category_id WHERE" + Known.FILTER
                + " AND x.business_date <= :to AND (:after IS NULL OR i.sku > :after) ORDER BY i.sku LIMIT :limit");
        List<Item> items = Known.goods(query, filter).bind("to", filter.to()).bind("after", after).bind("limit", limit).mapTo(Item.class).list();
        if (items.isEmpty()) {
            return List.of();
        }
        Map<String, RollForward.Row> rows = new TreeMap<>();
        items.forEach(item -> rows.put(item.code(), RollForward.nothing(item.code(), item.name(), nothing)));
        RollForward.of(parts(handle, filter, By.ITEM, items.get(0).code(), items.get(items.size() - 1).code()), nothing)
                .forEach(row -> rows.put(row.code(), row));
        return items.stream().map(item -> rows.get(item.code())).toList();
    }

    /** What makes up one figure, oldest first. @param after an {@link Entry#key}, or null for the start */
    public List<Entry> entries(StatementFilter filter, Flow flow, String after, int limit) {
        String[] key = after == null ? new String[] {"0001-01-01", "0", "0"} : after.split("~", 3);
        List<String> kinds = flow.kinds().stream().map(Enum::name).toList();
        List<String> changes = flow.changes().stream().map(Enum::name).toList();
        return figures.read(handle -> {
            Query query = handle.createQuery("SELECT x.day business_date, p.id posting, p.seq, p.kind, p.reference,"
                    + " (SELECT z.number FROM seal z WHERE z.posting_seq = p.seq) seal, op.id of_posting, i.sku, l.code location,"
                    + " SUM(x.quantity) quantity, SUM(x.amount) value, x.movement FROM (" + entries(filter) + ") x"
                    + " JOIN posting p ON p.seq = x.posting_seq JOIN movement om ON om.id = x.movement"
                    + " JOIN posting op ON op.seq = om.posting_seq" + Known.NAMES + " AND x.day BETWEEN :from AND :to"
                    + " AND (x.value_kind IN (<changes>) OR x.kind IN (<kinds>) AND COALESCE(x.value_kind, 'DIRECT') = 'DIRECT')"
                    + " AND (x.day, x.movement, p.seq) > (:afterDay, :afterMovement, :afterSeq)"
                    + " GROUP BY x.day, x.movement, p.seq ORDER BY x.day, x.movement, p.seq LIMIT :limit");
            return Known.goods(Known.period(query, filter), filter)
                    .bindList(EmptyHandling.NULL_KEYWORD, "changes", changes)
                    .bindList(EmptyHandling.NULL_KEYWORD, "kinds", kinds)
                    .bind("afterDay", LocalDate.parse(key[0]))
                    .bind("afterMovement", Long.parseLong(key[1]))
                    .bind("afterSeq", Long.parseLong(key[2]))
                    .bind("limit", limit)
                    .mapTo(Entry.class)
                    .list();
        });
    }
}
