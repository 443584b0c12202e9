package entrepot.trading.indicator;

/**
 * Half the slope of the logarithm of the mean squared change over lags 1, 2, 4, ... up to n/4 on the logarithm of the lag, over
 * the last n values: 0.5 for a random walk, above where it goes on, below where it comes back. Undefined in a flat window and
 * where a lag shows no change at all. O(log n) a bar.
 *
 * @see "Mandelbrot and Van Ness, Fractional Brownian Motions, SIAM Review 10, 1968; Di Matteo, Quantitative Finance 7, 2007"
 */
final class Hurst implements Filter {

    private final Window window;
    private final RollingSum[] squares;
    private long seen;

    Hurst(Settings settings) {
        int n = settings.whole("n");
        window = new Window(n);
        squares = new RollingSum[31 - Integer.numberOfLeadingZeros(n / 4) + 1];
        for (int power = 0; power < squares.length; power++) {
            squares[power] = new RollingSum(n - (1 << power));
        }
    }

    @Override
    public double next(double value) {
        window.add(value);
        seen++;
        double slope = 0;
        double spread = 0;
        for (int power = 0; power < squares.length; power++) {
            int lag = 1 << power;
            if (seen > lag) {
                double change = value - window.ago(lag);
                squares[power].add(change * change);
            }
            double off = power - (squares.length - 1) / 2.0;
            slope += off * Math.log(squares[power].mean()) / Math.log(2);
            spread += off * off;
        }
        double exponent = slope / spread / 2;
        return window.isFull() && Double.isFinite(exponent) ? exponent : Double.NaN;
    }
}
