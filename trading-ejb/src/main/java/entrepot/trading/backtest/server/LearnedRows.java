package entrepot.trading.backtest.server;

import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.ResultHash;
import entrepot.trading.evidence.Moments;
import entrepot.trading.evidence.MonthlyReturns;
import entrepot.trading.evidence.Trial;
import entrepot.trading.evidence.Trials;
import entrepot.trading.evidence.server.TrialRow;
import entrepot.trading.learning.Assessment;
import entrepot.trading.learning.Feature;
import entrepot.trading.learning.Fit;
import entrepot.trading.learning.server.ModelFigures;
import entrepot.trading.learning.server.ModelKeeper;
import entrepot.trading.learning.server.ModelRow;
import entrepot.trading.learning.server.Study;
import entrepot.trading.market.Bars;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is kept of a backtest that is learned, as rows. @param dataHash of what was traded; @param sets what each set of hyperparameters would have made by itself */
record LearnedRows(BacktestRow backtest, LearnedRun learned, Bars bars, String dataHash, List<BacktestResult> sets) {

    List<ModelKeeper.Kept> models(LocalDateTime now, LongSupplier numbers) {
        List<ModelKeeper.Kept> models = new ArrayList<>();
        for (Fit fit : learned.course().fits()) {
            Assessment.Compared compared = learned.assessment().byFit().get(fit.number() - 1);
            UUID id = UUID.nameUUIDFromBytes((backtest.id() + "/" + fit.number()).getBytes(StandardCharsets.UTF_8));
            ModelRow row = new ModelRow(numbers.getAsLong(), id, backtest.id(), fit.number(), backtest.symbol(), dataHash, bars.time(fit.from()),
                    bars.time(fit.at()), bars.time(fit.until() - 1), features(), backtest.settings(), names().get(fit.chosen()),
                    learned.learned().seed(), fit.samples(), fit.base(), fit.model().hash(),
                    new ModelFigures(fit.inSample(), compared.model(), compared.baseline(), fit.losses()), now, backtest.createdBy());
            models.add(new ModelKeeper.Kept(row, fit.model().text()));
        }
        return models;
    }

    private List<String> names() {
        return learned.learned().family().sets();
    }

    private String features() {
        return learned.learned().features().stream().map(Feature::name).collect(Collectors.joining(","));
    }

    Study study() {
        return new Study(learned.assessment(), IntStream.range(0, sets.size()).mapToObj(set -> {
            BacktestResult found = sets.get(set);
            int chosen = (int) learned.course().fits().stream().filter(fit -> fit.chosen() == set).count();
            return new Study.Tried(names().get(set), chosen, found.performance().totalReturn(), Moments.of(found.returns()).sharpe());
        }).toList());
    }

    /** All sets of hyperparameters together. @param resultHash of the backtest */
    TrialRow trial(long number, LocalDateTime now, String resultHash, String terms) {
        List<Moments> moments = sets.stream().map(found -> Moments.of(found.returns())).toList();
        Trials together = Trials.of(IntStream.range(0, sets.size()).mapToObj(set -> new Trial(1, moments.get(set).sharpe(), 0, 0,
                MonthlyReturns.of(bars.times(), sets.get(set).equity()))).toList());
        double mean = moments.stream().mapToDouble(Moments::sharpe).filter(one -> !Double.isNaN(one)).average().orElse(Double.NaN);
        return new TrialRow(number, now, backtest.createdBy(), backtest.symbol(), dataHash, ResultHash.ofSets(resultHash),
                backtest.experiment().words() + " each of " + names(), terms, bars.time(0), bars.time(bars.size() - 1), sets.size(), mean,
                together.variance(), Math.max(0, together.correlation()), bars.size() - 1, Double.NaN, Double.NaN, null);
    }
}
