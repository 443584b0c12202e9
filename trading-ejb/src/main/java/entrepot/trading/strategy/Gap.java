package entrepot.trading.strategy;

/** A fast line against a slow one, by sign. */
interface Gap {

    int length();

    /** 1 where the fast line is above, -1 where below, 0 where they are equal. */
    int sign(int bar);

    /** The first bar from {@code from} on with this sign, 1 or -1; the length where there is none. */
    default int first(int from, int sign) {
        int bar = from;
        while (bar < length() && sign(bar) != sign) {
            bar++;
        }
        return bar;
    }

    /** The first bar from {@code from} on with another sign; the length where there is none. */
    default int firstOther(int from, int sign) {
        int bar = from;
        while (bar < length() && sign(bar) == sign) {
            bar++;
        }
        return bar;
    }
}
