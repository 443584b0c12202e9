package entrepot.inventory.stock.server;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.Figures;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All there is to know of one item: what it is, what of it is on its way. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class ItemFile {

    @Inject
    private Figures figures;

    @Resource
    private SessionContext context;

    /**
     * @param purchaseCost and value: null for those who may not see costs
     * @param pieceSize of catch-weight goods what one piece is, in stock units; else null, likewise its tolerance and all pieces on hand
     */
    public record Card(
            long id, String sku, String name, String unit, String category, String supplierCode, String supplier, String costing,
            BigDecimal purchaseCost, BigDecimal weight, BigDecimal volume, Quantity pack, Quantity minimumOrder, boolean active, String barcodes, Quantity onHand,
            Money value, Quantity pieceSize, BigDecimal pieceTolerance, Long pieces) {

        private Card withoutCosts() {
            return new Card(id, sku, name, unit, category, supplierCode, supplier, costing, null, weight, volume, pack, minimumOrder, active,
                    barcodes, onHand, null, pieceSize, pieceTolerance, pieces);
        }
    }

    /** On what systems disagree: how this item is costed. Names of the enums of the valuation. */
    public record Costing(String averagePeriod, String lateCost, boolean belowZero) {}

    public Costing costing(long item) {
        return list(Costing.class, "SELECT COALESCE(i.average_period, o.average_period, c.average_period) average_period,"
                + " COALESCE(o.late_cost, c.late_cost) late_cost, COALESCE(o.below_zero, c.below_zero) below_zero FROM item i"
                + " JOIN cost_policy c ON c.category_id = 0 LEFT JOIN cost_policy o ON o.category_id = i.category_id"
                + " WHERE i.id = ?", item).get(0);
    }

    public record Order(
            UUID id, String number, String status, String supplier, String location, LocalDate expectedOn, Quantity ordered, Quantity received) {}

    /** What a buyer may still order or dismiss. */
    public record Proposal(String location, Quantity quantity, Quantity suggested, String status) {}

    public Optional<Card> find(String sku) {
        return figures.read(handle -> handle
                .createQuery("SELECT i.id, i.sku, i.name, i.unit_code unit, c.name category, s.code supplier_code, s.name supplier,"
                        + " i.costing, i.purchase_cost, i.weight, i.volume, i.pack, i.minimum_order, i.active,"
                        + " (SELECT GROUP_CONCAT(gtin ORDER BY gtin SEPARATOR ' ') FROM barcode b WHERE b.item_id = i.id) barcodes,"
                        + " (SELECT COALESCE(SUM(on_hand), 0) FROM cost_pool p WHERE p.item_id = i.id) on_hand,"
                        + " (SELECT COALESCE(SUM(value), 0) FROM cost_pool p WHERE p.item_id = i.id) value, i.piece_size, i.piece_tolerance,"
                        + " IF(i.piece_size IS NULL, NULL, (SELECT COALESCE(SUM(n.pieces), 0) FROM piece_stock n WHERE n.item_id = i.id)) pieces"
                        + " FROM item i LEFT JOIN category c ON c.id = i.category_id LEFT JOIN supplier s ON s.id = i.supplier_id"
                        + " WHERE i.sku = ?")
                .bind(0, sku)
                .mapTo(Card.class)
                .findOne())
                .map(card -> StockReport.SEE_COSTS.stream().anyMatch(context::isCallerInRole) ? card : card.withoutCosts());
    }

    public List<Order> openOrders(long item) {
        return list(Order.class, "SELECT o.id, o.number, o.status, s.name supplier, l.code location, o.expected_on,"
                + " SUM(n.ordered) ordered, SUM(n.received) received FROM purchase_order_line n"
                + " JOIN purchase_order o ON o.id = n.order_id JOIN supplier s ON s.id = o.supplier_id"
                + " JOIN location l ON l.id = o.location_id"
                + " WHERE n.item_id = ? AND o.status IN ('DRAFT', 'ORDERED', 'PARTIAL')"
                + " GROUP BY o.id, o.number, o.status, s.name, l.code, o.expected_on ORDER BY o.expected_on, o.number", item);
    }

    public List<Proposal> openProposals(long item) {
        return list(Proposal.class, "SELECT l.code location, p.quantity, p.suggested, p.status FROM proposal p"
                + " JOIN location l ON l.id = p.location_id WHERE p.item_id = ? AND p.live = 1 ORDER BY l.code", item);
    }

    private <T> List<T> list(Class<T> row, String sql, long item) {
        return figures.read(handle -> handle.createQuery(sql).bind(0, item).mapTo(row).list());
    }
}
