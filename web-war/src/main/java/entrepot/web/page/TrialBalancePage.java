package entrepot.web.page;

import entrepot.inventory.journal.server.JournalReport;
import entrepot.inventory.journal.server.TrialBalanceRow;
import entrepot.kernel.Money;
import entrepot.platform.company.CompanyFile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Does the journal balance, and how does every account stand? */
@Named
@RequestScoped
public class TrialBalancePage {

    @Inject
    private JournalReport report;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    private String date;
    private List<TrialBalanceRow> rows;

    public List<TrialBalanceRow> getRows() {
        if (rows == null) {
            rows = report.trialBalance(day());
        }
        return rows;
    }

    public Money getDebits() {
        return sum(TrialBalanceRow::debit);
    }

    public Money getCredits() {
        return sum(TrialBalanceRow::credit);
    }

    private Money sum(Function<TrialBalanceRow, Money> side) {
        return getRows().stream().map(side).filter(Objects::nonNull)
                .reduce(Money.zero(companies.company().currency()), Money::plus);
    }

    private LocalDate day() {
        LocalDate asked = Asked.day(date);
        return asked == null ? companies.company().businessDate(clock.instant()) : asked;
    }

    public String getDate() {
        return day().toString();
    }

    public void setDate(String date) {
        this.date = date;
    }
}
