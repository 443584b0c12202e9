package entrepot.trading.strategy;

import entrepot.trading.indicator.StretchSums;

/**
 * Two simple means of one series, as far as its stretches have come. Who asks again, once there are more, is answered from where the
 * search stood.
 */
final class StretchGap implements Gap {

    private final StretchSums sums;
    private final int fast;
    private final int slow;
    private final double[] fastSums;
    private final double[] slowSums;
    private final Search above = new Search();
    private final Search below = new Search();
    private final Search notAbove = new Search();
    private final Search notBelow = new Search();

    StretchGap(StretchSums sums, int fast, int slow) {
        this.sums = sums;
        this.fast = fast;
        this.slow = slow;
        boolean often = sums.isOften(fast) && sums.isOften(slow);
        fastSums = often ? sums.window(fast) : null;
        slowSums = often ? sums.window(slow) : null;
    }

    /** What was looked for from one bar on is not before another. */
    private static final class Search {
        private int from = -1;
        private int stands;
    }

    @Override
    public int length() {
        return sums.end();
    }

    @Override
    public int sign(int bar) {
        return sums.all().compare(bar, fast, slow);
    }

    @Override
    public int first(int from, int sign) {
        return find(sign > 0 ? above : below, from, sign, true);
    }

    @Override
    public int firstOther(int from, int sign) {
        return find(sign > 0 ? notAbove : notBelow, from, sign, false);
    }

    private int find(Search search, int from, int sign, boolean has) {
        int bar = search.from == from ? search.stands : from;
        int full = Math.min(Math.max(sums.begin(), slow - 1), length());
        while (bar < full && (sign(bar) == sign) != has) {
            bar++;
        }
        search.from = from;
        search.stands = bar < full ? bar : fullFrom(bar, sign, has);
        return search.stands;
    }

    private int fullFrom(int bar, int sign, boolean has) {
        if (fastSums == null) {
            return has ? sums.all().first(bar, length(), sign, fast, slow) : sums.all().firstOther(bar, length(), sign, fast, slow);
        }
        return has ? firstAbove(bar, sign * fast, sign * slow) : firstNotAbove(bar, sign * fast, sign * slow);
    }

    /** With both below 0: the first below. */
    private int firstAbove(int from, double fast, double slow) {
        int begin = sums.begin();
        int size = sums.end() - begin;
        int at = from - begin;
        while (at < size && !(fastSums[at] * slow > slowSums[at] * fast)) {
            at++;
        }
        return begin + at;
    }

    private int firstNotAbove(int from, double fast, double slow) {
        int begin = sums.begin();
        int size = sums.end() - begin;
        int at = from - begin;
        while (at < size && fastSums[at] * slow > slowSums[at] * fast) {
            at++;
        }
        return begin + at;
    }
}
