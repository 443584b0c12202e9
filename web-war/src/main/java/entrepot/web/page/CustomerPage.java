package entrepot.web.page;

import entrepot.inventory.catalogue.Customer;
import entrepot.inventory.catalogue.Register;
import entrepot.inventory.catalogue.server.CustomerDesk;
import entrepot.inventory.sale.server.SaleReport;
import entrepot.inventory.sale.server.SaleView;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** What does this customer buy? */
@Named
@RequestScoped
public class CustomerPage extends RegisterForm<Customer> {

    private static final int SALES = 25;

    @EJB
    private CustomerDesk desk;

    @EJB
    private SaleReport report;

    @Override
    Register<Customer> register() {
        return desk;
    }

    @Override
    Customer entry(String itsCode) {
        return new Customer(itsCode, sent.text("name"), sent.text("email"), sent.text("active") != null);
    }

    @Override
    String page() {
        return "customer.xhtml";
    }

    /** A cashier may add one, not change it. */
    public boolean isEditable() {
        return shell.may("buyer") || isFresh() && shell.may("cashier");
    }

    public List<SaleView.Head> getSales() {
        return isFresh() ? List.of() : report.list(new SaleReport.Filter(null, null, null, getCode()), null, SALES);
    }
}
