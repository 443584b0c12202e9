package entrepot.trading.evidence;

/** The 64-bit linear congruential generator of the shared vectors. */
final class Lcg {

    private long state;

    Lcg(long seed) {
        state = seed;
    }

    double uniform() {
        state = state * 6364136223846793005L + 1442695040888963407L;
        return (state >>> 11) / 0x1p53;
    }
}
