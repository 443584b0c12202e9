package entrepot.trading.learning;

/**
 * Labels what came after an event by what was reached first at a close: a profit, a loss or the end of patience.
 *
 * @param profit simple return, above 0
 * @param loss   the same downwards, above 0
 * @param bars   patience, 1 or more; a series that ends before ends it
 * @see "López de Prado 2018, chapter 3"
 */
public record TripleBarrier(double profit, double loss, int bars) {

    /** @param touched bar; @param label 1 profit, -1 loss, 0 neither; @param gained return from the event to there */
    public record Outcome(int event, int touched, int label, double gained) {}

    public TripleBarrier {
        if (!(profit > 0 && loss > 0) || bars < 1) {
            throw new IllegalArgumentException("profit is " + profit + ", loss is " + loss + ", bars is " + bars
                    + ", must be above 0, above 0, and 1 or more");
        }
    }

    public Outcome after(double[] close, int event) {
        int last = (int) Math.min(close.length - 1L, event + (long) bars);
        for (int bar = event + 1; bar <= last; bar++) {
            double gained = close[bar] / close[event] - 1;
            if (gained >= profit || gained <= -loss) {
                return new Outcome(event, bar, gained > 0 ? 1 : -1, gained);
            }
        }
        return new Outcome(event, last, 0, close[last] / close[event] - 1);
    }
}
