package entrepot.trading.learning.server;

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
import java.util.UUID;

/** All models that were ever fitted. None is changed; what people say of one is added to it. */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
public class ModelRegistry {

    @Inject
    private ModelTable table;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** Newest first. @param symbol null for all, as {@code backtest}; @param before a number, or {@code Long.MAX_VALUE} */
    public List<ModelView> list(String symbol, UUID backtest, long before, int limit) {
        return table.list(symbol, backtest, before, limit).stream().map(this::view).toList();
    }

    public Optional<ModelView> find(UUID id) {
        return table.find(id).map(this::view);
    }

    /** Coefficients or trees, as JSON. */
    public Optional<String> content(UUID id) {
        return table.content(id);
    }

    /** Of all models of a backtest together. */
    public Optional<Study> study(UUID backtest) {
        return table.study(backtest);
    }

    /**
     * Approves a candidate, or retires a model.
     *
     * @param to   APPROVED, by another person than who trained it, or RETIRED
     * @param note why
     * @throws ModelRefused where it is not in a state for that, or the caller trained it
     */
    @RolesAllowed({"quant", "risk", "admin"})
    public ModelView decide(UUID id, ModelState to, String note) {
        ModelView view = find(id).orElseThrow();
        String actor = context.getCallerPrincipal().getName();
        boolean fits = to == ModelState.APPROVED ? view.state() == ModelState.CANDIDATE : to == ModelState.RETIRED && view.state() != ModelState.RETIRED;
        if (!fits) {
            throw new ModelRefused("wrong-state", "the model is " + view.state() + " and cannot become " + to
                    + "; a CANDIDATE can be approved, and what is not RETIRED can be retired");
        }
        if (to == ModelState.APPROVED && actor.equals(view.model().trainedBy())) {
            throw new ModelRefused("own-model", "trained by " + actor + "; it must be approved by another person");
        }
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
        if (!table.add(view.model().number(), new ModelDecision(view.decisions().size() + 1, to, note, now, actor))) {
            throw new ModelRefused("wrong-state", "somebody else decided meanwhile: read the model again");
        }
        return find(id).orElseThrow();
    }

    private ModelView view(ModelRow row) {
        return new ModelView(row, table.decisions(row.number()));
    }
}
