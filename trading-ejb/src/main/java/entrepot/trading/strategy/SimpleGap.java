package entrepot.trading.strategy;

import entrepot.trading.indicator.MeanGap;

/** Two simple means of one series, without making either. */
record SimpleGap(MeanGap means) implements Gap {

    @Override
    public int length() {
        return means.length();
    }

    @Override
    public int sign(int bar) {
        return means.sign(bar);
    }

    @Override
    public int first(int from, int sign) {
        return means.first(from, sign);
    }

    @Override
    public int firstOther(int from, int sign) {
        return sign == 0 ? Gap.super.firstOther(from, sign) : means.firstOther(from, sign);
    }
}
