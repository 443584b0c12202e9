package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Stock;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;

/** A place from its row numbers. */
final class Places {

    private Places() {}

    static Stock.Place of(long item, long location) {
        return new Stock.Place(new ItemId(item), new LocationId(location));
    }
}
