package entrepot.trading.learning.server;

import java.util.List;

/** A model and what was said of it, the first first. */
public record ModelView(ModelRow model, List<ModelDecision> decisions) {

    public ModelState state() {
        return decisions.isEmpty() ? ModelState.CANDIDATE : decisions.get(decisions.size() - 1).state();
    }
}
