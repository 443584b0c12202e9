package entrepot.inventory.sale.server;

import entrepot.inventory.ledger.PostingKind;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** A sale or return as it was posted; a return has its quantities and amounts with the other sign. */
public record SaleView(Head head, List<Line> lines, List<Tender> tenders, List<Kit> kits) {

    /**
     * @param effectiveAt when it happened, UTC
     * @param customer    code, or null
     * @param cost        what left stock less what came back; null for those who may not see costs
     * @param reversedBy  the posting that undid it, or null
     */
    public record Head(
            UUID id, long seq, PostingKind kind, LocalDate businessDate, LocalDateTime effectiveAt, String channel,
            String customer, String reference, String actor, Money net, Money discount, Money tax, Money total, Money cost,
            UUID reversedBy) {

        /** What to give as the place to go on after. */
        public String key() {
            return businessDate + "~" + seq;
        }

        Head withoutCost() {
            return new Head(id, seq, kind, businessDate, effectiveAt, channel, customer, reference, actor, net, discount, tax,
                    total, null, reversedBy);
        }
    }

    /**
     * A line of the sale, or the part of it that is of one lot.
     *
     * @param returned how much of it came back since
     * @param lot      or null
     * @param pieces   of catch-weight goods, those that came back taken off; else null
     */
    public record Line(
            int line, long movement, String sku, String name, String unit, String location, Quantity quantity,
            BigDecimal unitPrice, Money gross, Money discount, Money net, Money tax, String taxCode, Money cost,
            Quantity returned, String lot, Long pieces) {

        /** What tells it from the others of the sale. */
        public String field() {
            return lot == null ? String.valueOf(line) : line + "." + movement;
        }

        Line withoutCost() {
            return new Line(line, movement, sku, name, unit, location, quantity, unitPrice, gross, discount, net, tax, taxCode,
                    null, returned, lot, pieces);
        }
    }

    /** What was sold as one. @param line of its first part; @param lines of all its parts; @param net what they were sold for */
    public record Kit(int line, String sku, String name, Quantity quantity, BigDecimal unitPrice, Money net, String lines) {}

    public record Tender(String kind, Money amount) {}

    SaleView withoutCost() {
        return new SaleView(head.withoutCost(), lines.stream().map(Line::withoutCost).toList(), tenders, kits);
    }
}
