package entrepot.inventory.parallel.server;

import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.platform.retry.Retry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings the valuation books up to date, every night or when asked: only items that moved, or were restated, are valued again. */
@ApplicationScoped
public class BookValuation implements JobKind {

    public static final String NAME = "valuation-books";

    @Inject
    private BookTable table;

    @Inject
    private Retry retry;

    /** @param left items in which the statutory amounts stand, because they cannot be valued so */
    public record Outcome(long books, long items, long left) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Value the valuation books";
    }

    @Override
    public Optional<LocalTime> nightlyAt() {
        return Optional.of(LocalTime.of(3, 30));
    }

    @Override
    public Set<String> runners() {
        return Set.of("accountant");
    }

    @Override
    public void run(JobRun run) {
        long items = 0;
        long left = 0;
        List<BookTable.Row> books = table.all();
        for (BookTable.Row book : books) {
            List<BookTable.Behind> behind = table.behind(book.id());
            for (int done = 0; done < behind.size(); done++) {
                if (run.stopAsked()) {
                    return;
                }
                BookTable.Behind item = behind.get(done);
                String fault = retry.run(() -> table.value(book, item));
                if (fault != null) {
                    left++;
                    run.log(book.code() + ": item " + item.item() + " stays as it is in the statutory books: " + fault);
                }
                items++;
                run.progress(done + 1L, behind.size());
            }
            table.valued(book.id());
            run.log(book.code() + ": " + behind.size() + " items valued");
        }
        run.outcome(new Outcome(books.size(), items, left));
    }
}
