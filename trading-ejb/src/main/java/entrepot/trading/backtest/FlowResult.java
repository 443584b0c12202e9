package entrepot.trading.backtest;

import entrepot.trading.replay.FlowFigures;
import entrepot.trading.replay.ParentFigures;
import entrepot.trading.replay.ReplayResult;

/** What came of a backtest in a recorded market. @param result its bars are of the mid; @param parent null where a market was made */
public record FlowResult(BacktestResult result, ReplayResult replay, FlowFigures figures, ParentFigures parent, String dataHash) {

    /** As {@link BacktestResult#hash}, with the rows of the flow, and each fill with its moment, its row and its rule. */
    public String hash() {
        ResultHash hash = new ResultHash().add(dataHash).add(result.hash());
        replay.fills().forEach(fill -> hash.add(fill.time()).add(fill.row()).add(fill.rule().name()));
        return hash.hex();
    }
}
