package entrepot.inventory.promise.server;

import entrepot.inventory.ledger.Stock;
import entrepot.inventory.promise.AvailableToPromise;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** What of an item can be promised where and when. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class AvailabilityReport {

    @Inject
    private Figures figures;

    @Inject
    private Prospects prospects;

    /** @param location code of the site */
    public record AtSite(String location, Prospects.Standing standing, AvailableToPromise promisable) {

        public Quantity notForSale() {
            return standing.onHand().minus(standing.available());
        }
    }

    /** Of each site that has the item, expects it or has promised it. @param location code of the only one, or null */
    public List<AtSite> of(String sku, String location) {
        record Row(long item, long site, String code) {}
        return figures.read(handle -> handle
                        .createQuery("SELECT i.id item, l.id site, l.code FROM item i JOIN location l WHERE i.sku = :sku AND l.of_site IS NULL"
                                + " AND (:location IS NULL OR l.code = :location) AND (EXISTS (SELECT 1 FROM stock_balance b"
                                + " JOIN location q ON q.id = b.location_id WHERE b.item_id = i.id AND q.site_id = l.id AND b.on_hand <> 0) OR EXISTS (SELECT 1"
                                + " FROM stock_reserved s WHERE s.item_id = i.id AND s.location_id = l.id AND s.held + s.awaited > 0)"
                                + " OR EXISTS (SELECT 1 FROM purchase_order_line n JOIN purchase_order o ON o.id = n.order_id"
                                + " WHERE n.item_id = i.id AND o.location_id IN (SELECT id FROM location WHERE site_id = l.id) AND n.ordered > n.received"
                                + " AND o.status IN ('ORDERED', 'PARTIAL'))) ORDER BY l.code")
                        .bind("sku", sku)
                        .bind("location", location)
                        .mapTo(Row.class)
                        .list())
                .stream()
                .map(row -> atSite(row.code(), new Stock.Place(new ItemId(row.item()), new LocationId(row.site()))))
                .toList();
    }

    private AtSite atSite(String code, Stock.Place site) {
        return new AtSite(code, prospects.standing(site), prospects.promisable(site));
    }
}
