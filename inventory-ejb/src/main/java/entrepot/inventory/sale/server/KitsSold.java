package entrepot.inventory.sale.server;

import entrepot.inventory.assembly.Bill;
import entrepot.inventory.assembly.server.BillTable;
import entrepot.inventory.ledger.Reserved;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.sale.KitSale;
import entrepot.inventory.sale.Sale;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the parts of the kits in a sale: those of their bills, or those that were sold, or reserved, as one. */
@ApplicationScoped
public class KitsSold {

    @Inject
    private Database database;

    @Inject
    private BillTable bills;

    @Inject
    private CodeBook codes;

    /** @param items of all lines, by SKU; takes those of the parts */
    KitSale of(SaleDesk.Request request, Map<String, CodeBook.Item> items) {
        Sale sale = request.sale();
        List<CodeBook.Item> kits = sale.lines().stream().map(line -> items.get(line.sku())).filter(item -> item != null && item.kit()).toList();
        if (kits.isEmpty() && sale.lines().stream().allMatch(line -> line.parts().isEmpty())) {
            return KitSale.plain(sale);
        }
        Map<String, Bill> found = new HashMap<>();
        bills.current(kits.stream().map(CodeBook.Item::id).toList()).values().forEach(bill -> found.put(bill.sku(), bill));
        KitSale sold = KitSale.of(sale, found, line -> parts(line, found.get(line.sku())), request.prices().apply(partsOf(found)));
        items.putAll(codes.items(sold.sale().lines().stream().map(Sale.Line::sku).toList()));
        return sold;
    }

    private static List<String> partsOf(Map<String, Bill> kits) {
        return kits.values().stream().flatMap(kit -> kit.parts().stream()).map(Bill.Part::sku).distinct().toList();
    }

    private List<KitSale.Part> parts(Sale.Line line, Bill kit) {
        if (line.returnOf() != null) {
            return returned(line, kit);
        }
        Map<String, Integer> reserved = line.reserved() == null ? Map.of() : reserved(line.reserved());
        return kit.parts().stream().map(part -> new KitSale.Part(part.sku(), kit.need(part, line.quantity()), 0,
                line.reserved() == null ? null : new Reserved.Line(line.reserved().reservation(),
                        reserved.getOrDefault(part.sku(), line.reserved().number())))).toList();
    }

    /** What was sold as this kit then, in the share that comes back. Empty where it was not: then no such line is found. */
    private List<KitSale.Part> returned(Sale.Line line, Bill kit) {
        record Row(String sku, long sold, long kits, int lineNo) {}
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT i.sku, -SUM(m.quantity) sold, k.quantity kits, k.line_no FROM posting p JOIN sale_kit k ON k.posting_seq = p.seq"
                        + " JOIN movement m ON m.posting_seq = p.seq AND m.line_no = k.line_no JOIN item i ON i.id = m.item_id"
                        + " WHERE p.id = :sale AND k.kit_line = :line AND k.item_id = :kit AND k.quantity > 0"
                        + " GROUP BY i.sku, k.quantity, k.line_no ORDER BY k.line_no")
                .bind("sale", Rows.bytes(line.returnOf()))
                .bind("line", line.returnLine())
                .bind("kit", kit.item().value())
                .mapTo(Row.class)
                .map(row -> new KitSale.Part(row.sku(), share(row.sold(), line.quantity(), row.kits()), row.lineNo(), null))
                .list());
    }

    private static Quantity share(long sold, Quantity back, long kits) {
        return Quantity.of(new BigDecimal(sold).multiply(back.decimal()).divide(new BigDecimal(kits), 6, RoundingMode.DOWN));
    }

    /** By SKU of the part the line of the reservation that keeps it for the kit. */
    private Map<String, Integer> reserved(Reserved.Line kit) {
        Map<String, Integer> lines = new HashMap<>();
        database.jdbi().useHandle(handle -> handle
                .createQuery("SELECT i.sku, l.line_no FROM reservation_line l JOIN item i ON i.id = l.item_id WHERE l.reservation_id = ? AND l.kit_line = ?")
                .bind(0, kit.reservation())
                .bind(1, kit.number())
                .map((row, context) -> lines.put(row.getString(1), row.getInt(2)))
                .list());
        return lines;
    }
}
