package entrepot.inventory.closing.server;

import entrepot.inventory.closing.Closed;
import entrepot.inventory.closing.PeriodStatus;
import entrepot.kernel.Money;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Closes months and opens them again; each step is written down with who took it and why. */
@Stateless
@RolesAllowed({"accountant", "admin"})
public class PeriodDesk {

    private static final int PATIENCE = 50;
    private static final long PAUSE_MS = 200;

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @EJB
    private PeriodReport report;

    @Resource
    private SessionContext context;

    private record Step(String kind, YearMonth month, Long seal, Long material, String reason) {}

    /**
     * Waits until all that was posted of it is sealed: the head of the chain then is the month as it was reported.
     *
     * @param to SOFT or CLOSED
     * @throws PeriodRefused where something speaks against it
     */
    public void close(YearMonth month, PeriodStatus to, String reason) {
        database.jdbi().useHandle(handle -> {
            change(handle, closed -> closed.close(month, to, report.first(), now()));
            report.against(month).ifPresent(check -> {
                throw new PeriodRefused(check.code(), check.detail());
            });
            awaitSeals(handle, month);
            note(handle, new Step(to.name(), month, head(handle), null, reason));
        });
    }

    /** @throws PeriodRefused where it is open, a later one is closed, or no reason is given */
    public void reopen(YearMonth month, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new PeriodRefused("reason-missing", "a month is opened again for a reason: say which");
        }
        database.jdbi().useHandle(handle -> {
            change(handle, closed -> closed.reopen(month));
            note(handle, new Step("REOPENED", month, head(handle), null, reason));
        });
    }

    /** @param material from which amount on a change of closed results goes to the prior-period account; null for never */
    public void setMaterial(Money material) {
        Long minor = material == null ? null : material.minor();
        database.jdbi().useHandle(handle -> {
            handle.execute("UPDATE closing SET material = ?, version = version + 1", minor);
            note(handle, new Step("MATERIAL", null, null, minor, null));
        });
    }

    private static void change(Handle handle, UnaryOperator<Closed> by) {
        Closed now = handle.createQuery("SELECT through, soft_through FROM closing FOR UPDATE").mapTo(Closed.class).one();
        try {
            Closed next = by.apply(now);
            handle.execute("UPDATE closing SET through = ?, soft_through = ?, version = version + 1", next.through(), next.softThrough());
        } catch (Closed.Refused refused) {
            throw PeriodRefused.of(refused);
        }
    }

    /** What reaches into the month can no longer be posted: it would wait for the row that is locked here. */
    private static void awaitSeals(Handle handle, YearMonth month) {
        List<Long> unsealed = handle.createQuery("SELECT posting_seq FROM to_seal").mapTo(Long.class).list();
        for (int tries = 0; isAnyOf(handle, unsealed); tries++) {
            if (tries == PATIENCE) {
                throw new PeriodRefused("unsealed", "not all that was posted of " + month + " is sealed yet: try again in a moment");
            }
            pause();
        }
    }

    private static boolean isAnyOf(Handle handle, List<Long> unsealed) {
        return !unsealed.isEmpty() && handle.createQuery("SELECT EXISTS(SELECT 1 FROM to_seal WHERE posting_seq IN (<postings>))")
                .bindList("postings", unsealed).mapTo(boolean.class).one();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PeriodRefused("unsealed", "the server is stopping: try again");
        }
    }

    private static long head(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM seal").mapTo(long.class).one();
    }

    private void note(Handle handle, Step step) {
        handle.execute("INSERT INTO closing_event (id, at, actor, kind, period, seal_number, material, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(), LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), context.getCallerPrincipal().getName(), step.kind,
                step.month == null ? null : step.month.atDay(1), step.seal, step.material, step.reason);
    }

    private YearMonth now() {
        return YearMonth.from(companies.company().businessDate(clock.instant()));
    }
}
