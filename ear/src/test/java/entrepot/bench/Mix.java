package entrepot.bench;

import java.util.Random;

/** Which items a basket of three lines holds. */
public enum Mix {
    /** All alike. */
    SPREAD {
        @Override
        public int item(Random random, int items) {
            return random.nextInt(items);
        }
    },
    /** Zipf with exponent 1, by the inverse of its continuous form: rank = items^u. */
    SKEWED {
        @Override
        public int item(Random random, int items) {
            return (int) Math.min(items - 1, Math.pow(items, random.nextDouble()) - 1);
        }
    },
    /** Every line on one item. */
    HOT {
        @Override
        public int item(Random random, int items) {
            return 0;
        }
    };

    public static final int LINES = 3;
    public static final int ITEMS = 50_000;
    public static final String LOCATION = "BENCH";

    public abstract int item(Random random, int items);

    public String sku(Random random) {
        return "BENCH-" + (item(random, ITEMS) + 1);
    }
}
