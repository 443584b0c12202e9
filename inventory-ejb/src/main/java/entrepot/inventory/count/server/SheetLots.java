package entrepot.inventory.count.server;

import entrepot.inventory.ledger.NamedLot;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.DocumentLots;
import entrepot.kernel.Quantity;
import java.util.List;
import java.util.Map;

/**
 * The lots that are named while something is counted. What lies there and is not known is made known as if it came in: its
 * first movement is the posting of the count. How much was counted is not a matter of the lot, so each is named as one.
 */
final class SheetLots {

    private static final Quantity ONE = Quantity.units(1);

    private SheetLots() {}

    static List<DocumentLots.Line> named(List<CountDesk.Entry> entries, Map<String, CodeBook.Item> items) {
        return entries.stream().filter(entry -> items.containsKey(entry.sku())).map(entry -> line(items.get(entry.sku()), entry)).toList();
    }

    static DocumentLots.Line line(CodeBook.Item item, CountDesk.Entry entry) {
        List<NamedLot> lot = entry.lot() == null ? List.of() : List.of(new NamedLot(entry.lot(), entry.expires(), ONE));
        return new DocumentLots.Line(item, ONE, lot, true);
    }
}
