package entrepot.trading.strategy;

/** Targets, each with the share of the money that a position opened there takes. */
record Sized(Decisions decisions, double[] shares) implements Decisions {

    @Override
    public int length() {
        return shares.length;
    }

    @Override
    public int next(int last, int held) {
        return decisions.next(last, held);
    }

    @Override
    public int wanted(int bar, int held) {
        return decisions.wanted(bar, held);
    }

    @Override
    public double share(int bar) {
        return shares[bar];
    }
}
