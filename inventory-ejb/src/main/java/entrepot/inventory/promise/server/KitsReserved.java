package entrepot.inventory.promise.server;

import entrepot.inventory.assembly.Bill;
import entrepot.inventory.assembly.BillKind;
import entrepot.inventory.assembly.server.BillTable;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.kernel.ItemId;
import entrepot.kernel.Quantity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the parts of a kit for who wants the kit: the first on its line, the others after all lines. */
@ApplicationScoped
public class KitsReserved {

    @Inject
    private CodeBook codes;

    @Inject
    private BillTable bills;

    NewReservation parts(NewReservation asked) {
        Map<String, Bill> kits = kits(asked.lines().stream().map(NewReservation.Line::sku).toList());
        if (kits.isEmpty()) {
            return asked;
        }
        List<NewReservation.Line> lines = new ArrayList<>(asked.lines());
        for (int number = 0; number < asked.lines().size(); number++) {
            NewReservation.Line line = asked.lines().get(number);
            Bill kit = kits.get(line.sku());
            for (int part = 0; kit != null && part < kit.parts().size(); part++) {
                Quantity need = kit.need(kit.parts().get(part), line.quantity());
                var ofKit = new NewReservation.Line(kit.parts().get(part).sku(), line.location(), need,
                        new NewReservation.Kit(number, kit.item(), line.quantity()));
                if (part == 0) {
                    lines.set(number, ofKit);
                } else {
                    lines.add(ofKit);
                }
            }
        }
        return asked.with(lines);
    }

    /** Those of the items that are kits, by SKU. */
    Map<String, Bill> kits(Collection<String> skus) {
        List<ItemId> items = codes.items(skus).values().stream().filter(CodeBook.Item::kit).map(CodeBook.Item::id).toList();
        Map<String, Bill> kits = new HashMap<>();
        bills.current(items).values().stream().filter(bill -> bill.kind() == BillKind.KIT).forEach(bill -> kits.put(bill.sku(), bill));
        return kits;
    }
}
