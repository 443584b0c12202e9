package entrepot.inventory.purchasing.server;

import entrepot.inventory.ledger.NamedLot;
import entrepot.inventory.ledger.Refusal;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * @param wasCounted whether goods that came before a count were there when it was counted; else that is asked
 */
public record NewReceipt(
        UUID id, UUID order, LocalDate businessDate, Instant at, String reference, String place, String reason,
        String currency, BigDecimal rate, boolean wasCounted, List<Line> lines) {

    /**
     * @param line     of the order, from 0
     * @param unitCost what was asked in the end, or null: as agreed in the order
     * @param quantity fit for stock
     * @param lots     which lots came; empty: of goods not kept by lot
     * @param noted    what the delivery note says beyond that, or null: nothing else
     * @param pieces   of catch-weight goods; null where nothing is said
     */
    public record Line(int line, Quantity quantity, BigDecimal unitCost, List<NamedLot> lots, Noted noted, Long pieces) {

        /** As the delivery note says. */
        public Line(int line, Quantity quantity, BigDecimal unitCost, List<NamedLot> lots) {
            this(line, quantity, unitCost, lots, null, null);
        }
    }

    /**
     * What did not come as the delivery note says.
     *
     * @param delivered by the note
     * @param damaged   of it
     * @param kept      whether what is damaged is kept and paid for; else it goes back and was never ours
     * @param lots      of what is damaged and kept
     * @param reason    or null
     * @param pieces    of what is damaged and kept, of catch-weight goods; null where nothing is said
     */
    public record Noted(Quantity delivered, Quantity damaged, boolean kept, List<NamedLot> lots, String reason, Long pieces) {}

    public NewReceipt {
        lines = List.copyOf(lines);
    }

    /** What is put at one place of one line. @param asked its place in {@code lines}; @param damaged whether it lies apart */
    record Part(int asked, int line, Quantity quantity, BigDecimal unitCost, List<NamedLot> lots, boolean damaged, Long pieces) {

        private Refusal ofLine(Refusal refusal) {
            boolean ofDamaged = damaged && refusal.where() != null;
            return new Refusal(asked, refusal.code(), refusal.detail(),
                    ofDamaged ? refusal.where().replaceFirst("^lots", "damagedLots").replaceFirst("^quantity$", "damaged")
                            .replaceFirst("^pieces$", "damagedPieces") : refusal.where());
        }
    }

    /** What the ledger says of the goods, said of the lines of the delivery. */
    List<Refusal> ofLines(List<Refusal> refusals) {
        List<Part> parts = parts();
        return refusals.stream().map(refusal -> refusal.line() < 0 ? refusal : parts.get(refusal.line()).ofLine(refusal)).toList();
    }

    /** What comes into stock. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (int asked = 0; asked < lines.size(); asked++) {
            Line line = lines.get(asked);
            if (line.quantity().isPositive()) {
                parts.add(new Part(asked, line.line(), line.quantity(), line.unitCost(), line.lots(), false, line.pieces()));
            }
            if (line.noted() != null && line.noted().kept() && line.noted().damaged().isPositive()) {
                parts.add(new Part(asked, line.line(), line.noted().damaged(), line.unitCost(), line.noted().lots(), true, line.noted().pieces()));
            }
        }
        return parts;
    }
}
