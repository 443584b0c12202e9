package entrepot.inventory.sale.server;

import entrepot.inventory.ledger.Lot;
import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.Tracking;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.DocumentLots;
import entrepot.inventory.ledger.server.ReturnedLots;
import entrepot.inventory.sale.KitSale;
import entrepot.inventory.sale.LineAmounts;
import entrepot.inventory.sale.ResolvedSale;
import entrepot.inventory.sale.Sale;
import entrepot.inventory.tax.RunningTax;
import entrepot.inventory.tax.TaxRates;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** The codes of a group of sales, read together; finds what a sale means, or says all that is wrong with it. */
final class SaleCodes {

    private final Currency currency;
    private final Map<String, CodeBook.Item> items;
    private final Map<String, CodeBook.Place> locations;
    private final Map<String, Long> customers;
    private final TaxRates rates;
    private final Map<String, List<CodeBook.EarlierLine>> earlier;
    private final DocumentLots.Found lots;

    SaleCodes(
            CodeBook codes, Map<String, CodeBook.Item> items, DocumentLots documentLots, Currency currency, Collection<Sale> sales) {
        this.currency = currency;
        List<Sale.Line> lines = sales.stream().flatMap(sale -> sale.lines().stream()).toList();
        this.items = items;
        locations = codes.places(sales.stream().map(Sale::location).toList());
        customers = codes.customers(sales.stream().map(Sale::customer).toList());
        earlier = codes.earlierLines(lines.stream().map(Sale.Line::returnOf).toList());
        rates = codes.taxRates();
        lots = documentLots.find(lines.stream().map(this::ofLots).toList());
    }

    private DocumentLots.Line ofLots(Sale.Line line) {
        return new DocumentLots.Line(items.get(line.sku()), line.quantity(), line.lots(), false);
    }

    /** @param mayExpire whether a lot may be sold after its last day where it is named */
    Prepared prepare(KitSale kits, String content, boolean mayExpire) {
        List<Refusal> refusals = new ArrayList<>(kits.refusals());
        refusals.addAll(kits.unnamed(sku -> items.get(sku) != null && items.get(sku).tracking() == Tracking.SERIAL));
        try {
            ResolvedSale resolved = resolve(kits.sale(), mayExpire, refusals);
            return refusals.isEmpty() ? Prepared.of(resolved.command(content, kits)) : Prepared.refused(refusals);
        } catch (ArithmeticException overflow) {
            refusals.add(Refusal.overflow(overflow));
            return Prepared.refused(refusals);
        }
    }

    /** @param refusals takes everything that is wrong; the result counts only where none is added */
    private ResolvedSale resolve(Sale sale, boolean mayExpire, List<Refusal> refusals) {
        CodeBook.Place place = locations.get(sale.location());
        LocationId location = place == null ? null : place.id();
        if (location == null) {
            refusals.add(Refusal.whole("unknown-location", "no location '" + sale.location() + "'"));
        }
        Long customer = customers.get(sale.customer());
        if (sale.customer() != null && customer == null) {
            refusals.add(Refusal.whole("unknown-customer", "no customer '" + sale.customer() + "'"));
        }
        if (place != null && place.customer() != null && !sale.isReturn() && !place.customer().equals(customer)) {
            refusals.add(Refusal.whole("consigned", "goods at " + sale.location() + " are with a customer and sold to him alone"));
        }
        var lines = new ArrayList<ResolvedSale.Line>();
        RunningTax document = new RunningTax(rates.rounding());
        for (int number = 0; number < sale.lines().size(); number++) {
            int before = refusals.size();
            ResolvedSale.Line line = line(sale, number, document, mayExpire, refusals);
            if (refusals.size() == before) {
                lines.add(line);
            }
        }
        ResolvedSale resolved = new ResolvedSale(sale, customer, location, currency, lines);
        if (refusals.isEmpty() && !resolved.tendered().equals(resolved.total())) {
            refusals.add(Refusal.whole("tenders-differ",
                    "tenders come to " + resolved.tendered() + ", the lines to " + resolved.total()));
        }
        return resolved;
    }

    private ResolvedSale.Line line(
            Sale sale, int number, RunningTax document, boolean mayExpire, List<Refusal> refusals) {
        Sale.Line asked = sale.lines().get(number);
        CodeBook.Item item = items.get(asked.sku());
        if (item == null) {
            refusals.add(new Refusal(number, "unknown-sku", "no item '" + asked.sku() + "' is on sale"));
        }
        List<CodeBook.EarlierLine> moved = earlier.getOrDefault(asked.returnOf() + "/" + asked.returnLine(), List.of());
        CodeBook.EarlierLine sold = moved.isEmpty() ? null : moved.get(0);
        if (asked.returnOf() != null && (sold == null || !sold.sku().equals(asked.sku()))) {
            refusals.add(new Refusal(number, "unknown-sale-line", "no sale " + asked.returnOf() + " has '" + asked.sku()
                    + "' on line " + asked.returnLine()));
        }
        BigDecimal price = asked.unitPrice() != null ? asked.unitPrice() : sold == null ? null : sold.unitPrice();
        if (price == null) {
            refusals.add(new Refusal(number, "price-missing", "no unit price for '" + asked.sku() + "'"));
        }
        String taxCode = taxCode(asked, sold, item);
        BigDecimal rate = rates.charged(taxCode, sold == null ? sale.businessDate() : sold.businessDate());
        if (rate == null) {
            refusals.add(new Refusal(number, "unknown-tax-code", "no tax code '" + taxCode + "'"));
        }
        List<LotPart> parts = lots(sale, number, moved, mayExpire, refusals);
        if (item == null || price == null || rate == null) {
            return null;
        }
        LineAmounts amounts = LineAmounts.of(asked.quantity(), price, asked.discount(), taxCode, rate, sale.taxIncluded(), document);
        if (amounts.net().isNegative()) {
            Money gross = amounts.gross();
            refusals.add(new Refusal(number, "discount-too-large", "discount " + asked.discount() + " is more than " + gross));
        }
        return new ResolvedSale.Line(item.id(), asked, price, taxCode, amounts, sold == null ? null : sold.movement(), parts);
    }

    private List<LotPart> lots(
            Sale sale, int number, List<CodeBook.EarlierLine> moved, boolean mayExpire, List<Refusal> refusals) {
        Sale.Line asked = sale.lines().get(number);
        List<LotPart> parts = lots.parts(number, ofLots(asked), refusals);
        for (int at = 0; !sale.isReturn() && !mayExpire && at < parts.size(); at++) {
            Lot lot = parts.get(at).lot();
            if (lot.isExpiredOn(sale.businessDate())) {
                refusals.add(new Refusal(number, "lot-expired", "lot " + lot.code() + " of " + asked.sku() + " expired on " + lot.expires()
                        + ": it is not sold", "lots/" + at + "/lot"));
            }
        }
        return asked.returnOf() == null || moved.isEmpty() ? parts : ReturnedLots.of(number, moved, parts, refusals);
    }

    private static String taxCode(Sale.Line asked, CodeBook.EarlierLine sold, CodeBook.Item item) {
        if (asked.taxCode() != null) {
            return asked.taxCode();
        }
        if (sold != null) {
            return sold.taxCode();
        }
        return item == null ? null : item.taxCode();
    }
}
