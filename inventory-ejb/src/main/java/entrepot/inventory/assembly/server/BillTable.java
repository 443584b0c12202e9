package entrepot.inventory.assembly.server;

import entrepot.inventory.assembly.Bill;
import entrepot.inventory.assembly.BillKind;
import entrepot.kernel.ItemId;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Bills and their parts, as rows. */
@ApplicationScoped
public class BillTable {

    /** The bills that count. */
    static final String CURRENT = "bill b JOIN (SELECT item_id last_of, MAX(version) last FROM bill GROUP BY item_id) x"
            + " ON x.last_of = b.item_id AND x.last = b.version";

    @Inject
    private Database database;

    private record Row(
            long id, long itemId, String sku, int version, BillKind kind, long makes, BigDecimal labour, BigDecimal overhead, String note) {}

    private record PartRow(long billId, long itemId, String sku, long quantity, BigDecimal scrap) {}

    /** By item; withdrawn ones are left out. */
    public Map<ItemId, Bill> current(Collection<ItemId> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        return database.jdbi().withHandle(handle -> byItem(read(handle, CURRENT + " JOIN item i ON i.id = b.item_id WHERE b.kind <> 'WITHDRAWN'"
                + " AND b.item_id IN (<keys>)", items.stream().map(ItemId::value).distinct().toList())));
    }

    /** All versions of an item, the latest first. */
    List<Bill> versions(ItemId item) {
        return database.jdbi().withHandle(handle ->
                read(handle, "bill b JOIN item i ON i.id = b.item_id WHERE b.item_id IN (<keys>)", List.of(item.value())));
    }

    private static Map<ItemId, Bill> byItem(List<Bill> bills) {
        Map<ItemId, Bill> byItem = new LinkedHashMap<>();
        bills.forEach(bill -> byItem.put(bill.item(), bill));
        return byItem;
    }

    private static List<Bill> read(Handle handle, String from, List<Long> keys) {
        List<Row> rows = handle.createQuery("SELECT b.id, b.item_id, i.sku, b.version, b.kind, b.makes, b.labour, b.overhead, b.note FROM "
                + from + " ORDER BY i.sku, b.version DESC").bindList("keys", keys).mapTo(Row.class).list();
        Map<Long, List<Bill.Part>> parts = new HashMap<>();
        if (!rows.isEmpty()) {
            handle.createQuery("SELECT p.bill_id, p.item_id, i.sku, p.quantity, p.scrap FROM bill_part p JOIN item i ON i.id = p.item_id"
                            + " WHERE p.bill_id IN (<bills>) ORDER BY p.bill_id, p.line_no")
                    .bindList("bills", rows.stream().map(Row::id).toList())
                    .mapTo(PartRow.class)
                    .forEach(part -> parts.computeIfAbsent(part.billId(), fresh -> new ArrayList<>()).add(
                            new Bill.Part(new ItemId(part.itemId()), part.sku(), new Quantity(part.quantity()), part.scrap())));
        }
        return rows.stream().map(row -> new Bill(row.id(), new ItemId(row.itemId()), row.sku(), row.version(), row.kind(),
                new Quantity(row.makes()), row.labour(), row.overhead(), row.note(), parts.getOrDefault(row.id(), List.of()))).toList();
    }

    /** With what its parts are made of, and so on: whether {@code part} contains {@code whole}. */
    boolean contains(ItemId part, ItemId whole) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("WITH RECURSIVE inside AS (SELECT :part item_id UNION SELECT p.item_id FROM inside s"
                        + " JOIN " + CURRENT + " AND b.item_id = s.item_id AND b.kind <> 'WITHDRAWN'"
                        + " JOIN bill_part p ON p.bill_id = b.id) SELECT COUNT(*) FROM inside WHERE item_id = :whole")
                .bind("part", part.value())
                .bind("whole", whole.value())
                .mapTo(long.class)
                .one() > 0);
    }

    void add(Handle handle, Bill bill, String actor, LocalDateTime at) {
        handle.execute("INSERT INTO bill (id, item_id, version, kind, makes, labour, overhead, note, made_by, made_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                bill.id(), bill.item().value(), bill.version(), bill.kind().name(), bill.makes().millionths(), bill.labour(),
                bill.overhead(), bill.note(), actor, at);
        Batch.execute(handle, "INSERT INTO bill_part (bill_id, line_no, item_id, quantity, scrap) VALUES (?, ?, ?, ?, ?)",
                IntStream.range(0, bill.parts().size()).mapToObj(line -> new Object[] {
                    bill.id(), line, bill.parts().get(line).item().value(), bill.parts().get(line).quantity().millionths(),
                    bill.parts().get(line).scrap()
                }));
    }
}
