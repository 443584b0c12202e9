package entrepot.web.page;

import entrepot.inventory.closing.PeriodStatus;
import entrepot.inventory.closing.server.PeriodDesk;
import entrepot.inventory.closing.server.PeriodRefused;
import entrepot.inventory.closing.server.PeriodReport;
import entrepot.kernel.Money;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.retry.Retry;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Which months are closed, and may this one be? */
@Named
@RequestScoped
public class PeriodsPage {

    @EJB
    private PeriodReport report;

    @EJB
    private PeriodDesk desk;

    @Inject
    private CompanyFile companies;

    @Inject
    private Sent sent;

    @Inject
    private Faults faults;

    @Inject
    private NoteBox notes;

    @Inject
    private Shell shell;

    @Inject
    private Show show;

    @Inject
    private Retry retry;

    private String asked;
    private List<PeriodReport.Period> periods;
    private List<PeriodReport.Check> checks;
    private List<PeriodReport.Event> events;
    private PeriodReport.Closing closing;

    public String soften() {
        return did(() -> desk.close(chosen(), PeriodStatus.SOFT, sent.text("reason")), "softened");
    }

    public String close() {
        return did(() -> desk.close(chosen(), PeriodStatus.CLOSED, sent.text("reason")), "closed");
    }

    public String reopen() {
        return did(() -> desk.reopen(chosen(), sent.text("reason")), "reopened");
    }

    /** What counts as material; an empty field for never. */
    public String keepMaterial() {
        Optional<BigDecimal> amount = sent.number("material");
        if (amount.isEmpty() && sent.text("material") != null || amount.isPresent() && amount.get().signum() < 0) {
            faults.note("/material", show.word("periods", "notanamount"));
            return null;
        }
        return did(() -> desk.setMaterial(amount.map(major -> Money.rounded(major, companies.company().currency())).orElse(null)), "kept");
    }

    private String did(Runnable act, String word) {
        try {
            retry.run(() -> {
                act.run();
                return null;
            });
        } catch (PeriodRefused refused) {
            faults.note(refused.code().equals("reason-missing") ? "/reason" : "", show.word("periods.refused", refused.code()));
            return null;
        }
        notes.good(show.word("periods", word));
        return "periods.xhtml?faces-redirect=true&month=" + chosen();
    }

    public List<PeriodReport.Period> getPeriods() {
        if (periods == null) {
            periods = report.periods();
        }
        return periods;
    }

    /** The month looked at: the one asked for, else the first that is not closed. */
    public PeriodReport.Period getPeriod() {
        return getPeriods().stream().filter(period -> period.month().toString().equals(month())).findFirst().orElseGet(this::firstOpen);
    }

    private PeriodReport.Period firstOpen() {
        return getPeriods().stream().filter(period -> period.status() != PeriodStatus.CLOSED).reduce((later, earlier) -> earlier)
                .orElse(getPeriods().get(0));
    }

    private String month() {
        return sent.text("month") == null ? asked : sent.text("month");
    }

    private YearMonth chosen() {
        return getPeriod().month();
    }

    public List<PeriodReport.Check> getChecks() {
        if (checks == null) {
            checks = report.checks(chosen());
        }
        return checks;
    }

    public List<PeriodReport.Event> getSteps() {
        if (events == null) {
            LocalDate start = chosen().atDay(1);
            events = report.events().stream().filter(step -> start.equals(step.period())).toList();
        }
        return events;
    }

    public PeriodReport.Closing getClosing() {
        if (closing == null) {
            closing = report.closing();
        }
        return closing;
    }

    public boolean isMine() {
        return shell.may("accountant");
    }

    /** Where one looks at what a check counts. */
    public String link(PeriodReport.Check check) {
        return switch (check.code()) {
            case "laws" -> "proof.xhtml";
            case "unfinished" -> "jobs.xhtml";
            case "closing-rate" -> (shell.goes("closingrates") ? "closingrates" : "trialbalance") + ".xhtml?date=" + chosen().atEndOfMonth();
            case "below-zero" -> "items.xhtml";
            default -> "trialbalance.xhtml?date=" + chosen().atEndOfMonth();
        };
    }

    public String getAsked() {
        return asked;
    }

    public void setAsked(String month) {
        asked = Asked.text(month);
    }
}
