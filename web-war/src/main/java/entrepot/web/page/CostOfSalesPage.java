package entrepot.web.page;

import entrepot.inventory.statement.server.CostOfSalesReport;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What did it cost that was sold, and what is left of what it brought? */
@Named
@RequestScoped
public class CostOfSalesPage extends PeriodPage {

    @EJB
    private CostOfSalesReport report;

    private CostOfSalesReport.Found found;

    public CostOfSalesReport.Found getFound() {
        if (found == null) {
            found = report.find(filter(), by(), Asked.text(getAfter()), LIMIT + 1);
        }
        return found;
    }

    public Part<CostOfSalesReport.Row> getRows() {
        return Part.of(getFound().rows(), LIMIT, CostOfSalesReport.Row::code);
    }

    private CostOfSalesReport.By by() {
        CostOfSalesReport.By asked = Asked.oneOf(asked(), CostOfSalesReport.By.class);
        return asked == null ? CostOfSalesReport.By.CATEGORY : asked;
    }

    public String getQuery() {
        return query().and("by", by()).text();
    }

    public String getBy() {
        return by().name();
    }
}
