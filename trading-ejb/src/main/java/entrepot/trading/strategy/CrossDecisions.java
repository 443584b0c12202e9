package entrepot.trading.strategy;

/** Wants what the last crossing said, from the first bar on at which both lines are there. */
record CrossDecisions(Gap gap, Side side, int begin) implements Decisions {

    @Override
    public int length() {
        return gap.length();
    }

    @Override
    public int next(int last, int held) {
        int from = Math.max(last, begin);
        if (held != 0) {
            return gap.first(from, -held);
        }
        return side == Side.LONG_ONLY ? afterwards(from, -1) : firstCrossing(from);
    }

    /** The gap must have been on the other side before. */
    private int afterwards(int from, int before) {
        return gap.first(gap.first(from, before), -before);
    }

    private int firstCrossing(int from) {
        return Math.min(afterwards(from, -1), afterwards(from, 1));
    }

    @Override
    public int wanted(int bar, int held) {
        return side.of(gap.sign(bar));
    }
}
