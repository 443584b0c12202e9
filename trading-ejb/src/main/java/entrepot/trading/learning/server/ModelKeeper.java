package entrepot.trading.learning.server;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Adds what a backtest learned. */
@Stateless
@RolesAllowed("system")
public class ModelKeeper {

    @Inject
    private ModelTable table;

    /** @param content coefficients or trees, as JSON */
    public record Kept(ModelRow row, String content) {}

    /** @param models in the order of their fits */
    public void keep(UUID backtest, List<Kept> models, Study study) {
        models.forEach(one -> table.add(one.row(), one.content()));
        table.add(backtest, study);
    }
}
