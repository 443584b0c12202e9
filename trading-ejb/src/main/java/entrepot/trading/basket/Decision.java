package entrepot.trading.basket;

/**
 * What is wanted from the close of a day on.
 *
 * @param weights share of the account in each instrument, below 0 of a short; their sizes add up to 1 or less
 * @param risk    share of the variance that each brings, over the window, by the covariance of the sample
 * @param turn    of a spread; null where the rule trades none
 */
public record Decision(int day, double[] weights, double[] risk, Turn turn) {

    Decision(int day, double[] weights, double[] risk) {
        this(day, weights, risk, null);
    }
}
