package entrepot.trading.pricing;

/** Wishes for a price. Knows nothing of limits: those are kept by {@link GuardRails}, whoever wishes. */
public interface Pricer {

    Wish wish(Situation situation);

    /**
     * The price wanted if nothing stood in the way.
     *
     * @param price   major units a unit, 0 or more; infinite for "as high as allowed"
     * @param because one sentence with the numbers it rests on
     */
    record Wish(double price, String because) {
        public Wish {
            if (!(price >= 0)) {
                throw new IllegalArgumentException("wished price is " + price + ", must be 0 or more");
            }
        }
    }
}
