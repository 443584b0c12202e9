package entrepot.web.api;

import entrepot.inventory.journal.server.Accounts;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.journal.server.PostingReport;
import entrepot.inventory.journal.server.PostingView;
import entrepot.inventory.ledger.Posted;
import entrepot.inventory.ledger.ValueEntry;
import entrepot.kernel.Money;
import entrepot.kernel.book.JournalLine;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The journal a document would make, before anybody posts it. */
@ApplicationScoped
public class Previews {

    private static final int SHOWN = 200;

    @EJB
    private Accounts accounts;

    @EJB
    private PostingReport postings;

    /**
     * @param cost     what would leave stock less what would come in; null where the caller may not see it
     * @param restated what earlier movements would be worth more or less, the first {@link #SHOWN} of {@code restatements}
     * @param months   what that makes of each month; empty where nothing earlier changes
     */
    public record Preview(boolean dryRun, String currency, BigDecimal cost, List<Line> journal, List<Restated> restated, int restatements,
            List<MonthChange> months) {

        /** Both as one. */
        public Preview and(Preview other) {
            return new Preview(dryRun, currency, other.cost, Stream.concat(journal.stream(), other.journal.stream()).toList(),
                    Stream.concat(restated.stream(), other.restated.stream()).toList(), restatements + other.restatements,
                    MonthChange.together(months, other.months));
        }
    }

    /** @param date from which it counts */
    public record Restated(
            UUID posting, String kind, String reference, String sku, String location, LocalDate date, String why, BigDecimal amount) {}

    /**
     * @param debit null on a credit, and the other way round
     * @param date  the earlier day that the line changes, or null
     */
    public record Line(String account, String name, BigDecimal debit, BigDecimal credit, LocalDate date) {}

    Response answer(Books.Attempt attempt) {
        return Response.ok(of(attempt)).build();
    }

    /** @throws ApiProblem with everything that stands against it */
    public Preview of(Books.Attempt attempt) {
        Posted posted = posted(attempt);
        return preview(posted, posted.cost().decimal(), line -> true, posted.restated());
    }

    /** Debits and credits of an account added up, for documents of many lines. @throws ApiProblem with everything that stands against it */
    public Preview byAccount(Books.Attempt attempt) {
        Preview all = of(attempt);
        Map<List<Object>, Line> sums = new LinkedHashMap<>();
        for (Line line : all.journal()) {
            sums.merge(Arrays.asList(line.account(), line.debit() == null, line.date()), line, Previews::sum);
        }
        return new Preview(true, all.currency(), all.cost(), List.copyOf(sums.values()), all.restated(), all.restatements(),
                all.months());
    }

    private static Line sum(Line one, Line other) {
        return new Line(one.account(), one.name(), one.debit() == null ? null : one.debit().add(other.debit()),
                one.credit() == null ? null : one.credit().add(other.credit()), one.date());
    }

    /** For those who may not see costs. @throws ApiProblem with everything that stands against it */
    public Preview withoutCost(Books.Attempt attempt) {
        return preview(posted(attempt), null, line -> line.movement() == null, List.of());
    }

    private static Posted posted(Books.Attempt attempt) {
        if (!attempt.accepted()) {
            throw Refusals.problem(attempt.refusals());
        }
        return attempt.posted();
    }

    private Preview preview(Posted posted, BigDecimal cost, Predicate<JournalLine> shown, List<ValueEntry> restated) {
        Map<String, String> names = accounts.names();
        return new Preview(
                true,
                posted.currency().getCurrencyCode(),
                cost,
                posted.journal().lines().stream().filter(shown).map(line -> line(line, names)).toList(),
                restated(restated),
                restated.size(),
                restated.isEmpty() ? List.of() : MonthChange.of(posted, accounts.kinds()));
    }

    private List<Restated> restated(List<ValueEntry> values) {
        if (values.isEmpty()) {
            return List.of(); // also for a cashier, who may not look at postings
        }
        List<ValueEntry> shown = values.stream().sorted(Comparator.comparing(ValueEntry::date)).limit(SHOWN).toList();
        Map<Long, PostingView.Place> places = postings.places(shown.stream().map(ValueEntry::movement).distinct().toList());
        return shown.stream().filter(value -> places.containsKey(value.movement())).map(value -> {
            PostingView.Place place = places.get(value.movement());
            return new Restated(place.posting(), place.kind().name(), place.reference(), place.sku(), place.location(),
                    value.date(), value.kind().name(), value.amount().decimal());
        }).toList();
    }

    private static Line line(JournalLine line, Map<String, String> names) {
        Money amount = line.amount();
        String code = line.account().code();
        return new Line(code, names.get(code),
                amount.isNegative() ? null : amount.decimal(),
                amount.isNegative() ? amount.negated().decimal() : null,
                line.date());
    }
}
