package entrepot.inventory.invoice;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final UUID ORDER = new UUID(1, 1);
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
        Match match = Match.of(invoice, List.of(List.of(delivery), List.of(delivery)), 1, TWO_PERCENT, untaxed(invoice));
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
                units("1"), gbp("2.00"), null, null, null, null, null, null);
        assertThat(match(invoice(goods("1", "2.00")), found).findings()).extracting(Finding::code).containsExactly(Code.NOT_ORDERED);
        SupplierInvoice invoice = invoice(goods("1", "2.00"));
        assertThat(Match.of(invoice, List.of(List.of(delivery("1", "2.00", "2.00"))), 2, TWO_PERCENT, untaxed(invoice)).refusals())
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
        return Match.of(invoice, List.of(List.of(deliveries)), 1, TWO_PERCENT, untaxed(invoice));
    }

    private static InvoiceTaxes untaxed(SupplierInvoice invoice) {
        return InvoiceTaxes.of(invoice.nets().stream().map(net -> new InvoiceTaxes.Base(null, null, null, BigDecimal.ZERO, net)).toList(), null, TaxRounding.LINE);
    }

    private static SupplierInvoice invoice(SupplierInvoice.Goods... goods) {
        return document(InvoiceKind.INVOICE, goods);
    }

    private static SupplierInvoice credit(SupplierInvoice.Goods... goods) {
        return document(InvoiceKind.CREDIT_NOTE, goods);
    }

    private static SupplierInvoice document(InvoiceKind kind, SupplierInvoice.Goods... goods) {
        return new SupplierInvoice(new UUID(0, 1), kind, "S1", "4711", GBP, LocalDate.EPOCH, null, null, null, null, List.of(goods), List.of());
    }

    private static SupplierInvoice.Goods goods(String quantity, String price) {
        return new SupplierInvoice.Goods(ORDER, 0, null, 0, units(quantity), new BigDecimal(price), null);
    }

    private static Delivery delivery(String open, String value, String agreed) {
        return delivery(units(open), gbp(value), agreed == null ? null : new BigDecimal(agreed));
    }

    private static Delivery delivery(Quantity open, Money value, BigDecimal agreed) {
        return new Delivery(open.millionths(), new ItemId(1), "SKU", new LocationId(1), ORDER, 0, LocalDate.EPOCH, new Account("2000"), open, open,
                value, ORDER, "PO-1", 0, agreed, 1L, null);
    }

    private static Quantity units(String units) {
        return Quantity.of(new BigDecimal(units));
    }

    private static Money gbp(String amount) {
        return Money.of(new BigDecimal(amount), GBP);
    }
}
