package entrepot.inventory.retail.server;

import entrepot.inventory.check.server.LedgerCheck;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.retail.PlanTotals;
import entrepot.kernel.Money;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares what the files say with what the journal holds, by SQL over the rows of one batch. */
@ApplicationScoped
public class Reconciliation {

    private static final List<PostingKind> OF_ROWS =
            List.of(PostingKind.SALE, PostingKind.CUSTOMER_RETURN, PostingKind.SCRAP, PostingKind.ADJUSTMENT);
    private static final List<PostingKind> BOUGHT = List.of(PostingKind.OPENING, PostingKind.RECEIPT);

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    @Inject
    private LedgerCheck laws;

    /** A figure, as the files and the declared purchases make it, and as the book has it. */
    public record Tie(String figure, String files, String book, boolean holds) {
        private static Tie of(String figure, Object files, Object book) {
            return new Tie(figure, files.toString(), book.toString(), files.equals(book));
        }
    }

    public record Report(boolean holds, List<Tie> ties) {}

    private record Moved(String kind, long documents, long movements, long units) {}

    private record Amount(String kind, long amount) {}

    Report of(ImportBatch batch, PlanTotals plan, long rows, long rejected) {
        String source = batch.source();
        Map<String, Moved> moved = new HashMap<>();
        rows(source, Moved.class, "SELECT p.kind, COUNT(DISTINCT p.seq) documents, COUNT(*) movements,"
                + " CAST(SUM(ABS(m.quantity)) DIV 1000000 AS SIGNED) units FROM posting p JOIN movement m ON m.posting_seq = p.seq"
                + " WHERE p.source = ? GROUP BY p.kind").forEach(row -> moved.put(row.kind(), row));
        List<Tie> ties = new ArrayList<>();
        ties.add(Tie.of("rows of the files", rows, rejected + OF_ROWS.stream().mapToLong(kind -> moved(moved, kind).movements()).sum()));
        for (PostingKind kind : PostingKind.values()) {
            PlanTotals.Sum planned = plan.of(kind);
            if (planned.documents() > 0) {
                String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                ties.add(Tie.of(name + " documents", planned.documents(), moved(moved, kind).documents()));
                ties.add(Tie.of(name + " lines", planned.lines(), moved(moved, kind).movements()));
                ties.add(Tie.of(name + " units", planned.units(), moved(moved, kind).units()));
            }
        }
        ties.addAll(money(source, plan));
        ties.add(Tie.of("laws of the ledger that are broken", 0, laws.check().broken()));
        return new Report(ties.stream().allMatch(Tie::holds), ties);
    }

    private static Moved moved(Map<String, Moved> moved, PostingKind kind) {
        return moved.getOrDefault(kind.name(), new Moved(kind.name(), 0, 0, 0));
    }

    private List<Tie> money(String source, PlanTotals plan) {
        Map<String, Long> revenue = amounts(source, "SELECT p.kind, SUM(s.gross) amount FROM posting p"
                + " JOIN sale_line s ON s.posting_seq = p.seq WHERE p.source = ? GROUP BY p.kind");
        Map<String, Long> value = amounts(source, "SELECT p.kind, SUM(v.amount) amount FROM posting p"
                + " JOIN value_entry v ON v.posting_seq = p.seq WHERE p.source = ? GROUP BY p.kind");
        Map<String, Long> journal = amounts(source, "SELECT r.role kind, SUM(j.amount) amount FROM posting p"
                + " JOIN journal_line j ON j.posting_seq = p.seq"
                + " JOIN account_role r ON r.account_code = j.account_code"
                + " WHERE p.source = ? GROUP BY r.role");
        Money sold = plan.of(PostingKind.SALE).amount();
        Money back = plan.of(PostingKind.CUSTOMER_RETURN).amount();
        Money bought = BOUGHT.stream().map(kind -> plan.of(kind).amount()).reduce(money(0), Money::plus);
        long received = BOUGHT.stream().mapToLong(kind -> value.getOrDefault(kind.name(), 0L)).sum();
        long inStock = value.values().stream().mapToLong(Long::longValue).sum();
        return List.of(
                Tie.of("sold, at list price", sold, money(revenue.getOrDefault("SALE", 0L))),
                Tie.of("taken back, at the price sold", back.negated(), money(revenue.getOrDefault("CUSTOMER_RETURN", 0L))),
                Tie.of("revenue in the journal", sold.minus(back), money(-journal.getOrDefault("REVENUE", 0L))),
                Tie.of("cost of what was bought", bought, money(received)),
                Tie.of("value of the stock left: entries and inventory account", money(inStock),
                        money(journal.getOrDefault("INVENTORY", 0L))),
                Tie.of("units left", plan.unitsLeft(), one("SELECT CAST(COALESCE(SUM(m.quantity), 0) DIV 1000000 AS SIGNED)"
                        + " FROM posting p JOIN movement m ON m.posting_seq = p.seq WHERE p.source = ?", source)),
                Tie.of("sum of the journal", money(0), money(one("SELECT COALESCE(SUM(j.amount), 0) FROM posting p"
                        + " JOIN journal_line j ON j.posting_seq = p.seq WHERE p.source = ?", source))));
    }

    private Map<String, Long> amounts(String source, String sql) {
        Map<String, Long> amounts = new HashMap<>();
        rows(source, Amount.class, sql).forEach(row -> amounts.put(row.kind(), row.amount()));
        return amounts;
    }

    private <T> List<T> rows(String source, Class<T> type, String sql) {
        return database.jdbi().withHandle(handle -> handle.createQuery(sql).bind(0, source).mapTo(type).list());
    }

    private long one(String sql, String source) {
        return database.jdbi().withHandle(handle -> handle.createQuery(sql).bind(0, source).mapTo(long.class).one());
    }

    private Money money(long minor) {
        return new Money(minor, companies.company().currency());
    }
}
