package entrepot.trading.backtest.server;

import entrepot.platform.start.Facts;
import entrepot.platform.start.FirstDay;
import entrepot.platform.start.FirstStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The first day of a quant, and of those who so far can only look: a trader and a risk officer. */
@ApplicationScoped
public class FirstResearchDay implements FirstDay {

    @Inject
    private Facts facts;

    @Override
    public List<FirstStep> steps(String actor) {
        BooleanSupplier prices = () -> facts.any("FROM bar_series WHERE bars > 0");
        BooleanSupplier results = () -> facts.any("FROM backtest_result");
        return List.of(
                new FirstStep("quant", "instrument", "instruments.xhtml", () -> facts.any("FROM instrument WHERE created_by = ?", actor)),
                new FirstStep("quant", "prices", "instruments.xhtml",
                        () -> facts.any("FROM market_import WHERE kind = 'BARS' AND imported_by = ?", actor)),
                new FirstStep("quant", "backtest", "backtest.xhtml",
                        () -> facts.any("FROM backtest b JOIN backtest_result r ON r.backtest = b.number WHERE b.created_by = ?", actor)),
                new FirstStep("trader", "series", "instruments.xhtml", prices),
                new FirstStep("trader", "result", "backtest.xhtml", results),
                new FirstStep("risk", "series", "instruments.xhtml", prices),
                new FirstStep("risk", "decision", "instruments.xhtml", () -> facts.any("FROM bar_decision WHERE actor = ?", actor)),
                new FirstStep("risk", "result", "backtest.xhtml", results));
    }
}
