package entrepot.inventory.consign;

import entrepot.inventory.ledger.NamedLot;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Goods of a supplier come, go back, or become ours.
 *
 * @param supplier code; @param location code of the place where they lie
 */
public record ConsignmentNote(
        UUID id, Kind kind, String supplier, String location, LocalDate businessDate, Instant at, String reference, List<Line> lines) {

    public enum Kind { ARRIVED, RETURNED, TAKEN }

    /** @param unitCost what will be owed for a unit, where goods come; else null */
    public record Line(String sku, Quantity quantity, BigDecimal unitCost, List<NamedLot> lots) {
        public Line {
            lots = List.copyOf(lots);
        }
    }

    public ConsignmentNote {
        lines = List.copyOf(lines);
    }
}
