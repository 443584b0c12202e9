package entrepot.inventory.ledger;

import entrepot.kernel.LocationId;

/**
 * A place, as far as the ledger needs to know it.
 *
 * @param site      where its stock is valued; itself where it is one
 * @param pool      where the stock of its group is valued: the site where it is of none
 * @param forSale   whether what lies there may be sold and promised to anybody
 * @param apart     costed by itself, also where the company has one pool for all sites
 * @param consigned whether it lies at a customer, to whom alone it is sold
 */
public record Spot(String code, LocationId site, LocationId pool, boolean forSale, boolean apart, boolean consigned) {

    public Spot(String code, LocationId site, boolean forSale, boolean apart) {
        this(code, site, site, forSale, apart, false);
    }
}
