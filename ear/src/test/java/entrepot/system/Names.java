package entrepot.system;

import java.util.concurrent.ThreadLocalRandom;

/** Codes that no other test has: all tests share one product. */
final class Names {

    private Names() {}

    static String fresh(String start) {
        return start + "-" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36).toUpperCase(java.util.Locale.ROOT);
    }

    /** A GTIN-13 of the range for use inside a company, with its check digit. */
    static String gtin() {
        String before = "20" + String.format("%010d", ThreadLocalRandom.current().nextLong(10_000_000_000L));
        return before + entrepot.inventory.catalogue.Gtin.checkDigit(before);
    }
}
