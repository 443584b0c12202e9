package entrepot.trading.replay;

import entrepot.trading.market.Bars;
import entrepot.trading.portfolio.Exact;
import java.util.Arrays;

/** Bars of the mid while they are made, with what the account was worth and held at their ends. */
final class MidBars {

    /** Beyond it a page cannot show them, and a longer clock says as much. */
    private static final int MOST = 250_000;

    private final ReplayTerms terms;
    private long[] times = new long[1024];
    private double[][] prices = new double[5][1024];
    private long[] worth = new long[1024];
    private long[] held = new long[1024];
    private int size;
    private boolean open;

    MidBars(ReplayTerms terms) {
        this.terms = terms;
    }

    int size() {
        return size;
    }

    boolean isOpen() {
        return open;
    }

    void see(long mid) {
        double price = Exact.decimal(mid, Exact.PRICE);
        if (!open) {
            open();
            prices[0][size] = prices[1][size] = prices[2][size] = price;
            prices[4][size] = 0;
            open = true;
        }
        prices[1][size] = Math.max(prices[1][size], price);
        prices[2][size] = Math.min(prices[2][size], price);
        prices[3][size] = price;
    }

    void traded(long units) {
        if (open) {
            prices[4][size] += Exact.decimal(units, Exact.UNIT);
        }
    }

    void close(long millis, long worthNow, long heldNow) {
        times[size] = millis;
        worth[size] = worthNow;
        held[size] = heldNow;
        size++;
        open = false;
    }

    private void open() {
        if (size == MOST) {
            throw terms.beyond(MOST, "intervals in which something happened");
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            worth = Arrays.copyOf(worth, 2 * size);
            held = Arrays.copyOf(held, 2 * size);
            for (int column = 0; column < prices.length; column++) {
                prices[column] = Arrays.copyOf(prices[column], 2 * size);
            }
        }
    }

    Bars bars() {
        return Bars.of(Arrays.copyOf(times, size), column(0), column(1), column(2), column(3), column(4));
    }

    long[] worth() {
        return Arrays.copyOf(worth, size);
    }

    long[] held() {
        return Arrays.copyOf(held, size);
    }

    private double[] column(int column) {
        return Arrays.copyOf(prices[column], size);
    }
}
