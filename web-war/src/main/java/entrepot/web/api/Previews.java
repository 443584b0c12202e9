package entrepot.web.api;

import entrepot.inventory.journal.server.Accounts;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.Posted;
import entrepot.kernel.Money;
import entrepot.kernel.book.JournalLine;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The journal a document would make, before anybody posts it. */
@ApplicationScoped
public class Previews {

    @EJB
    private Accounts accounts;

    /** @param cost what would leave stock less what would come in; null where the caller may not see it */
    public record Preview(boolean dryRun, String currency, BigDecimal cost, List<Line> journal) {}

    /** @param debit null on a credit, and the other way round */
    public record Line(String account, String name, BigDecimal debit, BigDecimal credit) {}

    Response answer(Books.Attempt attempt) {
        return Response.ok(of(attempt)).build();
    }

    /** @throws ApiProblem with everything that stands against it */
    public Preview of(Books.Attempt attempt) {
        Posted posted = posted(attempt);
        return preview(posted, posted.cost().decimal(), line -> true);
    }

    /** For those who may not see costs. @throws ApiProblem with everything that stands against it */
    public Preview withoutCost(Books.Attempt attempt) {
        return preview(posted(attempt), null, line -> line.movement() == null);
    }

    private static Posted posted(Books.Attempt attempt) {
        if (!attempt.accepted()) {
            throw Refusals.problem(attempt.refusals());
        }
        return attempt.posted();
    }

    private Preview preview(Posted posted, BigDecimal cost, Predicate<JournalLine> shown) {
        Map<String, String> names = accounts.names();
        return new Preview(
                true,
                posted.currency().getCurrencyCode(),
                cost,
                posted.journal().lines().stream().filter(shown).map(line -> line(line, names)).toList());
    }

    private static Line line(JournalLine line, Map<String, String> names) {
        Money amount = line.amount();
        String code = line.account().code();
        return new Line(code, names.get(code),
                amount.isNegative() ? null : amount.decimal(),
                amount.isNegative() ? amount.negated().decimal() : null);
    }
}
