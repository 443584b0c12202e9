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

/** The journal a document would make, before anybody posts it. */
@ApplicationScoped
public class Previews {

    @EJB
    private Accounts accounts;

    /** @param cost what would leave stock less what would come in */
    record Preview(boolean dryRun, String currency, BigDecimal cost, List<Line> journal) {}

    /** @param debit null on a credit, and the other way round */
    record Line(String account, String name, BigDecimal debit, BigDecimal credit) {}

    Response answer(Books.Attempt attempt) {
        if (!attempt.accepted()) {
            throw Refusals.problem(attempt.refusals());
        }
        Posted posted = attempt.posted();
        Map<String, String> names = accounts.names();
        return Response.ok(new Preview(
                        true,
                        posted.currency().getCurrencyCode(),
                        posted.cost().decimal(),
                        posted.journal().lines().stream().map(line -> line(line, names)).toList()))
                .build();
    }

    private static Line line(JournalLine line, Map<String, String> names) {
        Money amount = line.amount();
        String code = line.account().code();
        return new Line(code, names.get(code),
                amount.isNegative() ? null : amount.decimal(),
                amount.isNegative() ? amount.negated().decimal() : null);
    }
}
