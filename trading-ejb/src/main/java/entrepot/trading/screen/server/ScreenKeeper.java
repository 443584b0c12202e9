package entrepot.trading.screen.server;

import entrepot.trading.screen.Screened;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Keeps what came of a run, in one transaction and once. */
@Stateless
@RolesAllowed("system")
public class ScreenKeeper {

    @Inject
    private ScreenRunTable table;

    @Inject
    private Clock clock;

    public void keep(ScreenRun run, Screened found) {
        if (table.result(run.number()).isEmpty()) {
            table.add(run.number(), found, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS));
        }
    }
}
