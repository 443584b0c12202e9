package entrepot.inventory.purchasing.server;

import entrepot.inventory.ledger.NamedLot;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Goods that came for an order.
 *
 * @param id        chosen by the client before its first try: the posting's id
 * @param reference the supplier's delivery note, or null: the order's number
 * @param place     of the order's site where they are put, or null: the order's location
 * @param reason    why they are put where nothing is for sale, or null
 * @param currency  in which its costs are said to be, or null: the order's
 * @param rate      of the order's currency, or null: the latest on or before the day
 */
public record NewReceipt(
        UUID id, UUID order, LocalDate businessDate, Instant at, String reference, String place, String reason,
        String currency, BigDecimal rate, List<Line> lines) {

    /**
     * @param line     of the order, from 0
     * @param unitCost what was asked in the end, or null: as agreed in the order
     * @param lots     which lots came; empty: of goods not kept by lot
     */
    public record Line(int line, Quantity quantity, BigDecimal unitCost, List<NamedLot> lots) {}

    public NewReceipt {
        lines = List.copyOf(lines);
    }
}
