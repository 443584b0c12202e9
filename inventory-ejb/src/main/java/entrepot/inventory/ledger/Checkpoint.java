package entrepot.inventory.ledger;

import entrepot.inventory.valuation.CostPool;
import entrepot.inventory.valuation.CostRun;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All pools and places of an item at the end of a day, so that what comes after can be worked out without what came before.
 * A projection: deleted where something of that day or before changes, and made again when its history is run.
 */
public record Checkpoint(ItemId item, LocalDate day, List<Pool> pools, Map<CostRun.Shelf, Quantity> shelves) {

    /** @param location as in {@link Books.Setting#poolOf}, and so is {@code lot} */
    public record Pool(long id, LocationId location, long lot, CostPool cost) {}
}
