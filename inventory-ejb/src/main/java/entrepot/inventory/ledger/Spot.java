package entrepot.inventory.ledger;

import entrepot.kernel.LocationId;

/**
 * A place, as far as the ledger needs to know it.
 *
 * @param site    where its stock is valued; itself where it is one
 * @param forSale whether what lies there is fit to be sold
 * @param apart   costed by itself, also where the company has one pool for all sites
 */
public record Spot(String code, LocationId site, boolean forSale, boolean apart) {}
