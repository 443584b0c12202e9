package entrepot.inventory.invoice;

import entrepot.inventory.exchange.Exchange;
import entrepot.inventory.exchange.RateBook;
import entrepot.inventory.ledger.Refusal;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Order, receipt and invoice beside each other. Each line takes what is open of its deliveries, the oldest first; taking
 * all that is open takes all its value, so that nothing is left by rounding. What is invoiced beyond stays with the last.
 */
public final class Match {

    /** What of a delivery is open at this point. */
    private record Open(Quantity quantity, Money value) {}

    /**
     * A part of a line, of one delivery. Signed: below zero where it is credited.
     *
     * @param net        of the invoice for it
     * @param expected   what the book has for it as received and not invoiced
     * @param covered    how much of the quantity that is for
     * @param coveredNet of the invoice for that, at the rate of the receipt
     * @param exchange   how much more it is since by the rate of the invoice
     */
    public record Piece(
            int line, Delivery delivery, Quantity quantity, Quantity covered, Money net, Money coveredNet, Money expected, Money exchange) {

        /** What it costs more than the receipt said. */
        public Money difference() {
            return coveredNet.minus(expected);
        }
    }

    private final SupplierInvoice invoice;
    private final PriceTolerance tolerance;
    private final RateBook rates;
    private final Map<Long, Open> open = new HashMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private Match(SupplierInvoice invoice, PriceTolerance tolerance, RateBook rates) {
        this.invoice = invoice;
        this.tolerance = tolerance;
        this.rates = rates;
    }

    /**
     * @param deliveries of each line of goods, in its order, the oldest first
     * @param supplier   row number
     * @param taxes      of all lines
     * @param rates      of the invoice's currency, for receipts that were in another
     */
    public static Match of(
            SupplierInvoice invoice, List<List<Delivery>> deliveries, long supplier, PriceTolerance tolerance, InvoiceTaxes taxes,
            RateBook rates) {
        Match match = new Match(invoice, tolerance, rates);
        List<Money> nets = invoice.exchange().inBook(invoice.nets());
        for (int line = 0; line < invoice.goods().size(); line++) {
            match.line(line, nets.get(line), deliveries.get(line), supplier);
        }
        match.findings.addAll(taxes.findings());
        match.refusals.addAll(taxes.refusals());
        return match;
    }

    private void line(int line, Money net, List<Delivery> deliveries, long supplier) {
        SupplierInvoice.Goods goods = invoice.goods().get(line);
        if (deliveries.isEmpty()) {
            refusals.add(new Refusal(line, "nothing-received", goods.order() == null
                    ? "receipt " + goods.receipt() + " has no goods on line " + goods.receiptLine()
                    : "nothing came of line " + goods.orderLine() + " of order " + goods.order() + " yet: enter its receipt first"));
            return;
        }
        Delivery first = deliveries.get(0);
        if (first.supplier() != null && first.supplier() != supplier) {
            refusals.add(new Refusal(line, "other-supplier", first.sku() + " of " + first.orderNumber() + " came from another supplier"));
            return;
        }
        if (first.order() == null) {
            findings.add(new Finding(line, Finding.Code.NOT_ORDERED, first.sku() + " came on " + first.on() + " without an order"));
        }
        Optional<Delivery> unrated = deliveries.stream().filter(one -> rateOf(one).isEmpty()).findFirst();
        if (unrated.isPresent()) {
            refusals.add(new Refusal(line, "rate-missing", RateBook.missing(invoice.currency(), unrated.get().on())));
            return;
        }
        take(line, net, deliveries);
    }

    /** Of the invoice's currency on the day of the receipt. */
    private Optional<Exchange> rateOf(Delivery delivery) {
        return delivery.paid().of().equals(invoice.currency()) ? Optional.of(delivery.paid()) : rates.on(invoice.currency(), delivery.on());
    }

    private void take(int line, Money booked, List<Delivery> deliveries) {
        SupplierInvoice.Goods goods = invoice.goods().get(line);
        Quantity left = invoice.kind().signed(goods.quantity());
        Money net = booked;
        List<Piece> own = new ArrayList<>();
        for (int place = 0; place < deliveries.size() && !left.isZero(); place++) {
            boolean last = place == deliveries.size() - 1;
            Open now = open.getOrDefault(deliveries.get(place).movement(), new Open(deliveries.get(place).open(), deliveries.get(place).value()));
            Quantity covered = covered(left, now.quantity());
            Quantity taken = last ? left : covered;
            if (!taken.isZero()) {
                Money part = share(net, taken, left);
                Piece piece = piece(line, deliveries.get(place), taken, covered, part, now);
                own.add(piece);
                open.put(piece.delivery().movement(), new Open(now.quantity().minus(taken), now.value().minus(part).plus(piece.exchange()).plus(piece.difference())));
                left = left.minus(taken);
                net = net.minus(part);
            }
        }
        pieces.addAll(own);
        judge(line, goods, own);
    }

    private Piece piece(int line, Delivery delivery, Quantity taken, Quantity covered, Money net, Open now) {
        if (covered.isZero()) {
            Money zero = Money.zero(net.currency());
            return new Piece(line, delivery, taken, covered, net, zero, zero, zero);
        }
        Money expected = share(now.value(), covered, now.quantity());
        Money coveredNet = share(net, covered, taken);
        Money then = invoice.exchange().isForeign() ? thenWorth(invoice.goods().get(line), delivery, covered, expected) : coveredNet;
        return new Piece(line, delivery, taken, covered, net, then, expected, coveredNet.minus(then));
    }

    /** At the rate of the receipt. At its price it is what the book has, to which parts of a line may not add up by roundings. */
    private Money thenWorth(SupplierInvoice.Goods goods, Delivery delivery, Quantity covered, Money expected) {
        Exchange exchange = rateOf(delivery).orElseThrow();
        Money then = exchange.inBook(Money.worth(covered, goods.unitPrice(), exchange.of()));
        boolean asReceived = delivery.price() != null && exchange.equals(delivery.paid()) && delivery.price().compareTo(goods.unitPrice()) == 0;
        boolean rounded = Math.abs(then.minus(expected).minor()) <= exchange.roundingError().minor();
        return asReceived && rounded ? expected : then;
    }

    /** What of the wanted is there, where both have the same sign. */
    private static Quantity covered(Quantity wanted, Quantity there) {
        if (Long.signum(wanted.millionths()) != Long.signum(there.millionths())) {
            return Quantity.ZERO;
        }
        return Math.abs(wanted.millionths()) <= Math.abs(there.millionths()) ? wanted : there;
    }

    private static Money share(Money amount, Quantity part, Quantity whole) {
        return amount.share(Math.abs(part.millionths()), Math.abs(whole.millionths()));
    }

    private void judge(int line, SupplierInvoice.Goods goods, List<Piece> own) {
        Money zero = Money.zero(own.get(0).net().currency());
        Quantity covered = own.stream().map(Piece::covered).reduce(Quantity.ZERO, Quantity::plus);
        Quantity all = own.stream().map(Piece::quantity).reduce(Quantity.ZERO, Quantity::plus);
        Delivery first = own.get(0).delivery();
        if (!covered.equals(all)) {
            findings.add(new Finding(line, Finding.Code.QUANTITY_OVER, goods.quantity() + " of " + first.sku()
                    + (invoice.kind() == InvoiceKind.INVOICE ? " invoiced, " : " credited, ") + plain(covered)
                    + (invoice.kind() == InvoiceKind.INVOICE ? " received and not invoiced" : " went back and not credited")));
        }
        Money agreed = own.stream().map(Match::agreed).reduce(zero, Money::plus);
        Money more = own.stream().map(Piece::coveredNet).reduce(zero, Money::plus).minus(agreed);
        if (!tolerance.allows(more, agreed)) {
            String said = first.agreed() == null ? "the receipt said " : first.orderNumber() + " says ";
            findings.add(new Finding(line, Finding.Code.PRICE_OVER, first.sku() + " at " + price(goods.unitPrice()) + code(invoice.currency(), first) + ", "
                    + said + said(first, agreed, covered)
                    + ": " + more + (invoice.kind() == InvoiceKind.INVOICE ? " more" : " less credited")));
        }
    }

    private static Money agreed(Piece piece) {
        Exchange paid = piece.delivery().paid();
        return piece.delivery().agreed() == null ? piece.expected()
                : paid.inBook(Money.worth(piece.covered(), piece.delivery().agreed(), paid.of()));
    }

    private static String said(Delivery delivery, Money agreed, Quantity covered) {
        BigDecimal said = delivery.agreed() == null ? delivery.price() : delivery.agreed();
        return said == null ? price(agreed.perUnit(covered)) : price(said) + code(delivery.paid().of(), delivery);
    }

    /** Of prices in other currencies than the book's. */
    private static String code(Currency currency, Delivery delivery) {
        return currency.equals(delivery.value().currency()) ? "" : ' ' + currency.getCurrencyCode();
    }

    private static Quantity plain(Quantity signed) {
        return new Quantity(Math.abs(signed.millionths()));
    }

    private static String price(BigDecimal price) {
        return price.stripTrailingZeros().toPlainString();
    }

    public List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** What no approval can mend. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }
}
