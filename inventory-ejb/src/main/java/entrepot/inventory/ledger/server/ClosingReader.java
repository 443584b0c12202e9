package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Closing;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.StockLine;
import entrepot.kernel.Money;
import entrepot.platform.company.Company;
import entrepot.platform.company.CompanyFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** How far the books are closed, for what reaches back. */
@ApplicationScoped
public class ClosingReader {

    /** What is posted at the end of a month may commit in the next. */
    private static final Duration LONGEST_POSTING = Duration.ofMinutes(5);

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    private record Row(LocalDate through, LocalDate softThrough, Long material) {}

    /**
     * Shared with all that post; who closes a period waits until they are done. Of this month nothing can be closed.
     *
     * @param closes whether who posts may also close, and so post in what is softly closed
     */
    Closing read(Handle handle, Collection<PostingRequest> requests, boolean closes) {
        Company company = companies.company();
        LocalDate month = company.businessDate(clock.instant().plus(LONGEST_POSTING)).withDayOfMonth(1);
        if (requests.stream().noneMatch(request -> reachesBefore(month, request))) {
            return Closing.NONE;
        }
        Row row = handle.createQuery("SELECT through, soft_through, material FROM closing LOCK IN SHARE MODE").mapTo(Row.class).one();
        return new Closing(closes ? row.through : later(row.through, row.softThrough),
                row.material == null ? null : new Money(row.material, company.currency()));
    }

    private static boolean reachesBefore(LocalDate month, PostingRequest request) {
        return request.businessDate().isBefore(month) || request.stock().stream().anyMatch(StockLine::changesThePast);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }
}
