package entrepot.trading.screen.server;

import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.trading.screen.Screen;
import entrepot.trading.screen.Screened;
import entrepot.trading.screen.Screening;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Asks a screen of one instrument after the other; one series is in memory at a time. What is found is kept at the end, in one transaction, so
 * after a stop or a crash it begins anew and comes to the same.
 */
@ApplicationScoped
public class ScreenJob implements JobKind {

    static final String KIND = "screen";

    @Inject
    private ScreenTable screens;

    @Inject
    private ScreenRunTable table;

    @EJB
    private ScreenKeeper keeper;

    @Inject
    private ScreenReadings readings;

    @Inject
    private Clock clock;

    record Wanted(UUID run) {}

    record Outcome(LocalDate day, int asked, int passed, int failed, int notJudged, String resultHash) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String title() {
        return "Run a screen";
    }

    @Override
    public Set<String> runners() {
        return Set.of("quant");
    }

    @Override
    public void run(JobRun run) {
        ScreenRun row = table.find(run.parameters(Wanted.class).run()).orElseThrow();
        Screen screen = screens.find(row.name(), row.version()).orElseThrow().screen();
        List<String> symbols = screens.symbols(screen.universe());
        LocalDate day = day(row, screen);
        run.log(symbols.size() + " instruments as of " + day);
        Screening screening = new Screening(screen, day);
        for (int at = 0; at < symbols.size(); at++) {
            if (run.stopAsked()) {
                return;
            }
            screening.add(symbols.get(at), readings.of(screen, day, symbols.get(at)));
            run.progress(at + 1, symbols.size());
        }
        Screened found = screening.found();
        keeper.keep(row, found);
        run.outcome(new Outcome(day, found.summary().asked(), found.summary().passed(), found.summary().failed(), found.summary().notJudged(), found.resultHash()));
    }

    /** Where none was asked for, the last one on which any of the instruments has a bar; today where none has. */
    private LocalDate day(ScreenRun row, Screen screen) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return row.day() != null ? row.day() : screens.lastDay(screen.universe(), today).orElse(today);
    }
}
