package entrepot.inventory.journal.server;

import entrepot.inventory.ledger.PostingKind;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** A posting with everything it did. */
public record PostingView(Head head, List<Movement> movements, List<Value> values, List<JournalRow> journal, List<Foreign> foreign) {

    /**
     * @param effectiveAt when it happened, UTC
     * @param recordedAt  when it reached the book, UTC
     * @param reverses    the posting it undoes, or null
     * @param reversedBy  the posting that undid it, or null
     * @param seal        its number in the audit chain, or null for the moment before it is sealed
     */
    public record Head(
            UUID id, long seq, PostingKind kind, LocalDate businessDate, LocalDateTime effectiveAt, LocalDateTime recordedAt,
            String actor, String reference, String reason, String source, UUID reverses, UUID reversedBy, Long seal) {}

    /**
     * @param quantity  negative when stock leaves
     * @param value     all that the movement is worth today, restatements included
     * @param returnOf  the posting it returns to, or null
     * @param pieces    of catch-weight goods, with their sign; else null
     */
    public record Movement(
            long movement, int line, String sku, String name, String unit, String location, Quantity quantity, Money value,
            UUID returnOf, Long pieces) {}

    /**
     * @param ofPosting the posting of the movement: this one, or an earlier one whose value this one changed
     * @param forDate   the closed day it is of, where it was booked later for that; or null
     */
    public record Value(
            long movement, String kind, Money amount, LocalDate businessDate, LocalDate forDate, UUID ofPosting, PostingKind ofKind,
            String sku) {}

    /**
     * What a line of its document says in another currency.
     *
     * @param line   from 0, or -1: all of it
     * @param rate   of the company's currency for one of this one
     */
    public record Foreign(int line, String currency, BigDecimal rate, BigDecimal unitPrice, Money amount) {}

    /** Where a movement stands in the book. */
    public record Place(
            long movement, UUID posting, PostingKind kind, String reference, LocalDate businessDate, String sku, String location) {}
}
