package entrepot.trading.screen;

/**
 * What came in the bars after a close at which the condition was true, beside what came after any close at which it was defined.
 *
 * @param bars       ahead
 * @param condition  where it was true
 * @param all        where it was defined: the baseline
 * @param difference mean where it was true less the mean of all
 * @param error      standard error of that
 */
public record Forward(int bars, Sample condition, Sample all, double difference, double error) {

    /**
     * Returns from close to close.
     *
     * @param days  on which there are some
     * @param error standard error of the mean, by days; not a number of fewer than two days
     * @param rose  share of them above zero, which no single wrong price moves far
     */
    public record Sample(long count, int days, double mean, double error, double rose) {}
}
