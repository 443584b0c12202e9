package entrepot.trading.backtest;

import entrepot.trading.replay.FlowFigures;
import entrepot.trading.replay.ReplayResult;

/** What came of a backtest in a recorded market. @param result its bars are of the mid */
public record FlowResult(BacktestResult result, ReplayResult replay, FlowFigures figures, String dataHash) {

    FlowResult(BacktestResult result, ReplayResult replay, double minor, String dataHash) {
        this(result, replay, FlowFigures.of(replay, minor), dataHash);
    }

    /** As {@link BacktestResult#hash}, with the rows of the flow, and each fill with its moment, its row and its rule. */
    public String hash() {
        ResultHash hash = new ResultHash().add(dataHash).add(result.hash());
        replay.fills().forEach(fill -> hash.add(fill.time()).add(fill.row()).add(fill.rule().name()));
        return hash.hex();
    }
}
