package entrepot.trading.screen.server;

import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import entrepot.platform.sql.Ids;
import entrepot.trading.screen.SavedScreen;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Where a quant, or the night, asks a screen. */
@Stateless
@RolesAllowed({"quant", "admin", "system"})
public class ScreenDesk {

    private static final String SYSTEM = "system";

    @Inject
    private ScreenTable screens;

    @Inject
    private ScreenRunTable table;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @EJB
    private JobDesk jobs;

    @Resource
    private SessionContext context;

    /**
     * Queues it, or finds that it was asked for before.
     *
     * @param version 0 for the latest
     * @param day     as of it, or null for the last one with bars
     * @return whether it is new
     * @throws ScreenRefused where there is no such version, or the id stands for another run
     */
    public boolean ask(UUID id, String name, int version, LocalDate day) {
        SavedScreen saved = screens.find(name, version).orElseThrow(() -> new ScreenRefused("unknown-screen",
                "no screen '" + name + "'" + (version == 0 ? "" : ", version " + version)));
        Optional<ScreenRun> before = table.find(id);
        if (before.isPresent()) {
            ScreenRun run = before.get();
            if (!run.name().equals(name) || version != 0 && run.version() != version || !Objects.equals(run.day(), day)) {
                throw new ScreenRefused("idempotency-clash", "the key " + id + " was used before for another run");
            }
            return false;
        }
        Job job = jobs.run(ScreenJob.KIND, "Screen " + name, new ScreenJob.Wanted(id));
        boolean nightly = context.isCallerInRole(SYSTEM);
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
        table.add(new ScreenRun(ids.next(), id, name, saved.version(), day, nightly, job.id(), now,
                nightly ? SYSTEM : context.getCallerPrincipal().getName()));
        return true;
    }
}
