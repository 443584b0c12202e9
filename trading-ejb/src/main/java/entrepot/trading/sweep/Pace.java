package entrepot.trading.sweep;

/** How many cells of a kind are a matter of minutes. */
public enum Pace {

    /** Backtests of one instrument that decide at closes. */
    FAST(1024, Search.MOST, 40),

    /** The same by limits, stops and profits, at the simulated broker. */
    BRISK(256, 200_000, 40),

    /** Portfolios, pairs and market making. */
    STEADY(32, 20_000, 40),

    /** Cells that are learned: each is fitted again and again. */
    SLOW(2, 300, 8);

    private final int chunk;
    private final int most;
    private final int compared;

    Pace(int chunk, int most, int compared) {
        this.chunk = chunk;
        this.most = most;
        this.compared = compared;
    }

    /** @param learned whether cells are; @param larger whether they are portfolios, pairs or market making; @param ordered whether they have limits, stops or profits */
    public static Pace of(boolean learned, boolean larger, boolean ordered) {
        return learned ? SLOW : larger ? STEADY : ordered ? BRISK : FAST;
    }

    /** Rows of every chunk but the last. */
    public int chunk() {
        return chunk;
    }

    /** Places of a grid, or draws. */
    public int most() {
        return most;
    }

    /** The same where windows are walked through, too. */
    public int mostWalked() {
        return Math.min(most, WalkForward.MOST_CELLS);
    }

    /** Cells whose monthly returns are compared. */
    int compared() {
        return compared;
    }
}
