package entrepot.trading.learning.server;

import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A model as its row says, without its coefficients; times are milliseconds of the epoch, UTC.
 *
 * @param backtest    id of the one that it comes from
 * @param fit         from 1
 * @param fromTime    first bar of the training, {@code fittedTime} the last, {@code untilTime} the last bar at which it was in use
 * @param features    names, a comma between two
 * @param chosen      set of hyperparameters
 * @param base        share of labels that were 1
 * @param contentHash SHA-256 of {@link ModelRegistry#content}
 */
public record ModelRow(long number, UUID id, UUID backtest, int fit, String symbol, String dataHash, long fromTime, long fittedTime, long untilTime,
        String features, String settings, String chosen, long seed, int samples, double base, String contentHash, ModelFigures figures,
        LocalDateTime trainedAt, String trainedBy) {}
