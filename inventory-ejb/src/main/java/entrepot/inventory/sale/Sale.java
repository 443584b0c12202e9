package entrepot.inventory.sale;

import entrepot.inventory.ledger.NamedLot;
import entrepot.inventory.ledger.Reserved;
import entrepot.inventory.ledger.UnmatchedCost;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A basket sold, or brought back.
 *
 * @param id           chosen by the till before its first try
 * @param kind         whether goods go to the customer or come from him
 * @param channel      where it was sold: POS, WEB, WHOLESALE, IMPORT…
 * @param customer     code, or null at the till
 * @param location     code of the place the stock leaves or enters
 * @param businessDate the day it counts for
 * @param at           when it happened, UTC
 * @param taxIncluded  prices and discounts contain the tax
 * @param unmatched    what a unit is worth that comes back without naming its sale
 * @param tenders      how it is paid; empty: on the customer's account, or in cash where there is no customer
 */
public record Sale(
        UUID id,
        Kind kind,
        String channel,
        String customer,
        String location,
        LocalDate businessDate,
        Instant at,
        String reference,
        String reason,
        String source,
        boolean taxIncluded,
        UnmatchedCost unmatched,
        List<Line> lines,
        List<Tender> tenders) {

    public enum Kind { SALE, RETURN }

    /**
     * @param quantity  positive, sold or brought back
     * @param unitPrice major units, up to six decimals; null on a return to a known sale: the price of then
     * @param discount  of the whole line, zero or more
     * @param taxCode   null: the item's own
     * @param returnOf  the sale it was sold with, or null
     * @param returnLine that sale's line, from 0
     * @param reserved   the line of a reservation that it takes, or null
     * @param lots       which lots it is of, adding up to the quantity; empty: of goods not kept by lot, or as the book chooses
     * @param parts      of a kit: which lots its parts are of; those that are left out are as the book chooses
     * @param pieces     of catch-weight goods; null where nothing is said
     */
    public record Line(
            String sku, Quantity quantity, BigDecimal unitPrice, Money discount, String taxCode, UUID returnOf, int returnLine,
            Reserved.Line reserved, List<NamedLot> lots, List<Part> parts, Long pieces) {

        public Line {
            lots = List.copyOf(lots);
            parts = List.copyOf(parts);
        }

        public Line(String sku, Quantity quantity, BigDecimal unitPrice, Money discount, String taxCode, UUID returnOf, int returnLine,
                Reserved.Line reserved, List<NamedLot> lots) {
            this(sku, quantity, unitPrice, discount, taxCode, returnOf, returnLine, reserved, lots, List.of(), null);
        }

        public Line(String sku, Quantity quantity, BigDecimal unitPrice, Money discount, String taxCode, UUID returnOf, int returnLine) {
            this(sku, quantity, unitPrice, discount, taxCode, returnOf, returnLine, null, List.of());
        }
    }

    /** A part of a kit whose lots are named. */
    public record Part(String sku, List<NamedLot> lots) {
        public Part {
            lots = List.copyOf(lots);
        }
    }

    /** @param kind CASH, CARD or ACCOUNT; @param amount null where it is the only tender: all of it */
    public record Tender(TenderKind kind, Money amount) {}

    public enum TenderKind { CASH, CARD, ACCOUNT }

    public Sale {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
    }

    Sale with(List<Line> others) {
        return new Sale(id, kind, channel, customer, location, businessDate, at, reference, reason, source, taxIncluded, unmatched, others, tenders);
    }

    public boolean isReturn() {
        return kind == Kind.RETURN;
    }
}
