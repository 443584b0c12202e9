package entrepot.inventory.invoice;

import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.MoneyLine;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.StockLine;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an invoice does to the book. What was received and not invoiced is settled receipt by receipt, in the account where
 * it stands; another price and freight go after the goods. What a supplier credits less than the goods that went back were
 * worth is a variance: they are not there to bear it.
 *
 * @param spread of each charge that stock bears, with the line of the invoice
 */
public record InvoiceBooking(SupplierInvoice invoice, List<Match.Piece> pieces, List<Borne> spread, List<InvoiceTaxes.Line> taxes) {

    /** A part of a charge, on one receipt. */
    public record Borne(int line, StockLine.Charge charge) {}

    /** @param amount taken out of what is received and not invoiced; @param difference to what the receipt said */
    public record Settlement(int line, long movement, Quantity quantity, Money amount, Money difference) {}

    public InvoiceBooking {
        pieces = List.copyOf(pieces);
        spread = List.copyOf(spread);
        taxes = List.copyOf(taxes);
    }

    /** @param id of the posting; @param source what made it */
    public PostingRequest request(UUID id, LocalDate day, Instant at, String reason, String source) {
        return new PostingRequest(id, invoice.kind().posting(), day, at, invoice.number(), reason, source, null, stock(), money());
    }

    private List<StockLine> stock() {
        Stream<StockLine> prices = pieces.stream().filter(piece -> bearsDifference() && !piece.difference().isZero())
                .map(piece -> new StockLine.Charge(piece.delivery().item(), piece.delivery().location(), piece.delivery().movement(),
                        piece.difference(), AccountRole.RECEIVED_NOT_INVOICED));
        return Stream.concat(prices, spread.stream().map(Borne::charge)).toList();
    }

    private boolean bearsDifference() {
        return invoice.kind() == InvoiceKind.INVOICE;
    }

    public List<Settlement> settlements() {
        List<Settlement> settlements = new ArrayList<>();
        for (Match.Piece piece : pieces) {
            Money amount = bearsDifference() ? piece.net() : piece.net().minus(piece.difference());
            settlements.add(new Settlement(piece.line(), piece.delivery().movement(), piece.quantity(), amount, piece.difference()));
        }
        spread.forEach(borne -> settlements.add(new Settlement(
                borne.line(), borne.charge().movement(), Quantity.ZERO, borne.charge().amount(), zero())));
        return settlements;
    }

    private List<MoneyLine> money() {
        List<MoneyLine> money = new ArrayList<>();
        for (Match.Piece piece : pieces) {
            Money variance = bearsDifference() ? zero() : piece.difference();
            money.add(MoneyLine.settling(piece.delivery().account(), piece.net().minus(variance), piece.delivery().movement()));
            if (!variance.isZero()) {
                money.add(MoneyLine.of(AccountRole.PURCHASE_VARIANCE, variance));
            }
        }
        for (Borne borne : spread) {
            StockLine.Charge charge = borne.charge();
            money.add(MoneyLine.settling(charge.against(), charge.item(), charge.amount(), charge.movement()));
        }
        money.add(MoneyLine.of(AccountRole.CHARGES_TO_COME, estimated()));
        money.add(MoneyLine.of(AccountRole.INPUT_TAX, tax().plus(due())));
        money.add(MoneyLine.of(AccountRole.TAX, due().negated()));
        money.add(MoneyLine.of(AccountRole.PAYABLE, net().plus(tax()).negated()));
        return money;
    }

    private Money estimated() {
        return invoice.charges().stream().filter(SupplierInvoice.Charge::estimated).map(charge -> invoice.kind().signed(charge.amount()))
                .reduce(zero(), Money::plus);
    }

    /** Positive where it is owed. */
    public Money net() {
        return taxes.stream().map(InvoiceTaxes.Line::base).reduce(zero(), Money::plus);
    }

    /** As the supplier charges it. */
    public Money tax() {
        return taxes.stream().map(InvoiceTaxes.Line::charged).reduce(zero(), Money::plus);
    }

    /** What we owe the state in the supplier's place, and get back from it. */
    private Money due() {
        return taxes.stream().map(InvoiceTaxes.Line::due).reduce(zero(), Money::plus);
    }

    private Money zero() {
        return Money.zero(taxes.get(0).base().currency());
    }
}
