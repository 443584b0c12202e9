package entrepot.web.api;

import entrepot.inventory.journal.server.JournalReport;
import entrepot.inventory.journal.server.TrialBalanceRow;
import entrepot.kernel.Money;
import entrepot.platform.company.CompanyFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** The balance of every account on a day. */
@Path("trial-balance")
@RequestScoped
@RolesAllowed({"buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class TrialBalanceResource {

    @EJB
    private JournalReport journal;

    @Inject
    private CompanyFile companies;

    @Inject
    private AsKnown known;

    /** @param difference debits less credits: zero, or the book is broken */
    public record Answer(LocalDate asOf, String currency, Money difference, List<TrialBalanceRow> accounts) {}

    @GET
    public Answer get(@QueryParam("asOf") String asOf) {
        QueryFields query = new QueryFields();
        LocalDate day = query.day("asOf", asOf, known.today());
        query.check();
        Currency currency = companies.company().currency();
        List<TrialBalanceRow> accounts = journal.trialBalance(day);
        Money difference =
                accounts.stream().map(TrialBalanceRow::balance).reduce(Money.zero(currency), Money::plus);
        return new Answer(day, currency.getCurrencyCode(), difference, accounts);
    }
}
