package entrepot.trading.screen.server;

import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.platform.retry.Retry;
import entrepot.trading.screen.SavedScreen;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Asks each screen that wants it once a night, as of the last day with bars. Doing it twice for one night asks nothing twice. */
@ApplicationScoped
public class NightlyScreens implements JobKind {

    static final String KIND = "screens-nightly";

    @Inject
    private ScreenTable screens;

    @EJB
    private ScreenDesk desk;

    @Inject
    private Retry retry;

    record Outcome(int screens) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String title() {
        return "Run the nightly screens";
    }

    @Override
    public Optional<LocalTime> nightlyAt() {
        return Optional.of(LocalTime.of(4, 0));
    }

    @Override
    public Set<String> runners() {
        return Set.of("quant");
    }

    @Override
    public void run(JobRun run) {
        List<SavedScreen> all = screens.nightly();
        for (int at = 0; at < all.size() && !run.stopAsked(); at++) {
            SavedScreen screen = all.get(at);
            UUID id = UUID.nameUUIDFromBytes((run.job() + " " + screen.name()).getBytes(StandardCharsets.UTF_8));
            retry.run(() -> desk.ask(id, screen.name(), 0, null));
            run.progress(at + 1, all.size());
        }
        run.outcome(new Outcome(all.size()));
    }
}
