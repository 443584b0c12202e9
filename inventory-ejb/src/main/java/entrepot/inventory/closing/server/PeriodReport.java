package entrepot.inventory.closing.server;

import entrepot.inventory.closing.Closed;
import entrepot.inventory.closing.PeriodStatus;
import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.payable.ClosingRate;
import entrepot.inventory.payable.server.PayableTable;
import entrepot.inventory.subtotal.server.RoleBalance;
import entrepot.kernel.Money;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The months of the book, what was done with each, and what should be looked at before one is closed. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class PeriodReport {

    private static final int MONTHS = 240;

    @Inject
    private Figures figures;

    @Inject
    private CompanyFile companies;

    @Inject
    private PayableTable payables;

    @Inject
    private Clock clock;

    /** @param material from which on a change of closed results goes to the prior-period account, or null */
    public record Closing(LocalDate through, LocalDate softThrough, Money material) {}

    /**
     * @param seal the month as it was reported: the head of the chain when it was closed; null where it is open
     * @param at   UTC, of the last step
     */
    public record Period(YearMonth month, PeriodStatus status, long postings, Long seal, String actor, LocalDateTime at) {}

    /** @param at UTC; @param material of the step that sets it */
    public record Event(LocalDateTime at, String actor, String kind, LocalDate period, Long sealNumber, Money material, String reason) {}

    /**
     * @param code    kebab-case, as in the words of the page
     * @param against whether the month cannot be closed so
     * @param count   of what should be looked at; 0 where all is well
     * @param amount  or null
     */
    public record Check(String code, boolean against, long count, Money amount, String detail) {

        public boolean isWell() {
            return count == 0;
        }
    }

    private record Count(LocalDate month, long postings) {}

    public Closing closing() {
        return figures.read(handle -> handle.createQuery("SELECT through, soft_through, material FROM closing").mapTo(Closing.class).one());
    }

    /** From this month back to the first. */
    public List<Period> periods() {
        return figures.read(handle -> {
            Closed closed = handle.createQuery("SELECT through, soft_through FROM closing").mapTo(Closed.class).one();
            List<Count> counts = handle.createQuery("SELECT CAST(DATE_FORMAT(business_date, '%Y-%m-01') AS DATE) month, COUNT(*) postings"
                    + " FROM posting GROUP BY 1").mapTo(Count.class).list();
            List<Event> steps = events(handle);
            List<Period> periods = new ArrayList<>();
            YearMonth first = first(handle);
            for (YearMonth month = now(); !month.isBefore(first) && periods.size() < MONTHS; month = month.minusMonths(1)) {
                periods.add(period(month, closed.of(month), counts, steps));
            }
            return periods;
        });
    }

    private static Period period(YearMonth month, PeriodStatus status, List<Count> counts, List<Event> steps) {
        LocalDate start = month.atDay(1);
        Optional<Event> last = steps.stream().filter(step -> start.equals(step.period())).findFirst();
        return new Period(month, status,
                counts.stream().filter(count -> count.month().equals(start)).mapToLong(Count::postings).sum(),
                status == PeriodStatus.OPEN ? null : last.map(Event::sealNumber).orElse(null),
                last.map(Event::actor).orElse(null), last.map(Event::at).orElse(null));
    }

    /** The newest first. */
    public List<Event> events() {
        return figures.read(PeriodReport::events);
    }

    private static List<Event> events(Handle handle) {
        return handle.createQuery("SELECT at, actor, kind, period, seal_number, material, reason FROM closing_event ORDER BY id DESC")
                .mapTo(Event.class).list();
    }

    /** What should be looked at before the month is closed. */
    public List<Check> checks(YearMonth month) {
        LocalDate end = month.atEndOfMonth();
        return figures.read(handle -> List.of(
                count(handle, "laws", true, " postings or items break a law of the ledger: see the page Proof",
                        "SELECT COUNT(*) FROM proof_finding"),
                count(handle, "unfinished", true, " jobs are running or wait to: let them end",
                        "SELECT COUNT(*) FROM job WHERE status IN ('QUEUED', 'RUNNING') AND kind LIKE '%import%'"),
                count(handle, "below-zero", false, " shelves hold less than nothing: receipts are missing",
                        "SELECT COUNT(*) FROM stock_balance WHERE on_hand < 0"),
                notInvoiced(handle, end),
                atClosingRate(end)));
    }

    /** The first thing for which the month cannot be closed. */
    public Optional<Check> against(YearMonth month) {
        return checks(month).stream().filter(check -> check.against() && !check.isWell()).findFirst();
    }

    private static Check count(Handle handle, String code, boolean against, String what, String sql) {
        long count = handle.createQuery(sql).mapTo(long.class).one();
        return new Check(code, against, count, null, count + what);
    }

    private static Check notInvoiced(Handle handle, LocalDate end) {
        Money open = RoleBalance.of(handle, AccountRole.RECEIVED_NOT_INVOICED.name(), end).negated();
        return new Check("not-invoiced", false, open.isZero() ? 0 : 1, open, open + " of goods received are not invoiced");
    }

    private Check atClosingRate(LocalDate end) {
        ClosingRate rate = payables.on(end, null);
        long off = rate.lines().stream().filter(line -> line.difference() == null || !line.difference().isZero()).count();
        return new Check("closing-rate", false, off, rate.difference(), off + " invoices in other currencies do not stand at the rate of " + end);
    }

    /** The month of the first posting, or this one. */
    public YearMonth first() {
        return figures.read(this::first);
    }

    private YearMonth first(Handle handle) {
        return handle.createQuery("SELECT MIN(business_date) FROM posting").mapTo(LocalDate.class).findOne().map(YearMonth::from).orElse(now());
    }

    private YearMonth now() {
        return YearMonth.from(companies.company().businessDate(clock.instant()));
    }
}
