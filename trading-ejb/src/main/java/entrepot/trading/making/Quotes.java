package entrepot.trading.making;

/**
 * Where a market maker buys and sells one lot. Prices, 1/γ and 1/k are in one unit of price, inventory is in lots, below zero of a short, and
 * variance is in price² per unit of the time that is left. Orders that reach a quote at a distance δ from the price come at {@code A e^(-kδ)} a
 * unit of time.
 *
 * @param bid below {@code ask}; either may be on the other side of the price where much is held
 */
public record Quotes(double bid, double ask) {

    /**
     * Up to a time at which everything is valued at the price: {@code r = s - qγσ²(T-t)}, half of the spread {@code γσ²(T-t)/2 + ln(1+γ/k)/γ} on either
     * side of it.
     *
     * @param price    s
     * @param left     T - t, 0 or more
     * @param gamma    γ, aversion to risk, above 0
     * @param k        how fast orders thin out, above 0
     * @see "Avellaneda and Stoikov, High-frequency trading in a limit order book, Quantitative Finance 8(3), 2008, pp. 217–224, equations 29 and 30"
     */
    public static Quotes avellanedaStoikov(double price, double inventory, double variance, double left, double gamma, double k) {
        check(variance, gamma, k);
        if (!(left >= 0)) {
            throw new IllegalArgumentException("time left is " + left + ", must be 0 or more");
        }
        double reserved = price - inventory * gamma * variance * left;
        double half = gamma * variance * left / 2 + spread(gamma, k);
        return new Quotes(reserved - half, reserved + half);
    }

    /**
     * Far from any end, for whoever stops quoting the side that would take him beyond a bound: {@code ln(1+γ/k)/γ} plus (bid) or less (ask)
     * {@code q √(σ²γ/(2kA) (1+γ/k)^(1+k/γ))} from the price, and half of that root more on both sides. An approximation, better the larger the bound.
     *
     * @param arrivals A, above 0, a unit of the time of the variance
     * @see "Guéant, Lehalle and Fernandez-Tapia, Dealing with the inventory risk: a solution to the market making problem, Mathematics and Financial
     *     Economics 7(4), 2013, pp. 477–507, the closed-form approximation of the asymptotic quotes"
     */
    public static Quotes gueantLehalleFernandezTapia(double price, double inventory, double variance, double gamma, double k, double arrivals) {
        check(variance, gamma, k);
        if (!(arrivals > 0)) {
            throw new IllegalArgumentException("arrivals are " + arrivals + ", must be above 0");
        }
        double step = Math.sqrt(variance * gamma / (2 * k * arrivals) * Math.exp((1 + k / gamma) * Math.log1p(gamma / k)));
        double middle = price - inventory * step;
        double half = spread(gamma, k) + step / 2;
        return new Quotes(middle - half, middle + half);
    }

    private static double spread(double gamma, double k) {
        return Math.log1p(gamma / k) / gamma;
    }

    private static void check(double variance, double gamma, double k) {
        if (!(variance >= 0 && gamma > 0 && k > 0)) {
            throw new IllegalArgumentException("variance is " + variance + ", gamma is " + gamma + ", k is " + k
                    + ", must be 0 or more, above 0, and above 0");
        }
    }
}
