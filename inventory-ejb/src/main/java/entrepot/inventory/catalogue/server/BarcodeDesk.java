package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Gtin;
import entrepot.inventory.catalogue.ItemUnits;
import entrepot.inventory.catalogue.Ratio;
import entrepot.inventory.catalogue.ResolvedBarcode;
import entrepot.inventory.catalogue.ScannedCode;
import entrepot.inventory.catalogue.UnitOfMeasure;
import entrepot.inventory.gs1.GoodsCode;
import entrepot.inventory.ledger.Tracking;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
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

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    record Found(long itemId, String gtin, String sku, String name, String unit, String stockUnit, boolean active, Tracking tracking,
            boolean catchWeight) {}

    /**
     * @param scanned a GTIN in any form, or a SKU
     * @throws IllegalArgumentException for a GS1 code with something wrong in it
     */
    public Optional<ResolvedBarcode> resolve(String scanned) {
        Optional<GoodsCode> code = GoodsCode.read(scanned, companies.company().businessDate(clock.instant()));
        Optional<Gtin> gtin = code.isPresent() ? code.map(GoodsCode::gtin).map(Gtin::new) : new ScannedCode(scanned).gtin();
        return gtin.flatMap(this::byGtin).or(() -> bySku(scanned.strip())).map(found -> resolved(found, code));
    }

    private Optional<Found> byGtin(Gtin gtin) {
        return database.jdbi().withHandle(handle -> handle
                .select("SELECT i.id item_id, b.gtin, i.sku, i.name, COALESCE(b.unit_code, i.unit_code) unit, i.unit_code stock_unit,"
                        + " i.active, i.tracking, i.piece_size IS NOT NULL catch_weight FROM barcode b JOIN item i ON i.id = b.item_id WHERE b.gtin14 = ?", gtin.fourteen())
                .mapTo(Found.class)
                .findFirst());
    }

    private Optional<Found> bySku(String sku) {
        return database.jdbi().withHandle(handle -> handle
                .select("SELECT i.id item_id, NULL gtin, i.sku, i.name, i.unit_code unit, i.unit_code stock_unit, i.active, i.tracking,"
                        + " i.piece_size IS NOT NULL catch_weight FROM item i WHERE i.sku = ?", sku)
                .mapTo(Found.class)
                .findFirst());
    }

    private ResolvedBarcode resolved(Found found, Optional<GoodsCode> code) {
        Map<String, UnitOfMeasure> general = codes.units();
        var units = new ItemUnits(general.get(found.stockUnit()), general, own(found.itemId()));
        Ratio factor = units.factor(found.unit()).orElseThrow(() -> new IllegalStateException(
                "item " + found.sku() + " has a barcode " + found.gtin() + " for unit " + found.unit() + " it does not have"));
        String lot = code.map(one -> found.tracking() == Tracking.SERIAL ? one.serial() : found.tracking() == Tracking.LOT ? one.lot() : null)
                .orElse(null);
        return new ResolvedBarcode(found.gtin(), found.sku(), found.name(), found.unit(),
                quantity(found, factor, code), found.stockUnit(), found.active(),
                found.tracking(), lot, lot == null ? null : code.map(GoodsCode::expires).orElse(null),
                found.catchWeight() ? code.map(GoodsCode::count).orElse(1L) : null);
    }

    private static String quantity(Found found, Ratio factor, Optional<GoodsCode> code) {
        if (found.catchWeight()) {
            return code.flatMap(one -> measured(one, found.stockUnit())).orElse("0");
        }
        return code.flatMap(one -> said(one, factor, found.stockUnit())).orElse(factor.toString());
    }

    /** Where stock is kept in the unit it is measured in. */
    private static Optional<String> measured(GoodsCode code, String stockUnit) {
        return code.measure() == null || !code.measure().kind().unit().equalsIgnoreCase(stockUnit) ? Optional.empty()
                : Optional.of(code.measure().value().stripTrailingZeros().toPlainString());
    }

    /** How much the code itself says: a measure, or so many pieces. */
    private static Optional<String> said(GoodsCode code, Ratio factor, String stockUnit) {
        Optional<String> measured = measured(code, stockUnit);
        if (measured.isPresent()) {
            return measured;
        }
        return code.count() == null ? Optional.empty()
                : Optional.of(new Ratio(Math.multiplyExact(code.count(), factor.numerator()), factor.denominator()).toString());
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
