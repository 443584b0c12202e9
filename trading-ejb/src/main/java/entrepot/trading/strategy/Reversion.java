package entrepot.trading.strategy;

/**
 * Bets that a score comes back: long while it has been below {@code low} and not yet reached {@code leaveLong}; short the other way
 * round. A score that is not a number ends a position.
 *
 * @param low       entry to a long, strictly below; {@code high} to a short, strictly above
 * @param leaveLong a long ends at it or above; {@code leaveShort}, a short at it or below
 */
record Reversion(double low, double high, double leaveLong, double leaveShort, Side side) {

    /** Around 0, the same both ways. */
    static Reversion around0(double enter, double exit, Side side) {
        return new Reversion(-enter, enter, -exit, exit, side);
    }

    Decisions of(double[] score) {
        int[] targets = new int[score.length];
        int held = 0;
        for (int bar = 0; bar < targets.length; bar++) {
            held = next(held, score[bar]);
            targets[bar] = held;
        }
        return new Targets(targets);
    }

    private int next(int held, double score) {
        boolean stays = held > 0 && score < leaveLong || held < 0 && score > leaveShort;
        if (stays) {
            return held;
        }
        return score < low ? 1 : score > high ? side.of(-1) : 0;
    }
}
