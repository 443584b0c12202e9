package entrepot.inventory.invoice.server;

import entrepot.inventory.amend.AmendedLine;
import entrepot.inventory.amend.LandedCost;
import entrepot.inventory.amend.server.AmendmentDesk;
import entrepot.inventory.exchange.RateBook;
import entrepot.inventory.exchange.server.RateTable;
import entrepot.inventory.invoice.Delivery;
import entrepot.inventory.invoice.InvoiceBooking;
import entrepot.inventory.invoice.InvoiceTaxes;
import entrepot.inventory.invoice.Match;
import entrepot.inventory.invoice.SupplierInvoice;
import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.StockLine;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.tax.TaxRates;
import entrepot.kernel.Money;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Holds an invoice against what the book has of its receipts and orders. */
@ApplicationScoped
public class Matching {

    @Inject
    private OpenReceipts receipts;

    @Inject
    private InvoiceTable invoices;

    @Inject
    private Estimates estimated;

    @Inject
    private RateTable exchange;

    @Inject
    private CodeBook codes;

    @EJB
    private AmendmentDesk amendments;

    /** @param day on which it is booked */
    record Matched(Match match, InvoiceBooking booking, LocalDate day) {}

    /** @throws InvoiceRefused with all that no approval can mend */
    Matched match(SupplierInvoice invoice, InvoiceTable.Supplier supplier) {
        List<List<Delivery>> deliveries = deliveries(invoice);
        TaxRates rates = codes.taxRates();
        InvoiceTaxes taxes = InvoiceTaxes.of(bases(invoice, deliveries, rates), invoice.printedTax() == null ? null
                : invoice.kind().signed(invoice.printedTax()), rates.rounding());
        Match match = Match.of(invoice, deliveries, supplier.id(), invoices.tolerance(supplier.id()), taxes, rates(invoice));
        List<Refusal> refusals = new ArrayList<>(match.refusals());
        List<InvoiceBooking.Borne> spread = new ArrayList<>();
        List<InvoiceBooking.Estimate> estimates = new ArrayList<>();
        for (int number = 0; number < invoice.charges().size(); number++) {
            charge(invoice, number, match, spread, estimates, refusals);
        }
        InvoiceRefused.ifAny(refusals);
        return new Matched(match, new InvoiceBooking(invoice, match.pieces(), spread, estimates, taxes.inBook(invoice.exchange()), taxes.lines()),
                day(invoice, match));
    }

    private RateBook rates(SupplierInvoice invoice) {
        return exchange.book(List.of(invoice.currency()));
    }

    private List<List<Delivery>> deliveries(SupplierInvoice invoice) {
        List<Delivery> received = receipts.ofReceipts(distinct(invoice.goods().stream().map(SupplierInvoice.Goods::receipt)));
        List<Delivery> ordered = receipts.ofOrders(distinct(invoice.goods().stream().map(SupplierInvoice.Goods::order)));
        return invoice.goods().stream()
                .map(goods -> goods.receipt() != null
                        ? received.stream().filter(one -> one.receipt().equals(goods.receipt()) && one.line() == goods.receiptLine()).toList()
                        : ordered.stream().filter(one -> one.order().equals(goods.order()) && one.orderLine() == goods.orderLine()).toList())
                .toList();
    }

    private static List<UUID> distinct(Stream<UUID> ids) {
        return ids.filter(Objects::nonNull).distinct().toList();
    }

    private static List<InvoiceTaxes.Base> bases(SupplierInvoice invoice, List<List<Delivery>> deliveries, TaxRates rates) {
        List<Money> nets = invoice.nets();
        List<InvoiceTaxes.Base> bases = new ArrayList<>();
        for (int line = 0; line < invoice.goods().size(); line++) {
            String own = deliveries.get(line).isEmpty() ? null : deliveries.get(line).get(0).taxCode();
            String code = invoice.goods().get(line).taxCode() == null ? own : invoice.goods().get(line).taxCode();
            bases.add(base(code, own, rates, invoice, nets.get(line)));
        }
        for (SupplierInvoice.Charge charge : invoice.charges()) {
            bases.add(base(charge.taxCode(), null, rates, invoice, nets.get(bases.size())));
        }
        return bases;
    }

    private static InvoiceTaxes.Base base(String code, String own, TaxRates rates, SupplierInvoice invoice, Money net) {
        return new InvoiceTaxes.Base(code, own, rates.charged(code, invoice.date()), rates.owedByBuyer(code, invoice.date()), net);
    }

    /** Of the receipts it names, or of those of the goods: what stock bears of it, or bore by an estimate. */
    private void charge(
            SupplierInvoice invoice, int number, Match match, List<InvoiceBooking.Borne> spread, List<InvoiceBooking.Estimate> estimates,
            List<Refusal> refusals) {
        SupplierInvoice.Charge charge = invoice.charges().get(number);
        int line = invoice.goods().size() + number;
        Money booked = invoice.exchange().inBook(invoice.nets()).get(line);
        List<UUID> of = charge.receipts().isEmpty()
                ? match.pieces().stream().map(piece -> piece.delivery().receipt()).distinct().toList() : charge.receipts();
        if (charge.estimated()) {
            Money taken = estimated.worth(of, invoice.nets().get(line), invoice.exchange()).orElse(booked);
            estimates.add(new InvoiceBooking.Estimate(taken, booked.minus(taken)));
            return;
        }
        List<AmendedLine> bearing = of.stream().flatMap(receipt -> amendments.lines(receipt).stream()).toList();
        LandedCost cost = charge.by() == LandedCost.By.FIXED
                ? LandedCost.said(of, booked, charge.parts()) : new LandedCost(null, of, booked, charge.by());
        List<Refusal> against = of.isEmpty()
                ? List.of(Refusal.whole("receipt-missing", "the charge names no receipt that bears it")) : cost.refusals(bearing);
        against.forEach(refusal -> refusals.add(new Refusal(line, refusal.code(), refusal.detail())));
        if (against.isEmpty()) {
            cost.stock(bearing).forEach(part -> spread.add(new InvoiceBooking.Borne(line, borne((StockLine.Charge) part))));
        }
    }

    private static StockLine.Charge borne(StockLine.Charge part) {
        return new StockLine.Charge(part.item(), part.location(), part.movement(), part.amount(), AccountRole.RECEIVED_NOT_INVOICED);
    }

    /** As asked, or the day of the invoice, or of the last receipt that it is for. */
    private LocalDate day(SupplierInvoice invoice, Match match) {
        if (invoice.businessDate() != null) {
            return invoice.businessDate();
        }
        LocalDate charged = invoices.lastDay(invoice.charges().stream().flatMap(charge -> charge.receipts().stream()).toList());
        return Stream.concat(match.pieces().stream().map(piece -> piece.delivery().on()), Stream.of(invoice.date(), charged))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
