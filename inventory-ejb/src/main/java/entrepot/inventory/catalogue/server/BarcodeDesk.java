package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Gtin;
import entrepot.inventory.catalogue.ItemUnits;
import entrepot.inventory.catalogue.Ratio;
import entrepot.inventory.catalogue.ResolvedBarcode;
import entrepot.inventory.catalogue.ScannedCode;
import entrepot.inventory.catalogue.UnitOfMeasure;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was scanned? */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class BarcodeDesk {

    @Inject
    private Database database;

    @Inject
    private ReferenceCodes codes;

    record Found(long itemId, String gtin, String sku, String name, String unit, String stockUnit, boolean active) {}

    /**
     * @param scanned a GTIN in any form, or a SKU
     * @throws IllegalArgumentException for a GTIN with a wrong check digit
     */
    public Optional<ResolvedBarcode> resolve(String scanned) {
        Optional<Found> found = new ScannedCode(scanned).gtin().flatMap(this::byGtin);
        return found.or(() -> bySku(scanned.strip())).map(this::resolved);
    }

    private Optional<Found> byGtin(Gtin gtin) {
        return database.jdbi().withHandle(handle -> handle
                .select("SELECT i.id item_id, b.gtin, i.sku, i.name, COALESCE(b.unit_code, i.unit_code) unit, i.unit_code stock_unit,"
                        + " i.active FROM barcode b JOIN item i ON i.id = b.item_id WHERE b.gtin14 = ?", gtin.fourteen())
                .mapTo(Found.class)
                .findFirst());
    }

    private Optional<Found> bySku(String sku) {
        return database.jdbi().withHandle(handle -> handle
                .select("SELECT i.id item_id, NULL gtin, i.sku, i.name, i.unit_code unit, i.unit_code stock_unit, i.active"
                        + " FROM item i WHERE i.sku = ?", sku)
                .mapTo(Found.class)
                .findFirst());
    }

    private ResolvedBarcode resolved(Found found) {
        Map<String, UnitOfMeasure> general = codes.units();
        var units = new ItemUnits(general.get(found.stockUnit()), general, own(found.itemId()));
        Ratio factor = units.factor(found.unit()).orElseThrow(() -> new IllegalStateException(
                "item " + found.sku() + " has a barcode " + found.gtin() + " for unit " + found.unit() + " it does not have"));
        return new ResolvedBarcode(found.gtin(), found.sku(), found.name(), found.unit(), factor.toString(), found.stockUnit(),
                found.active());
    }

    private Map<String, Ratio> own(long item) {
        Map<String, Ratio> own = new HashMap<>();
        database.jdbi().useHandle(handle -> handle
                .select("SELECT unit_code, numerator, denominator FROM item_unit WHERE item_id = ?", item)
                .map((row, context) -> own.put(row.getString(1), new Ratio(row.getLong(2), row.getLong(3))))
                .list());
        return own;
    }
}
