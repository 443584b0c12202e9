package entrepot.inventory.check.server;

import entrepot.inventory.ledger.CanonicalLine;
import entrepot.platform.audit.Sealed;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the rows of sealed postings say today, each in the form in which it was sealed. */
@ApplicationScoped
public class SealedLines {

    @Inject
    private Database database;

    @Inject
    private BookRows rows;

    @Inject
    private CompanyFile companies;

    /** By the number of the posting; none where it is gone. */
    Map<Long, String> today(List<Sealed> group) {
        Map<Long, Integer> versions = new HashMap<>();
        group.forEach(sealed -> versions.put(sealed.postingSeq(), version(sealed.body())));
        String currency = companies.company().currency().getCurrencyCode();
        return database.jdbi().withHandle(handle -> rows.lines(handle, versions, currency));
    }

    /** The first form has no rows of other features. */
    private static int version(String body) {
        return body != null && body.startsWith("1|") ? 1 : CanonicalLine.VERSION;
    }
}
