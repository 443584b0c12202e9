package entrepot.trading.strategy;

/** Wants what stands at each bar. */
record Targets(int... targets) implements Decisions {

    @Override
    public int length() {
        return targets.length;
    }

    @Override
    public int wanted(int bar, int held) {
        return targets[bar];
    }
}
