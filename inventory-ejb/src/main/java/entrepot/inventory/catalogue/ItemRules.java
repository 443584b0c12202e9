package entrepot.inventory.catalogue;

import entrepot.inventory.ledger.PieceSize;
import entrepot.inventory.ledger.Tracking;
import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.Quantity;
import entrepot.kernel.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an item must be. Reads an entry into a card, or says all that is wrong with it. */
public final class ItemRules {

    private static final BigDecimal MILLIONTH = new BigDecimal("0.000001");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int MOST_BARCODES = 50;

    private final KnownCodes known;

    public ItemRules(KnownCodes known) {
        this.known = known;
    }

    /**
     * @param held the item as it is, or null for a new one: it may keep what is out of use
     * @return a card, to be used only where no flaw was added
     */
    public ItemCard read(ItemEntry entry, ItemEntry held, Flaws flaws) {
        UnitOfMeasure unit = unit(entry.unit(), held, flaws);
        Map<String, Ratio> own = own(entry.units(), unit, flaws);
        currency(entry, flaws);
        CostFlow costing = costing(entry, held, flaws);
        Tracking tracking = tracking(entry, held, costing, flaws);
        return new ItemCard(
                sku(entry.sku(), flaws),
                flaws.name("name", entry.name(), 200),
                entry.unit(),
                known("category", entry.category(), held == null ? null : held.category(), known.categories(), flaws),
                costing,
                known("taxCode", entry.taxCode(), held == null ? null : held.taxCode(), known.taxCodes(), flaws),
                known("supplier", entry.supplier(), held == null ? null : held.supplier(), known.suppliers(), flaws),
                flaws.decimal("purchaseCost", entry.purchaseCost(), 6, BigDecimal.ZERO),
                quantity("pack", entry.pack(), MILLIONTH, Quantity.units(1), flaws),
                quantity("minimumOrder", entry.minimumOrder(), BigDecimal.ZERO, Quantity.ZERO, flaws),
                serviceLevel(entry.serviceLevel(), flaws),
                entry.active(),
                barcodes(entry.barcodes(), unit == null ? null : new ItemUnits(unit, known.units(), own), flaws),
                own,
                tracking,
                perishable(entry, held, tracking, flaws),
                flaws.decimal("weight", entry.weight(), 6, MILLIONTH),
                flaws.decimal("volume", entry.volume(), 6, MILLIONTH),
                pieces(entry, held, tracking, flaws));
    }

    private static PieceSize pieces(ItemEntry entry, ItemEntry held, Tracking tracking, Flaws flaws) {
        BigDecimal size = flaws.decimal("pieceSize", entry.pieceSize() != null || held == null ? entry.pieceSize() : held.pieceSize(), 6, BigDecimal.ZERO);
        String share = entry.pieceTolerance() != null || held == null ? entry.pieceTolerance() : held.pieceTolerance();
        if (size == null || size.signum() == 0) {
            return size == null && entry.pieceTolerance() != null ? flaws.add("pieceSize", "missing", "a tolerance is of catch-weight goods: say what one piece is") : null;
        }
        if (tracking == Tracking.SERIAL) {
            flaws.add("pieceSize", "serial", "a serial number is one stock unit: catch-weight goods are kept by lot or by none");
        }
        BigDecimal tolerance = flaws.decimal("pieceTolerance", share, 6, BigDecimal.ZERO);
        if (tolerance == null || tolerance.compareTo(BigDecimal.ONE) >= 0) {
            return flaws.add("pieceTolerance", tolerance == null ? "missing" : "range",
                    "must be 0 or more and below 1, e.g. 0.1 where a piece may weigh a tenth more or less" + (tolerance == null ? "" : ", is " + share));
        }
        return new PieceSize(Quantity.of(size), tolerance);
    }

    /** What an item is costed by already, it may keep. */
    private CostFlow costing(ItemEntry entry, ItemEntry held, Flaws flaws) {
        CostFlow costing = flaws.oneOf("costing", entry.costing(), CostFlow.class);
        boolean kept = held != null && held.costing().equals(entry.costing());
        if (costing != null && !kept && !known.framework().allows(costing)) {
            flaws.add("costing", "not-allowed", known.framework() + " does not allow " + costing);
        }
        return costing;
    }

    private static Tracking tracking(ItemEntry entry, ItemEntry held, CostFlow costing, Flaws flaws) {
        String asked = entry.tracking() != null ? entry.tracking() : held == null || held.tracking() == null ? Tracking.NONE.name() : held.tracking();
        Tracking tracking = flaws.oneOf("tracking", asked, Tracking.class);
        if (costing == CostFlow.SPECIFIC && tracking == Tracking.NONE) {
            flaws.add("tracking", "needs-lots", "costing SPECIFIC values each lot or piece by itself: tracking must be LOT or SERIAL");
        }
        return tracking;
    }

    private static boolean perishable(ItemEntry entry, ItemEntry held, Tracking tracking, Flaws flaws) {
        boolean perishable = entry.perishable() != null ? entry.perishable() : held != null && Boolean.TRUE.equals(held.perishable());
        if (perishable && tracking == Tracking.NONE) {
            flaws.add("perishable", "needs-lots", "a last day belongs to a lot or a piece: tracking must be LOT or SERIAL");
        }
        return perishable;
    }

    private static Sku sku(String code, Flaws flaws) {
        if (code == null || code.isBlank()) {
            return flaws.add("sku", "missing", "is required");
        }
        if (!code.matches("[A-Z0-9-]{1,32}")) {
            return flaws.add("sku", "characters", Flaws.quoted(code) + " must be 1 to 32 of A-Z, 0-9 and '-'");
        }
        return new Sku(code);
    }

    private UnitOfMeasure unit(String code, ItemEntry held, Flaws flaws) {
        if (code == null || code.isBlank()) {
            return flaws.add("unit", "missing", "is required");
        }
        return known("unit", code, held == null ? null : held.unit(), known.units(), flaws) == null ? null : known.units().get(code);
    }

    private String known(String field, String code, String held, Map<String, ?> codes, Flaws flaws) {
        if (code == null || code.isBlank()) {
            return null;
        }
        if (!codes.containsKey(code)) {
            return flaws.add(field, "unknown", "no " + field + " " + Flaws.quoted(code));
        }
        return code.equals(held) || !known.isRetired(field, code) ? code : flaws.add(field, "retired", field + " " + code + " is out of use");
    }

    private void currency(ItemEntry entry, Flaws flaws) {
        if (entry.currency() != null && !entry.currency().equals(known.currency().getCurrencyCode())) {
            flaws.add("currency", "wrong-currency", "must be " + known.currency() + ", is " + Flaws.quoted(entry.currency()));
        }
    }

    private static Quantity quantity(String field, String value, BigDecimal least, Quantity otherwise, Flaws flaws) {
        BigDecimal units = flaws.decimal(field, value, 6, least);
        return units == null ? otherwise : Quantity.of(units);
    }

    private static BigDecimal serviceLevel(String value, Flaws flaws) {
        BigDecimal share = flaws.decimal("serviceLevel", value, 6, BigDecimal.ZERO);
        return share == null || share.compareTo(HALF) > 0 && share.compareTo(BigDecimal.ONE) < 0
                ? share
                : flaws.add("serviceLevel", "range", "must be above 0.5 and below 1, e.g. 0.95, is " + value);
    }

    private Map<String, Ratio> own(List<ItemEntry.Factor> factors, UnitOfMeasure stock, Flaws flaws) {
        Map<String, Ratio> own = new LinkedHashMap<>();
        for (int number = 0; number < factors.size(); number++) {
            String field = "units/" + number;
            if (factors.get(number) == null) {
                flaws.add(field, "missing", "must not be null");
                continue;
            }
            String unit = flaws.code(field + "/unit", factors.get(number).unit(), 16);
            Ratio factor = Unit.ratio(flaws, field + "/factor", factors.get(number).factor());
            if (unit == null || factor == null) {
                continue;
            }
            if (own.put(unit, factor) != null) {
                flaws.add(field + "/unit", "doubled", "unit " + unit + " is there twice");
            }
            agrees(field, unit, factor, stock, flaws);
        }
        return own;
    }

    /** A dozen is twelve for every item: an own factor may not say otherwise. */
    private void agrees(String field, String unit, Ratio factor, UnitOfMeasure stock, Flaws flaws) {
        if (stock == null) {
            return;
        }
        new ItemUnits(stock, known.units(), Map.of()).generalFactor(unit)
                .filter(general -> !general.equals(factor))
                .ifPresent(general -> flaws.add(field + "/factor", "contradicts-unit",
                        "one " + unit + " is " + general + " " + stock.code() + " for every item, not " + factor));
    }

    private static List<ItemCard.Barcode> barcodes(List<ItemEntry.Barcode> entries, ItemUnits units, Flaws flaws) {
        if (entries.size() > MOST_BARCODES) {
            flaws.add("barcodes", "too-many", "may be " + MOST_BARCODES + " at most, are " + entries.size());
            return List.of();
        }
        Set<String> seen = new HashSet<>();
        var barcodes = new ArrayList<ItemCard.Barcode>();
        for (int number = 0; number < entries.size(); number++) {
            String field = "barcodes/" + number;
            if (entries.get(number) == null) {
                flaws.add(field, "missing", "must not be null");
                continue;
            }
            Gtin gtin = gtin(field + "/gtin", entries.get(number).gtin(), flaws);
            String unit = entries.get(number).unit();
            if (unit != null && units != null && units.factor(unit).isEmpty()) {
                flaws.add(field + "/unit", "unknown", "the item has no unit " + Flaws.quoted(unit));
            }
            if (gtin != null && !seen.add(gtin.fourteen())) {
                flaws.add(field + "/gtin", "doubled", "GTIN " + gtin + " is there twice");
            }
            barcodes.add(new ItemCard.Barcode(gtin, unit));
        }
        return barcodes;
    }

    private static Gtin gtin(String field, String digits, Flaws flaws) {
        if (digits == null) {
            return flaws.add(field, "missing", "is required");
        }
        try {
            return new Gtin(digits);
        } catch (IllegalArgumentException wrong) {
            return flaws.add(field, "gtin", wrong.getMessage().length() > 120 ? "must have 8, 12, 13 or 14 digits" : wrong.getMessage());
        }
    }
}
