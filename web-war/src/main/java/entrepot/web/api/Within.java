package entrepot.web.api;

import java.math.BigDecimal;

/** Notes a number that lies outside of its range. What is absent is not judged. */
final class Within {

    private Within() {}

    static void of(Fields fields, String pointer, Integer value, int least, int most) {
        of(fields, pointer, value == null ? null : BigDecimal.valueOf(value), least, most);
    }

    static void of(Fields fields, String pointer, BigDecimal value, double least, double most) {
        if (value != null && (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0)) {
            fields.refuse(pointer, "range", "must be from " + plain(least) + " to " + plain(most) + ", is " + value.toPlainString());
        }
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
