package entrepot.trading.strategy;

/** Two lines that are there already. */
record LineGap(double[] fast, double[] slow) implements Gap {

    @Override
    public int length() {
        return fast.length;
    }

    @Override
    public int sign(int bar) {
        return fast[bar] > slow[bar] ? 1 : fast[bar] < slow[bar] ? -1 : 0;
    }
}
