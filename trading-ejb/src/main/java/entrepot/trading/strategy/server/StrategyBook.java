package entrepot.trading.strategy.server;

import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.SavedStrategy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Saved strategies. Nothing that was saved is ever changed. */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
public class StrategyBook {

    @Inject
    private StrategyTable table;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** The latest version of each, by name. @param after a name, or "" for the first */
    public List<SavedStrategy> latest(String after, int limit) {
        return table.latest(after, limit);
    }

    /** @param version 0 for the latest */
    public Optional<SavedStrategy> find(String name, int version) {
        return table.find(name, version);
    }

    /** The latest first. @param before a version, or {@code Integer.MAX_VALUE} */
    public List<SavedStrategy> versions(String name, int before, int limit) {
        return table.versions(name, before, limit);
    }

    /**
     * Saves the version after the one that was seen.
     *
     * @param seen 0 for a new name
     * @throws SaveRefused where the name is there already, is not there, or has a later version than was seen
     */
    @RolesAllowed({"quant", "admin"})
    public SavedStrategy save(String name, int seen, RuleStrategy rule, String note) {
        Versions versions = new Versions("strategy", name, table.find(name, 0).map(SavedStrategy::version).orElse(0));
        int version = versions.after(seen);
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
        SavedStrategy saved = new SavedStrategy(name, version, rule, note, now, context.getCallerPrincipal().getName());
        if (!table.add(saved)) {
            throw versions.stale(version);
        }
        return saved;
    }
}
