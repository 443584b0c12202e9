package entrepot.web.page;

import entrepot.inventory.consign.server.ConsignmentReport;
import entrepot.kernel.Money;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** Whose goods lie where, and what do we owe for what was sold of them? */
@Named
@RequestScoped
public class ConsignmentsPage {

    @EJB
    private ConsignmentReport report;

    private String supplier;
    private String from;
    private String to;
    private List<ConsignmentReport.Theirs> theirs;
    private List<ConsignmentReport.Ours> ours;
    private List<ConsignmentReport.Settled> settled;

    public List<ConsignmentReport.Theirs> getTheirs() {
        if (theirs == null) {
            theirs = report.theirs(Asked.text(supplier));
        }
        return theirs;
    }

    public List<ConsignmentReport.Ours> getOurs() {
        if (ours == null) {
            ours = report.ours(null);
        }
        return ours;
    }

    public List<ConsignmentReport.Settled> getSettled() {
        if (settled == null) {
            settled = report.settlement(Asked.text(supplier), Asked.day(from), Asked.day(to));
        }
        return settled;
    }

    /** Of what is shown as taken. */
    public Money getOwed() {
        return getSettled().stream().map(ConsignmentReport.Settled::amount).reduce(Money::plus).orElseThrow();
    }

    public String getSupplier() {
        return supplier;
    }

    public void setSupplier(String supplier) {
        this.supplier = supplier;
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
}
