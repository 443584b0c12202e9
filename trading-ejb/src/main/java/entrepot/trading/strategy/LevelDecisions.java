package entrepot.trading.strategy;

/** Wants what the gap says now, from a first bar on. */
record LevelDecisions(Gap gap, Side side, int begin) implements Decisions {

    @Override
    public int length() {
        return gap.length();
    }

    @Override
    public int next(int last, int held) {
        int from = Math.max(last + 1, begin);
        if (side == Side.LONG_ONLY) {
            return held == 0 ? gap.first(from, 1) : gap.firstOther(from, 1);
        }
        return Math.min(gap.firstOther(from, held), length());
    }

    @Override
    public int wanted(int bar, int held) {
        return side.of(gap.sign(bar));
    }
}
