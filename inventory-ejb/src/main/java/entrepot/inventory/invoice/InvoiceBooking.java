package entrepot.inventory.invoice;

import entrepot.inventory.exchange.ForeignAmount;
import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.MoneyLine;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.StockLine;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
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
 * @param taxes  of all lines, as the book has them
 * @param printed likewise, in the currency of the invoice
 */
public record InvoiceBooking(
        SupplierInvoice invoice, List<Match.Piece> pieces, List<Borne> spread, List<Estimate> estimates, List<InvoiceTaxes.Line> taxes,
        List<InvoiceTaxes.Line> printed) {

    /** A part of a charge, on one receipt. */
    public record Borne(int line, StockLine.Charge charge) {}

    /** A charge that stock bears already. @param taken out of what is to come; @param exchange how much more it is since */
    public record Estimate(Money taken, Money exchange) {}

    /** @param amount taken out of what is received and not invoiced; @param difference to what the receipt said */
    public record Settlement(int line, long movement, Quantity quantity, Money amount, Money difference, Money exchange) {}

    public InvoiceBooking {
        pieces = List.copyOf(pieces);
        spread = List.copyOf(spread);
        estimates = List.copyOf(estimates);
        printed = List.copyOf(printed);
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
            settlements.add(new Settlement(piece.line(), piece.delivery().movement(), piece.quantity(), settled(piece), piece.difference(),
                    piece.exchange()));
        }
        spread.forEach(borne -> settlements.add(new Settlement(
                borne.line(), borne.charge().movement(), Quantity.ZERO, borne.charge().amount(), zero(), zero())));
        return settlements;
    }

    private Money settled(Match.Piece piece) {
        return piece.net().minus(piece.exchange()).minus(variance(piece));
    }

    private Money variance(Match.Piece piece) {
        return bearsDifference() ? zero() : piece.difference();
    }

    private List<MoneyLine> money() {
        List<MoneyLine> money = new ArrayList<>();
        for (Match.Piece piece : pieces) {
            money.add(MoneyLine.settling(piece.delivery().account(), settled(piece), piece.delivery().movement()));
            if (!variance(piece).isZero()) {
                money.add(MoneyLine.of(AccountRole.PURCHASE_VARIANCE, variance(piece)));
            }
        }
        for (Borne borne : spread) {
            StockLine.Charge charge = borne.charge();
            money.add(MoneyLine.settling(charge.against(), charge.item(), charge.amount(), charge.movement()));
        }
        money.add(MoneyLine.of(AccountRole.CHARGES_TO_COME, sum(estimates.stream().map(Estimate::taken))));
        if (!exchange().isZero()) {
            money.add(MoneyLine.of(AccountRole.EXCHANGE, exchange()));
        }
        money.add(MoneyLine.of(AccountRole.INPUT_TAX, tax().plus(due())));
        money.add(MoneyLine.of(AccountRole.TAX, due().negated()));
        money.add(MoneyLine.of(AccountRole.PAYABLE, net().plus(tax()).negated()));
        return money;
    }

    /** What is lost since the receipts and estimates by the rate of the invoice. */
    private Money exchange() {
        return sum(Stream.concat(pieces.stream().map(Match.Piece::exchange), estimates.stream().map(Estimate::exchange)));
    }

    /** What it says in another currency than the book's. */
    public List<ForeignAmount> foreign() {
        if (!invoice.exchange().isForeign()) {
            return List.of();
        }
        List<ForeignAmount> foreign = new ArrayList<>();
        List<Money> nets = invoice.nets();
        for (int line = 0; line < nets.size(); line++) {
            BigDecimal price = line < invoice.goods().size() ? invoice.goods().get(line).unitPrice() : null;
            foreign.add(new ForeignAmount(line, invoice.exchange(), price, nets.get(line)));
        }
        foreign.add(new ForeignAmount(ForeignAmount.DOCUMENT, invoice.exchange(), null, printedNet().plus(printedTax())));
        return foreign;
    }

    public Money printedNet() {
        return printed.stream().map(InvoiceTaxes.Line::base).reduce(Money.zero(invoice.currency()), Money::plus);
    }

    public Money printedTax() {
        return printed.stream().map(InvoiceTaxes.Line::charged).reduce(Money.zero(invoice.currency()), Money::plus);
    }

    /** Positive where it is owed. */
    public Money net() {
        return sum(taxes.stream().map(InvoiceTaxes.Line::base));
    }

    /** As the supplier charges it. */
    public Money tax() {
        return sum(taxes.stream().map(InvoiceTaxes.Line::charged));
    }

    /** What we owe the state in the supplier's place, and get back from it. */
    private Money due() {
        return sum(taxes.stream().map(InvoiceTaxes.Line::due));
    }

    private Money sum(Stream<Money> amounts) {
        return amounts.reduce(zero(), Money::plus);
    }

    private Money zero() {
        return Money.zero(invoice.exchange().book());
    }
}
