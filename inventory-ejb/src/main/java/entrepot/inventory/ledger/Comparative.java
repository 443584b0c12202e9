package entrepot.inventory.ledger;

import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import java.time.YearMonth;

/**
 * What a month would have been under a policy that came only later (IAS 8.22, 8.29).
 *
 * @param change of the stock's value by what moved of the item in the month: so much more, or less, is its result
 */
public record Comparative(ItemId item, YearMonth month, Money change) {}
