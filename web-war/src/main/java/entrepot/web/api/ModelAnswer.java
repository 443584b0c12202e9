package entrepot.web.api;

import static entrepot.web.api.BacktestAnswer.decimal;

import entrepot.trading.learning.Assessment;
import entrepot.trading.learning.Scores;
import entrepot.trading.learning.server.ModelDecision;
import entrepot.trading.learning.server.ModelRow;
import entrepot.trading.learning.server.ModelState;
import entrepot.trading.learning.server.ModelView;
import entrepot.trading.learning.server.Study;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A model as clients see it. Figures are decimals in strings; one that the labels cannot say is absent.
 *
 * @param fit         from 1, in the order of time
 * @param lastUsed    last bar at which it was in use
 * @param base        share of labels of its training that were 1, which the baseline says
 * @param losses      mean log loss in the folds, one a set of hyperparameters
 * @param contentHash SHA-256 of what {@code content} answers
 */
record ModelAnswer(UUID id, ModelState state, UUID backtest, int fit, String instrument, String dataHash, Instant firstBar, Instant fittedAtBar,
        Instant lastUsed, List<String> features, String settings, String chosen, long seed, int samples, BigDecimal base, Figures inSample,
        Figures outOfSample, Figures baseline, List<BigDecimal> losses, String contentHash, LocalDateTime trainedAt, String trainedBy,
        List<ModelDecision> decisions, Map<String, String> links) {

    record Figures(int count, BigDecimal logLoss, BigDecimal brier, BigDecimal auc, BigDecimal hitRate) {
        static Figures of(Scores scores) {
            return new Figures(scores.count(), decimal(scores.logLoss()), decimal(scores.brier()), decimal(scores.auc()), decimal(scores.hitRate()));
        }
    }

    static ModelAnswer of(ModelView view) {
        ModelRow row = view.model();
        String self = "/api/v1/models/" + row.id();
        return new ModelAnswer(row.id(), view.state(), row.backtest(), row.fit(), row.symbol(), row.dataHash(), Instant.ofEpochMilli(row.fromTime()),
                Instant.ofEpochMilli(row.fittedTime()), Instant.ofEpochMilli(row.untilTime()), List.of(row.features().split(",")), row.settings(),
                row.chosen(), row.seed(), row.samples(), decimal(row.base()), Figures.of(row.figures().inSample()),
                Figures.of(row.figures().outOfSample()), Figures.of(row.figures().baseline()),
                Arrays.stream(row.figures().losses()).mapToObj(BacktestAnswer::decimal).toList(), row.contentHash(), row.trainedAt(), row.trainedBy(),
                view.decisions(), Map.of("self", self, "content", self + "/content", "backtest", "/api/v1/backtests/" + row.backtest()));
    }

    /** Of all models of a backtest together. @param sets as if each had been used alone */
    record Learning(Figures model, Figures baseline, List<Tenth> calibration, List<Importance> importance, List<Tried> sets) {
        static Learning of(Study study) {
            Assessment found = study.assessment();
            return new Learning(Figures.of(found.model()), Figures.of(found.baseline()), found.calibration().stream().map(Tenth::of).toList(),
                    found.importance().stream().map(Importance::of).toList(), study.sets().stream().map(Tried::of).toList());
        }
    }

    /** @param from lowest probability in it; @param said mean probability; @param came share of labels that were 1 */
    record Tenth(BigDecimal from, int count, BigDecimal said, BigDecimal came) {
        static Tenth of(Assessment.Tenth tenth) {
            return new Tenth(decimal(tenth.from()), tenth.count(), decimal(tenth.said()), decimal(tenth.came()));
        }
    }

    /** What is lost without the feature, each with its standard error over the fits. */
    record Importance(String feature, BigDecimal accuracy, BigDecimal accuracyError, BigDecimal logLoss, BigDecimal logLossError) {
        static Importance of(Assessment.Importance one) {
            return new Importance(one.feature(), decimal(one.accuracy()), decimal(one.accuracyError()), decimal(one.logLoss()), decimal(one.logLossError()));
        }
    }

    /** @param chosen how many fits chose it; @param sharpe of one bar */
    record Tried(String set, int chosen, BigDecimal totalReturn, BigDecimal sharpe) {
        static Tried of(Study.Tried one) {
            return new Tried(one.set(), one.chosen(), decimal(one.totalReturn()), decimal(one.sharpe()));
        }
    }
}
