package entrepot.inventory.count;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How many of the lines counted were as the book had them. */
public record Accuracy(long lines, long right) {

    private static final int PLACES = 4;

    /** 0 to 1, or null where nothing was counted. */
    public BigDecimal share() {
        return lines == 0 ? null : share(right, lines);
    }

    /** {@code part} of {@code whole}, or null where the whole is nothing. */
    public static BigDecimal share(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), PLACES, RoundingMode.HALF_UP);
    }
}
