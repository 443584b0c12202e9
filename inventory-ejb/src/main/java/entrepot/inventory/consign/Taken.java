package entrepot.inventory.consign;

import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.Lot;
import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.Posted;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.StockLine;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is taken of a supplier's goods: a receipt, which is owed, and so much less in his register, or neither. */
public record Taken(
        UUID id, long supplier, String code, LocalDate day, Instant at, String reference, List<Line> lines) {

    /** What there must be so much of. */
    public static final String LESS = "UPDATE consigned_stock SET on_hand = on_hand - ? WHERE supplier_id = ? AND item_id = ? AND location_id = ?"
            + " AND lot_id = ? AND on_hand >= ?";

    /** @param lot or null: not kept by lot */
    public record Line(ItemId item, LocationId location, Lot lot, Quantity quantity, BigDecimal unitCost) {

        public long lotId() {
            return lot == null ? 0 : lot.id();
        }

        /** For {@link TheirsAgain#MORE}. */
        public List<Object> more(long supplier) {
            return List.of(quantity.millionths(), supplier, item.value(), location.value(), lotId());
        }

        /** For {@link #LESS}. */
        public List<Object> less(long supplier) {
            long gone = quantity.millionths();
            return List.of(gone, supplier, item.value(), location.value(), lotId(), gone);
        }
    }

    public Taken {
        lines = List.copyOf(lines);
    }

    /** @param ids of the log */
    public Command command(String content, Currency currency, LongSupplier ids) {
        List<StockLine> stock = lines.stream().map(line -> (StockLine) new StockLine.Receive(line.item(), line.location(), line.quantity(),
                Money.worth(line.quantity(), line.unitCost(), currency), AccountRole.RECEIVED_NOT_INVOICED)).toList();
        var request = new PostingRequest(id, PostingKind.RECEIPT, day, at, reference, null, PostingRequest.OF_CONSIGNMENT + code, null, stock,
                List.of(), lots());
        return new Command(request, content, List.of(
                new Alongside.Rows(LESS, true, posted -> lines.stream().map(line -> line.less(supplier)).toList()),
                new Alongside.Rows(ConsignedEvent.SQL, false, posted -> IntStream.range(0, lines.size())
                        .mapToObj(line -> event(line, posted, ids.getAsLong()).values()).toList())));
    }

    private Map<Integer, List<LotPart>> lots() {
        return IntStream.range(0, lines.size()).boxed().filter(line -> lines.get(line).lot() != null)
                .collect(Collectors.toMap(Function.identity(), line -> List.of(new LotPart(lines.get(line).lot(), lines.get(line).quantity(), null))));
    }

    private ConsignedEvent event(int line, Posted posted, long row) {
        return new ConsignedEvent(row, id, line, ConsignmentNote.Kind.TAKEN, supplier, lines.get(line), false, day, reference, posted.recorded(),
                posted.actor(), null);
    }
}
