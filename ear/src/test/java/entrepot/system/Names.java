package entrepot.system;

import java.util.concurrent.ThreadLocalRandom;

/** Codes that no other test has: all tests share one product. */
final class Names {

    private static final long EIGHT_DIGITS = 78_364_164_096L; // 36^7
    private static final long NINE_DIGITS = 36 * EIGHT_DIGITS;

    private Names() {}

    /** {@code start}, a dash and eight letters or digits. */
    static String fresh(String start) {
        long number = ThreadLocalRandom.current().nextLong(EIGHT_DIGITS, NINE_DIGITS);
        return start + "-" + Long.toString(number, 36).toUpperCase(java.util.Locale.ROOT);
    }

    /** A GTIN-13 of the range for use inside a company, with its check digit. */
    static String gtin() {
        String before = "20" + String.format("%010d", ThreadLocalRandom.current().nextLong(10_000_000_000L));
        return before + entrepot.inventory.gs1.CheckDigit.of(before);
    }
}
