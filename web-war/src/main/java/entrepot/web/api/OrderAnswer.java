package entrepot.web.api;

import entrepot.inventory.purchasing.server.OrderBoard;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * A purchase order, as a client reads it.
 *
 * @param cost     of all that is ordered, as agreed
 * @param customer to whom the supplier ships it
 * @param late     expected before today and not all there
 * @param lines    left out in a list
 * @param receipts left out in a list, and so is what came otherwise than noted
 */
record OrderAnswer(
        UUID id, String number, String supplier, String supplierName, String location, String status, LocalDate orderedOn,
        LocalDate expectedOn, String note, String customer, String madeBy, Instant madeAt, int version, int lineCount, BigDecimal cost, String currency,
        boolean late, List<Line> lines, List<Arrived> receipts, List<OrderBoard.Discrepancy> discrepancies) {

    record Line(
            int line, String sku, String name, String unit, BigDecimal ordered, BigDecimal received, BigDecimal unitCost, Long suggestion,
            BigDecimal salePrice) {}

    /** @param days from order to receipt */
    record Arrived(UUID posting, int line, BigDecimal quantity, LocalDate on, Integer days) {}

    static OrderAnswer of(OrderBoard.Order order) {
        return of(order, null, null, null);
    }

    static OrderAnswer of(OrderBoard.Detail detail) {
        return of(detail.order(),
                detail.lines().stream()
                        .map(line -> new Line(line.number(), line.sku(), line.name(), line.unit(), line.ordered().decimal(),
                                line.received().decimal(), line.unitCost(), line.proposal(), line.salePrice()))
                        .toList(),
                detail.receipts().stream()
                        .map(came -> new Arrived(came.posting(), came.line(), came.quantity().decimal(), came.on(), came.days()))
                        .toList(), detail.discrepancies());
    }

    private static OrderAnswer of(OrderBoard.Order order, List<Line> lines, List<Arrived> receipts,
            List<OrderBoard.Discrepancy> discrepancies) {
        return new OrderAnswer(order.id(), order.number(), order.supplier(), order.supplierName(), order.location(),
                order.status().name(), order.orderedOn(), order.expectedOn(), order.note(), order.customer(), order.madeBy(),
                order.madeAt().toInstant(ZoneOffset.UTC), order.version(), order.lines(), order.cost().decimal(),
                order.cost().currency().getCurrencyCode(), order.late(), lines, receipts, discrepancies);
    }
}
