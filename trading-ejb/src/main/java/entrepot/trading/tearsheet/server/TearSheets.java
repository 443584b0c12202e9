package entrepot.trading.tearsheet.server;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.server.BacktestFigures;
import entrepot.trading.backtest.server.BacktestReport;
import entrepot.trading.backtest.server.BacktestView;
import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.basket.server.BasketFigures;
import entrepot.trading.basket.server.BasketReport;
import entrepot.trading.basket.server.BasketView;
import entrepot.trading.evidence.Trials;
import entrepot.trading.market.BarPlan;
import entrepot.trading.tearsheet.AccountCurve;
import entrepot.trading.tearsheet.TearSheet;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The tear sheet of a backtest, whatever its kind. */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
public class TearSheets {

    @EJB
    private BacktestReport backtests;

    @EJB
    private BasketReport baskets;

    /** A backtest that is there. @param sheet empty until it is through; @param status of its job */
    public record Asked(String status, Optional<TearSheetView> sheet) {}

    /** @return empty where there is no such backtest of any kind */
    public Optional<Asked> find(UUID id) {
        return find(id, new HashMap<>());
    }

    /** As above, one of several. @param counted trials that were read for others */
    public Optional<Asked> find(UUID id, Map<String, Trials> counted) {
        return backtests.find(id, counted).map(view -> new Asked(view.job().status().name(), Optional.ofNullable(view.result()).map(found -> of(view, found))))
                .or(() -> baskets.find(id).map(view -> new Asked(view.job().status().name(), Optional.ofNullable(view.result()).map(found -> of(view, found)))));
    }

    private TearSheetView of(BacktestView view, BacktestFigures found) {
        Experiment asked = view.experiment();
        AccountCurve curve = Curves.of(asked.startCash(), found.bars(), part -> backtests.part(view.number(), part));
        List<String> instruments = asked.pair() == null ? List.of(asked.symbol()) : List.of(asked.symbol(), asked.pair().other());
        return new TearSheetView(view.id(), TearSheetView.Kind.BACKTEST, view, instruments, asked.words(), asked.terms(), asked.adjusted() && asked.replay() == null, asked.replay() != null, asked.bars(),
                asked.learned() == null ? null : Long.valueOf(asked.learned().seed()), view.createdAt(), view.createdBy(),
                new TearSheetView.Result(found.currency(), found.bars(), found.firstTime(), found.lastTime(), found.dataHash(), found.resultHash(),
                        found.endValue(), found.holdValue(), found.hold()),
                List.of(new TearSheetView.Data(String.join(", ", instruments), found.dataHash())),
                TearSheet.of(curve, found.performance().barsPerYear(), backtests.profits(view.number())));
    }

    private TearSheetView of(BasketView view, BasketFigures found) {
        BasketExperiment asked = view.experiment();
        AccountCurve curve = Curves.ofPortfolio(found.money(found.start()).doubleValue(), found.days(),
                part -> baskets.part(view.number(), part, asked.symbols().size()));
        double[] profits = Arrays.stream(baskets.profits(view.number())).mapToDouble(minor -> found.money(minor).doubleValue()).toArray();
        return new TearSheetView(view.id(), TearSheetView.Kind.PORTFOLIO, view, asked.symbols(), asked.words(), asked.terms(), false, false, BarPlan.DAILY, null, view.createdAt(),
                view.createdBy(),
                new TearSheetView.Result(found.currency(), found.days(), found.firstTime(), found.lastTime(), found.dataHash(), found.resultHash(),
                        found.money(found.end()).doubleValue(), found.money(found.holdEnd()).doubleValue(), found.hold()),
                baskets.members(view.number()).stream().map(member -> new TearSheetView.Data(member.symbol(), member.dataHash())).toList(),
                TearSheet.of(curve, found.performance().barsPerYear(), profits));
    }
}
