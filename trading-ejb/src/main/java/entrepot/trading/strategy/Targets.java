package entrepot.trading.strategy;

/** Wants what stands at each bar. */
record Targets(int... targets) implements Decisions {

    @Override
    public int length() {
        return targets.length;
    }

    @Override
    public int next(int last, int held) {
        int bar = last + 1;
        while (bar < targets.length && targets[bar] == held) {
            bar++;
        }
        return bar;
    }

    @Override
    public int wanted(int bar, int held) {
        return targets[bar];
    }
}
