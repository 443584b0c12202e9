package entrepot.trading.screen.server;

import entrepot.trading.screen.SavedScreen;
import entrepot.trading.screen.Screen;
import entrepot.trading.strategy.server.SaveRefused;
import entrepot.trading.strategy.server.Versions;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Saved screens. Nothing that was saved is ever changed. */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
public class ScreenBook {

    @Inject
    private ScreenTable table;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** The latest version of each, by name. @param after a name, or "" for the first */
    public List<SavedScreen> latest(String after, int limit) {
        return table.latest(after, limit);
    }

    /** @param version 0 for the latest */
    public Optional<SavedScreen> find(String name, int version) {
        return table.find(name, version);
    }

    /** The latest first. @param before a version, or {@code Integer.MAX_VALUE} */
    public List<SavedScreen> versions(String name, int before, int limit) {
        return table.versions(name, before, limit);
    }

    /**
     * Saves the version after the one that was seen.
     *
     * @param seen 0 for a new name
     * @throws SaveRefused as {@link Versions#after}, or where a listed instrument is not there
     */
    @RolesAllowed({"quant", "admin"})
    public SavedScreen save(String name, int seen, Screen screen, boolean nightly, String note) {
        refuseUnknown(screen);
        Versions versions = new Versions("screen", name, table.find(name, 0).map(SavedScreen::version).orElse(0));
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
        SavedScreen saved = new SavedScreen(name, versions.after(seen), screen, nightly, note, now, context.getCallerPrincipal().getName());
        if (!table.add(saved)) {
            throw versions.stale(saved.version());
        }
        return saved;
    }

    private void refuseUnknown(Screen screen) {
        if (screen.universe().symbols() == null) {
            return;
        }
        List<String> unknown = new ArrayList<>(screen.universe().symbols());
        unknown.removeAll(table.symbols(screen.universe()));
        if (!unknown.isEmpty()) {
            throw new SaveRefused("unknown-instrument", "no instrument " + String.join(", ", unknown));
        }
    }
}
