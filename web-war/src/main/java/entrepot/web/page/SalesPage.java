package entrepot.web.page;

import entrepot.inventory.sale.server.SaleReport;
import entrepot.inventory.sale.server.SaleView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What was sold and what came back? */
@Named
@RequestScoped
public class SalesPage {

    private static final int LIMIT = 100;

    @Inject
    private SaleReport report;

    private String from;
    private String to;
    private String sku;
    private String customer;
    private String after;
    private Part<SaleView.Head> sales;

    public Part<SaleView.Head> getSales() {
        if (sales == null) {
            SaleReport.Filter filter =
                    new SaleReport.Filter(Asked.day(from), Asked.day(to), Asked.text(sku), Asked.text(customer));
            sales = Part.of(report.list(filter, Asked.dated(after), LIMIT + 1), LIMIT, SaleView.Head::key);
        }
        return sales;
    }

    public String getQuery() {
        return Query.of("from", from).and("to", to).and("sku", sku).and("customer", customer).text();
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
