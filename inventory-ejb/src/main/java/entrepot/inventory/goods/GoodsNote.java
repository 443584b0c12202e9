package entrepot.inventory.goods;

import entrepot.inventory.exchange.Exchange;
import entrepot.inventory.exchange.ForeignAmount;
import entrepot.inventory.ledger.NamedLot;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.ReturnCost;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A note of goods moved.
 *
 * @param id        chosen by the client before its first try
 * @param kind      OPENING, RECEIPT, SUPPLIER_RETURN, ISSUE, SCRAP, ADJUSTMENT or TRANSFER
 * @param location  code of the place the goods enter or leave
 * @param to        code of the place a transfer brings them to, else null
 * @param reason    why; asked for by scrap and adjustment
 * @param credit    at what cost a supplier takes goods back
 * @param exchange  of the currency its costs are in, or null: the book's own
 */
public record GoodsNote(
        UUID id,
        PostingKind kind,
        String location,
        String to,
        LocalDate businessDate,
        Instant at,
        String reference,
        String reason,
        String source,
        ReturnCost credit,
        List<Line> lines,
        Exchange exchange) {

    /**
     * @param quantity   positive; in an adjustment negative for what is missing
     * @param unitCost   major units, up to six decimals, where goods come in; or null
     * @param totalCost  of the line, instead of a unit cost; or null
     * @param returnOf   the receipt that goods go back to, or null
     * @param returnLine that receipt's line, from 0
     * @param lots       which lots it is of, adding up to the quantity; empty: of goods not kept by lot, or as the book chooses
     * @param place      code of another place than the note's, where goods come in; or null
     * @param pieces     of catch-weight goods, with the sign of the quantity, 0 of weight alone; null where nothing is said
     */
    public record Line(
            String sku, Quantity quantity, BigDecimal unitCost, Money totalCost, UUID returnOf, int returnLine,
            List<NamedLot> lots, String place, Long pieces) {
        public Line {
            lots = List.copyOf(lots);
        }

        /** Where the note is. */
        public Line(
                String sku, Quantity quantity, BigDecimal unitCost, Money totalCost, UUID returnOf, int returnLine, List<NamedLot> lots) {
            this(sku, quantity, unitCost, totalCost, returnOf, returnLine, lots, null, null);
        }

        /** Of all of it. @param currency of the unit cost */
        Money cost(Currency currency) {
            return totalCost != null ? totalCost : Money.worth(quantity, unitCost, currency);
        }

        /** Of goods that name no lot. */
        public Line(String sku, Quantity quantity, BigDecimal unitCost, Money totalCost, UUID returnOf, int returnLine) {
            this(sku, quantity, unitCost, totalCost, returnOf, returnLine, List.of());
        }
    }

    public GoodsNote {
        lines = List.copyOf(lines);
    }

    /** Of one in the book's own currency. */
    public GoodsNote(UUID id, PostingKind kind, String location, String to, LocalDate businessDate, Instant at, String reference,
            String reason, String source, ReturnCost credit, List<Line> lines) {
        this(id, kind, location, to, businessDate, at, reference, reason, source, credit, lines, null);
    }

    /** What is said in another currency, line by line. */
    public List<ForeignAmount> foreign() {
        return exchange == null ? List.of() : IntStream.range(0, lines.size())
                .mapToObj(line -> new ForeignAmount(line, exchange, lines.get(line).unitCost(), lines.get(line).cost(exchange.of())))
                .toList();
    }
}
