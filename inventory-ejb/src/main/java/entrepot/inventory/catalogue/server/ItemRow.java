package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Gtin;
import entrepot.inventory.catalogue.ItemCard;
import entrepot.inventory.catalogue.ItemEntry;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Ratio;
import entrepot.kernel.Quantity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

@Entity
@Table(name = "item")
public class ItemRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entrepot_id")
    @SequenceGenerator(name = "entrepot_id", sequenceName = "entrepot_id", allocationSize = 1000)
    private long id;

    @Column(nullable = false, updatable = false)
    private String sku;

    @Column(nullable = false)
    private String name;

    @Column(name = "unit_code", nullable = false)
    private String unit;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "category_id")
    private CategoryRow category;

    @Column(nullable = false)
    private String costing;

    @Column(nullable = false)
    private String tracking;

    @Column(nullable = false)
    private boolean perishable;

    @Column(name = "tax_code")
    private String taxCode;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "supplier_id")
    private SupplierRow supplier;

    @Column(name = "purchase_cost", precision = 20, scale = 6)
    private BigDecimal purchaseCost;

    @Column(precision = 20, scale = 6)
    private BigDecimal weight;

    @Column(precision = 20, scale = 6)
    private BigDecimal volume;

    @Column(name = "piece_size")
    private Long pieceSize;

    @Column(name = "piece_tolerance", precision = 7, scale = 6)
    private BigDecimal pieceTolerance;

    @Column(nullable = false)
    private long pack;

    @Column(name = "minimum_order", nullable = false)
    private long minimumOrder;

    @Column(name = "service_level", precision = 7, scale = 6)
    private BigDecimal serviceLevel;

    @Column(nullable = false)
    private boolean active;

    @Version
    @Column(nullable = false)
    private int version;

    // Lists without order: a change writes them anew, which a null unit would forbid to a set.
    @ElementCollection
    @CollectionTable(name = "barcode", joinColumns = @JoinColumn(name = "item_id"))
    private List<BarcodePart> barcodes = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "item_unit", joinColumns = @JoinColumn(name = "item_id"))
    private List<UnitPart> units = new ArrayList<>();

    @Embeddable
    public static class BarcodePart {
        @Column(nullable = false)
        private String gtin;

        @Column(name = "unit_code")
        private String unit;
    }

    @Embeddable
    public static class UnitPart {
        @Column(name = "unit_code", nullable = false)
        private String unit;

        @Column(nullable = false)
        private long numerator;

        @Column(nullable = false)
        private long denominator;
    }

    /** @param itsCategory the row of the card's category, or null; likewise its supplier's */
    void take(ItemCard card, CategoryRow itsCategory, SupplierRow itsSupplier) {
        if (sku == null) {
            sku = card.sku().code();
        }
        name = card.name();
        unit = card.unit();
        category = itsCategory;
        costing = card.costing().name();
        tracking = card.tracking().name();
        perishable = card.perishable();
        taxCode = card.taxCode();
        supplier = itsSupplier;
        purchaseCost = sixDecimals(card.purchaseCost());
        weight = sixDecimals(card.weight());
        volume = sixDecimals(card.volume());
        pieceSize = card.pieces() == null ? null : Long.valueOf(card.pieces().nominal().millionths());
        pieceTolerance = card.pieces() == null ? null : sixDecimals(card.pieces().tolerance());
        pack = card.pack().millionths();
        minimumOrder = card.minimumOrder().millionths();
        serviceLevel = sixDecimals(card.serviceLevel());
        active = card.active();
        takeBarcodes(card.barcodes());
        takeUnits(card);
    }

    private void takeBarcodes(List<ItemCard.Barcode> wanted) {
        List<ItemEntry.Barcode> as = wanted.stream()
                .map(barcode -> new ItemEntry.Barcode(barcode.gtin().digits(), barcode.unit()))
                .sorted(Comparator.comparing(ItemEntry.Barcode::gtin))
                .toList();
        if (!as.equals(barcodeEntries())) {
            barcodes.clear();
            as.forEach(entry -> {
                var part = new BarcodePart();
                part.gtin = entry.gtin();
                part.unit = entry.unit();
                barcodes.add(part);
            });
        }
    }

    private void takeUnits(ItemCard card) {
        List<ItemEntry.Factor> wanted = card.units().entrySet().stream()
                .map(own -> new ItemEntry.Factor(own.getKey(), own.getValue().toString()))
                .sorted(Comparator.comparing(ItemEntry.Factor::unit))
                .toList();
        if (!wanted.equals(unitEntries())) {
            units.clear();
            card.units().forEach((code, factor) -> {
                var part = new UnitPart();
                part.unit = code;
                part.numerator = factor.numerator();
                part.denominator = factor.denominator();
                units.add(part);
            });
        }
    }

    private List<ItemEntry.Barcode> barcodeEntries() {
        return barcodes.stream()
                .map(part -> new ItemEntry.Barcode(part.gtin, part.unit))
                .sorted(Comparator.comparing(ItemEntry.Barcode::gtin))
                .toList();
    }

    private List<ItemEntry.Factor> unitEntries() {
        return units.stream()
                .map(part -> new ItemEntry.Factor(part.unit, new Ratio(part.numerator, part.denominator).toString()))
                .sorted(Comparator.comparing(ItemEntry.Factor::unit))
                .toList();
    }

    /** @param currency of the purchase cost */
    ItemEntry entry(String currency) {
        return new ItemEntry(sku, name, unit, category == null ? null : category.code(), costing, taxCode,
                supplier == null ? null : supplier.code(), plain(purchaseCost), currency, new Quantity(pack).toString(),
                new Quantity(minimumOrder).toString(), plain(serviceLevel), active, barcodeEntries(), unitEntries(), tracking,
                perishable, plain(weight), plain(volume), pieceSize == null ? null : new Quantity(pieceSize).toString(),
                plain(pieceTolerance));
    }

    Kept<ItemEntry> kept(String currency) {
        return new Kept<>(version, entry(currency));
    }

    boolean hasBarcode(Gtin gtin) {
        return barcodes.stream().anyMatch(part -> new Gtin(part.gtin).sameAs(gtin));
    }

    private static BigDecimal sixDecimals(BigDecimal number) {
        return number == null ? null : number.setScale(6);
    }

    private static String plain(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    public long id() {
        return id;
    }

    public String sku() {
        return sku;
    }

    public int version() {
        return version;
    }

    String unit() {
        return unit;
    }

    String costing() {
        return costing;
    }

    String tracking() {
        return tracking;
    }

    boolean perishable() {
        return perishable;
    }

    boolean isCatchWeight() {
        return pieceSize != null;
    }

    boolean active() {
        return active;
    }

    /** 0 where it has none. */
    long categoryId() {
        return category == null ? 0 : category.id();
    }
}
