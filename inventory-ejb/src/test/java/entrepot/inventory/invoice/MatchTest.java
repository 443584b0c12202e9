package entrepot.inventory.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.exchange.Exchange;
import entrepot.inventory.exchange.RateBook;
import entrepot.inventory.invoice.Finding.Code;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.tax.TaxRounding;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.Account;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Currency USD = Currency.getInstance("USD");
    private static final UUID ORDER = new UUID(1, 1);
    private static final RateBook NO_RATES = new RateBook(GBP, Map.of());
    private static final PriceTolerance TWO_PERCENT = new PriceTolerance(new BigDecimal("0.02"), new BigDecimal("5.00"));

    @Test
    void takesWhatIsOpenAtItsValueAndTheDifferenceIsThePrice() {
        Match.Piece piece = match(invoice(goods("10", "2.03")), delivery("10", "20.00", "2.00")).pieces().get(0);
        assertThat(piece.expected()).isEqualTo(gbp("20.00"));
        assertThat(piece.difference()).isEqualTo(gbp("0.30"));
    }

    @Test
    void withinToleranceNothingIsFoundAndBeyondEitherLimitThePriceIs() {
        assertThat(match(invoice(goods("10", "2.04")), delivery("10", "20.00", "2.00")).findings()).isEmpty();
        assertThat(match(invoice(goods("10", "2.05")), delivery("10", "20.00", "2.00")).findings())
                .extracting(Finding::code).containsExactly(Code.PRICE_OVER);
        assertThat(match(invoice(goods("1000", "2.01")), delivery("1000", "2000.00", "2.00")).findings())
                .extracting(Finding::detail).containsExactly("SKU at 2.01, PO-1 says 2: GBP 10.00 more");
        assertThat(match(invoice(goods("10", "1.00")), delivery("10", "20.00", "2.00")).findings()).isEmpty();
    }

    @Test
    void withoutAgreedPriceTheReceiptIsWhatWasAgreed() {
        assertThat(match(invoice(goods("10", "2.50")), delivery("10", "20.00", null)).findings())
                .extracting(Finding::detail).containsExactly("SKU at 2.5, the receipt said 2: GBP 5.00 more");
    }

    @Test
    void moreThanCameIsFoundAndItsPriceIsNoDifferenceOfTheReceipt() {
        Match match = match(invoice(goods("12", "2.00")), delivery("10", "20.00", "2.00"));
        assertThat(match.findings()).extracting(Finding::detail).containsExactly("12 of SKU invoiced, 10 received and not invoiced");
        assertThat(match.pieces().get(0).difference()).isEqualTo(gbp("0.00"));
        assertThat(match.pieces().get(0).net()).isEqualTo(gbp("24.00"));
    }

    @Test
    void aLineOfAnOrderTakesItsReceiptsOneAfterTheOther() {
        Match match = match(invoice(goods("10", "2.00")), delivery("4", "8.00", "2.00"), delivery("8", "16.00", "2.00"));
        assertThat(match.findings()).isEmpty();
        assertThat(match.pieces()).extracting(Match.Piece::quantity).containsExactly(Quantity.units(4), Quantity.units(6));
        assertThat(match.pieces()).extracting(Match.Piece::difference).containsOnly(gbp("0.00"));
    }

    @Test
    void twoLinesForOneReceiptTakeItTogether() {
        Delivery delivery = delivery("10", "20.00", "2.00");
        SupplierInvoice invoice = invoice(goods("6", "2.00"), goods("6", "2.00"));
        Match match = Match.of(invoice, List.of(List.of(delivery), List.of(delivery)), 1, TWO_PERCENT, untaxed(invoice), NO_RATES);
        assertThat(match.findings()).extracting(Finding::line).containsExactly(1);
    }

    @Test
    void whatWentBackIsCreditedAndNoMore() {
        Match.Piece piece = match(credit(goods("3", "1.90")), delivery("-3", "-6.00", "2.00")).pieces().get(0);
        assertThat(piece.expected()).isEqualTo(gbp("-6.00"));
        assertThat(piece.difference()).isEqualTo(gbp("0.30"));
        assertThat(match(credit(goods("4", "2.00")), delivery("-3", "-6.00", "2.00")).findings())
                .extracting(Finding::detail).containsExactly("4 of SKU credited, 3 went back and not credited");
    }

    @Test
    void whatNobodyOrderedWaitsAndWhatAnotherSupplierBroughtIsRefused() {
        Delivery found = new Delivery(7, new ItemId(1), "SKU", new LocationId(1), ORDER, 0, LocalDate.EPOCH, new Account("2000"), units("1"),
                units("1"), gbp("2.00"), null, null, null, null, null, null, Exchange.none(GBP), null);
        assertThat(match(invoice(goods("1", "2.00")), found).findings()).extracting(Finding::code).containsExactly(Code.NOT_ORDERED);
        SupplierInvoice invoice = invoice(goods("1", "2.00"));
        assertThat(Match.of(invoice, List.of(List.of(delivery("1", "2.00", "2.00"))), 2, TWO_PERCENT, untaxed(invoice), NO_RATES).refusals())
                .extracting(Refusal::code).containsExactly("other-supplier");
    }

    /** However it is cut into invoices, the last one leaves nothing of the receipt. */
    @Test
    void partsThatComeToAllTakeAllOfTheValue() {
        long seed = 20261126;
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            long whole = 1 + random.nextInt(5_000_000);
            long value = random.nextInt(100_000);
            long left = whole;
            Money open = new Money(value, GBP);
            List<Long> parts = new ArrayList<>();
            while (left > 0) {
                long part = Math.min(left, 1 + random.nextInt(2_000_000));
                Delivery delivery = delivery(new Quantity(left), open, new BigDecimal("0.5"));
                Match.Piece piece = match(invoice(new SupplierInvoice.Goods(ORDER, 0, null, 0, new Quantity(part),
                        new BigDecimal("0.5"), null)), delivery).pieces().get(0);
                open = open.minus(piece.expected());
                left -= part;
                parts.add(part);
            }
            assertThat(open).as("seed %d, round %d: %d worth %d in %s", seed, round, whole, value, parts).isEqualTo(gbp("0.00"));
        }
    }

    /** 100 dollars received at 0.80 and invoiced at 0.85: stock costs 80, and 5 are lost. */
    @Test
    void anotherRateIsNoOtherPrice() {
        Match.Piece piece = match(dollars("0.85", goods("10", "10.00")), inDollars("10", "80.00", "0.80")).pieces().get(0);
        assertThat(List.of(piece.net(), piece.difference(), piece.exchange())).containsExactly(gbp("85.00"), gbp("0.00"), gbp("5.00"));
        Match.Piece dearer = match(dollars("0.85", goods("10", "10.50")), inDollars("10", "80.00", "0.80")).pieces().get(0);
        assertThat(List.of(dearer.net(), dearer.difference(), dearer.exchange())).containsExactly(gbp("89.25"), gbp("4.00"), gbp("5.25"));
        Match.Piece credited = match(document(InvoiceKind.CREDIT_NOTE, rate("0.85"), goods("1", "10.00")), inDollars("-1", "-8.00", "0.80")).pieces().get(0);
        assertThat(List.of(credited.net(), credited.difference(), credited.exchange())).containsExactly(gbp("-8.50"), gbp("0.00"), gbp("-0.50"));
    }

    @Test
    void whatWasReceivedInAnotherCurrencyIsHeldAgainstTheRateOfItsDay() {
        SupplierInvoice invoice = dollars("0.85", goods("10", "10.00"));
        Delivery delivery = delivery("10", "80.00", null);
        RateBook rates = new RateBook(GBP, Map.of(USD, new TreeMap<>(Map.of(LocalDate.EPOCH.minusDays(3), new BigDecimal("0.82")))));
        Match match = Match.of(invoice, List.of(List.of(delivery)), 1, TWO_PERCENT, untaxed(invoice), rates);
        assertThat(match.pieces().get(0).difference()).isEqualTo(gbp("2.00"));
        assertThat(match.pieces().get(0).exchange()).isEqualTo(gbp("3.00"));
        assertThat(match(invoice, delivery).refusals()).extracting(Refusal::detail)
                .containsExactly("no rate of USD on 1970-01-01 or before: enter it, or give the document's own");
    }

    @Test
    void thePriceOfAnOrderIsHeldAgainstInItsOwnCurrency() {
        assertThat(match(dollars("0.90", goods("10", "10.10")), inDollars("10", "80.00", "0.80")).findings()).isEmpty();
        assertThat(match(dollars("0.80", goods("10", "11.00")), inDollars("10", "80.00", "0.80")).findings())
                .extracting(Finding::detail).containsExactly("SKU at 11 USD, PO-1 says 10 USD: GBP 8.00 more");
    }

    /** However a foreign receipt is cut into invoices at one price, its stock costs what it did, to the last smallest unit. */
    @Test
    void partsAtThePriceOfTheReceiptAreNoDifferenceInAnyCurrency() {
        long seed = 20261127;
        Random random = new Random(seed);
        for (int round = 0; round < 3000; round++) {
            Currency of = Currency.getInstance(List.of("JPY", "USD", "KWD").get(random.nextInt(3)));
            Exchange then = new Exchange(of, GBP, new BigDecimal(1 + random.nextInt(3_000_000)).movePointLeft(6));
            BigDecimal price = new BigDecimal(1 + random.nextInt(2_000_000)).movePointLeft(random.nextInt(7));
            long left = 1 + random.nextInt(9_000_000);
            Money open = then.inBook(Money.worth(new Quantity(left), price, of));
            Money stock = gbp("0.00");
            while (left > 0) {
                long part = Math.min(left, 1 + random.nextInt(4_000_000));
                Exchange now = new Exchange(of, GBP, new BigDecimal(1 + random.nextInt(3_000_000)).movePointLeft(6));
                Delivery delivery = new Delivery(1, new ItemId(1), "SKU", new LocationId(1), ORDER, 0, LocalDate.EPOCH, new Account("2000"),
                        new Quantity(left), new Quantity(left), open, ORDER, "PO-1", 0, price, 1L, null, then, price);
                Match.Piece piece = match(document(InvoiceKind.INVOICE, now,
                        new SupplierInvoice.Goods(ORDER, 0, null, 0, new Quantity(part), price, null)), delivery).pieces().get(0);
                stock = stock.plus(piece.difference());
                assertThat(piece.net()).isEqualTo(piece.expected().plus(piece.difference()).plus(piece.exchange()));
                open = open.minus(piece.expected());
                left -= part;
            }
            assertThat(stock).as("seed %d, round %d", seed, round).isEqualTo(gbp("0.00"));
            assertThat(open).as("seed %d, round %d", seed, round).isEqualTo(gbp("0.00"));
        }
    }

    @Test
    void aForeignDocumentIsWorthWhatAllOfItIs() {
        List<InvoiceTaxes.Base> bases = List.of(base("S", "S", "10.03"), base("S", "S", "0.03"), base("S", "S", "7.77")).stream()
                .map(one -> new InvoiceTaxes.Base(one.code(), one.item(), one.rate(), one.ours(), Money.of(one.net().decimal(), USD))).toList();
        InvoiceTaxes taxes = InvoiceTaxes.of(bases, null, TaxRounding.LINE);
        Exchange exchange = rate("0.7931");
        Money booked = taxes.inBook(exchange).stream().map(line -> line.base().plus(line.tax())).reduce(gbp("0.00"), Money::plus);
        assertThat(booked).isEqualTo(exchange.inBook(Money.of(new BigDecimal("17.83"), USD).plus(taxes.total())));
    }

    private static Exchange rate(String rate) {
        return new Exchange(USD, GBP, new BigDecimal(rate));
    }

    private static SupplierInvoice dollars(String rate, SupplierInvoice.Goods... goods) {
        return document(InvoiceKind.INVOICE, rate(rate), goods);
    }

    private static Delivery inDollars(String open, String value, String rate) {
        return new Delivery(1, new ItemId(1), "SKU", new LocationId(1), ORDER, 0, LocalDate.EPOCH, new Account("2000"), units(open), units(open),
                gbp(value), ORDER, "PO-1", 0, new BigDecimal("10"), 1L, null, rate(rate), new BigDecimal("10.00"));
    }

    @Test
    void aPrintedTaxThatIsOffByRoundingIsTakenAndMoreWaits() {
        List<InvoiceTaxes.Base> bases = List.of(base("S", "S", "10.03"), base("S", "S", "0.03"));
        assertThat(InvoiceTaxes.of(bases, gbp("2.01"), TaxRounding.LINE).total()).isEqualTo(gbp("2.01"));
        InvoiceTaxes rounded = InvoiceTaxes.of(bases, gbp("2.03"), TaxRounding.LINE);
        assertThat(rounded.findings()).isEmpty();
        assertThat(rounded.lines()).extracting(InvoiceTaxes.Line::tax).containsExactly(gbp("2.02"), gbp("0.01"));
        assertThat(InvoiceTaxes.of(bases, gbp("1.50"), TaxRounding.LINE).findings()).extracting(Finding::code).containsExactly(Code.TAX_DIFFERS);
        assertThat(InvoiceTaxes.of(List.of(base("S", "Z", "10.00")), null, TaxRounding.LINE).findings())
                .extracting(Finding::detail).containsExactly("taxed S, the item is Z");
    }

    @Test
    void underReverseChargeTheStateIsOwedAndGivesBackTheSame() {
        var base = new InvoiceTaxes.Base("RC", "RC", BigDecimal.ZERO, new BigDecimal("0.2"), gbp("10.00"));
        InvoiceTaxes taxes = InvoiceTaxes.of(List.of(base), null, TaxRounding.LINE);
        assertThat(taxes.total()).isEqualTo(gbp("0.00"));
        assertThat(taxes.lines()).containsExactly(new InvoiceTaxes.Line(0, "RC", gbp("10.00"), gbp("2.00"), gbp("2.00")));
    }

    private static InvoiceTaxes.Base base(String code, String item, String net) {
        return new InvoiceTaxes.Base(code, item, new BigDecimal("0.2"), BigDecimal.ZERO, gbp(net));
    }

    private static Match match(SupplierInvoice invoice, Delivery... deliveries) {
        return Match.of(invoice, List.of(List.of(deliveries)), 1, TWO_PERCENT, untaxed(invoice), NO_RATES);
    }

    private static InvoiceTaxes untaxed(SupplierInvoice invoice) {
        return InvoiceTaxes.of(invoice.nets().stream().map(net -> new InvoiceTaxes.Base(null, null, null, BigDecimal.ZERO, net)).toList(), null, TaxRounding.LINE);
    }

    private static SupplierInvoice invoice(SupplierInvoice.Goods... goods) {
        return document(InvoiceKind.INVOICE, Exchange.none(GBP), goods);
    }

    private static SupplierInvoice credit(SupplierInvoice.Goods... goods) {
        return document(InvoiceKind.CREDIT_NOTE, Exchange.none(GBP), goods);
    }

    private static SupplierInvoice document(InvoiceKind kind, Exchange exchange, SupplierInvoice.Goods... goods) {
        return new SupplierInvoice(new UUID(0, 1), kind, "S1", "4711", exchange, LocalDate.EPOCH, null, null, null, null, List.of(goods), List.of());
    }

    private static SupplierInvoice.Goods goods(String quantity, String price) {
        return new SupplierInvoice.Goods(ORDER, 0, null, 0, units(quantity), new BigDecimal(price), null);
    }

    private static Delivery delivery(String open, String value, String agreed) {
        return delivery(units(open), gbp(value), agreed == null ? null : new BigDecimal(agreed));
    }

    private static Delivery delivery(Quantity open, Money value, BigDecimal agreed) {
        return new Delivery(open.millionths(), new ItemId(1), "SKU", new LocationId(1), ORDER, 0, LocalDate.EPOCH, new Account("2000"), open, open,
                value, ORDER, "PO-1", 0, agreed, 1L, null, Exchange.none(GBP), null);
    }

    private static Quantity units(String units) {
        return Quantity.of(new BigDecimal(units));
    }

    private static Money gbp(String amount) {
        return Money.of(new BigDecimal(amount), GBP);
    }
}
