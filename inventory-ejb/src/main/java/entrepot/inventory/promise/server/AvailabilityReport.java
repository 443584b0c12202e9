package entrepot.inventory.promise.server;

import entrepot.inventory.assembly.Bill;
import entrepot.inventory.ledger.Stock;
import entrepot.inventory.promise.AvailableToPromise;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** What of an item can be promised where and when. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class AvailabilityReport {

    @Inject
    private Figures figures;

    @Inject
    private Prospects prospects;

    @Inject
    private KitsReserved kits;

    /** @param location code of the site */
    public record AtSite(String location, Prospects.Standing standing, AvailableToPromise promisable) {

        public Quantity notForSale() {
            return standing.onHand().minus(standing.available());
        }
    }

    /** Of each site that has the item, expects it or has promised it; of a kit, that has its parts. @param location code of the only one, or null */
    public List<AtSite> of(String sku, String location) {
        Bill kit = kits.kits(List.of(sku)).get(sku);
        return kit == null ? ofItem(sku, location) : ofKit(kit, location);
    }

    /** Where all its parts are, or are expected: as many as of the scarcest. */
    private List<AtSite> ofKit(Bill kit, String location) {
        List<Quantity> each = kit.parts().stream().map(part -> kit.need(part, Quantity.units(1))).toList();
        List<List<AtSite>> parts = kit.parts().stream().map(part -> ofItem(part.sku(), location)).toList();
        List<AtSite> sites = new ArrayList<>();
        for (AtSite first : parts.get(0)) {
            List<AtSite> here = parts.stream()
                    .flatMap(part -> part.stream().filter(site -> site.location().equals(first.location()))).toList();
            if (here.size() == parts.size()) {
                sites.add(new AtSite(first.location(), scarcest(here.stream().map(AtSite::standing).toList(), each),
                        AvailableToPromise.ofParts(here.stream().map(AtSite::promisable).toList(), each)));
            }
        }
        return sites;
    }

    /** As if what is free of the kit were all there is of it: what is held of a part is held of no kit. */
    private static Prospects.Standing scarcest(List<Prospects.Standing> parts, List<Quantity> each) {
        Quantity fewest = AvailableToPromise.whole(parts.get(0).free(), each.get(0));
        for (int part = 1; part < parts.size(); part++) {
            fewest = Quantity.smaller(fewest, AvailableToPromise.whole(parts.get(part).free(), each.get(part)));
        }
        return new Prospects.Standing(fewest, fewest, Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);
    }

    private List<AtSite> ofItem(String sku, String location) {
        record Row(long item, long site, String code) {}
        return figures.read(handle -> handle
                        .createQuery("SELECT i.id item, l.id site, l.code FROM item i JOIN location l WHERE i.sku = :sku AND l.of_site IS NULL"
                                + " AND (:location IS NULL OR l.code = :location) AND (EXISTS (SELECT 1 FROM stock_balance b"
                                + " JOIN location q ON q.id = b.location_id WHERE b.item_id = i.id AND q.site_id = l.id AND b.on_hand <> 0) OR EXISTS (SELECT 1"
                                + " FROM consigned_stock c JOIN location q ON q.id = c.location_id WHERE c.item_id = i.id AND q.site_id = l.id"
                                + " AND c.on_hand > 0) OR EXISTS (SELECT 1 FROM stock_reserved s WHERE s.item_id = i.id AND s.location_id = l.id AND s.held + s.awaited > 0)"
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
