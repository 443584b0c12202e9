package entrepot.inventory.catalogue;

import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact positive factor in lowest terms: a pound is 45359237/100000000 of a kilogram. */
public record Ratio(long numerator, long denominator) {

    public static final Ratio ONE = new Ratio(1, 1);

    public Ratio {
        if (numerator <= 0 || denominator <= 0) {
            throw new IllegalArgumentException("factor " + numerator + "/" + denominator + " must be above 0");
        }
        long divisor = BigInteger.valueOf(numerator).gcd(BigInteger.valueOf(denominator)).longValue();
        numerator /= divisor;
        denominator /= divisor;
    }

    /**
     * @param text {@code 12}, {@code 0.45359237} or {@code 1/3}
     * @throws IllegalArgumentException for anything else, zero included, or a term beyond 18 digits
     */
    public static Ratio parse(String text) {
        if (!text.matches("[0-9]{1,18}(\\.[0-9]{1,17}|/[0-9]{1,18})?")) {
            throw new IllegalArgumentException("'" + shortened(text) + "' must be a factor such as 12, 0.45359237 or 1/3");
        }
        int slash = text.indexOf('/');
        if (slash > 0) {
            return new Ratio(Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
        }
        BigDecimal decimal = new BigDecimal(text);
        return of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    public Ratio dividedBy(Ratio other) {
        return of(big(numerator).multiply(big(other.denominator)), big(denominator).multiply(big(other.numerator)));
    }

    private static Ratio of(BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() == 0) {
            throw new IllegalArgumentException("a factor must be above 0");
        }
        BigInteger divisor = numerator.gcd(denominator);
        BigInteger above = numerator.divide(divisor);
        BigInteger below = denominator.divide(divisor);
        if (above.bitLength() > 63 || below.bitLength() > 63) {
            throw new IllegalArgumentException("factor " + above + "/" + below + " has terms beyond 18 digits");
        }
        return new Ratio(above.longValue(), below.longValue());
    }

    static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** A decimal where it is one, else a fraction; {@link #parse} reads both. */
    @Override
    public String toString() {
        try {
            BigDecimal exact = BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator));
            String decimal = exact.toPlainString();
            return exact.scale() <= 17 ? decimal : numerator + "/" + denominator;
        } catch (ArithmeticException repeating) {
            return numerator + "/" + denominator;
        }
    }
}
