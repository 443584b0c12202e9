package entrepot.inventory.opening;

import entrepot.inventory.ledger.Tracking;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.book.Account;
import java.util.Map;
import java.util.Set;

/**
 * What the catalogue knows of the codes in the files.
 *
 * @param items     by SKU, those in use
 * @param locations by code, those in use
 * @param accounts  in use
 * @param inventory accounts that hold the value of stock
 */
public record KnownCodes(Map<String, Item> items, Map<String, LocationId> locations, Set<Account> accounts, Set<Account> inventory) {

    /**
     * @param inventory account in which its stock is valued
     * @param elsewhere another one, at locations that have their own
     * @param tracking  how its goods are told apart
     */
    public record Item(ItemId id, String sku, Account inventory, Map<LocationId, Account> elsewhere, Tracking tracking, boolean perishable) {

        public Item {
            elsewhere = Map.copyOf(elsewhere);
        }

        Account inventoryAt(LocationId location) {
            return elsewhere.getOrDefault(location, inventory);
        }
    }

    public KnownCodes {
        items = Map.copyOf(items);
        locations = Map.copyOf(locations);
        accounts = Set.copyOf(accounts);
        inventory = Set.copyOf(inventory);
    }
}
