package entrepot.trading.portfolio;

import java.math.BigInteger;

/** Products of whole numbers divided once, where the product may need more than 64 bits. */
public final class Exact {

    /** Billionths, of which a price is counted. */
    public static final long PRICE = 1_000_000_000;
    /** Millionths, of which units are counted. */
    public static final long UNIT = 1_000_000;

    private static final double SURE = 1L << 50;
    private static final long LARGEST = 1L << 60;
    private static final double MOST = 9.2e18;

    private Exact() {}

    /**
     * {@code a * b / divisor}, half up, away from zero.
     *
     * @param divisor above zero
     * @throws ArithmeticException where it is beyond a long
     */
    public static long share(long a, long b, long divisor) {
        long floor = floor(a, b, divisor);
        long rest = a * b - floor * divisor;
        boolean up = floor >= 0 ? rest >= divisor - rest : rest > divisor - rest;
        return up ? Math.addExact(floor, 1) : floor;
    }

    /** {@code a * b / divisor}, down. A guess in floating point is put right by its remainder, which 64 bits hold even where they do not hold the product. */
    public static long floor(long a, long b, long divisor) {
        double guess = (double) a * b / divisor;
        if (Math.abs(guess) >= SURE || divisor >= LARGEST) {
            return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).subtract(modulo(a, b, divisor))
                    .divide(BigInteger.valueOf(divisor)).longValueExact();
        }
        long quotient = (long) guess;
        long rest = a * b - quotient * divisor;
        while (rest < 0) {
            quotient--;
            rest += divisor;
        }
        while (rest >= divisor) {
            quotient++;
            rest -= divisor;
        }
        return quotient;
    }

    private static BigInteger modulo(long a, long b, long divisor) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).mod(BigInteger.valueOf(divisor));
    }

    /** Whether {@code a * b < c * d}. */
    static boolean less(long a, long b, long c, long d) {
        long left = Math.multiplyHigh(a, b);
        long right = Math.multiplyHigh(c, d);
        return left != right ? left < right : Long.compareUnsigned(a * b, c * d) < 0;
    }

    /** A price of the bars in billionths, to the nearest. @throws ArithmeticException beyond 9.2e9 */
    public static long price(double price) {
        double scaled = price * PRICE;
        if (!(Math.abs(scaled) < MOST)) {
            throw new ArithmeticException("a price of " + price + " is beyond 9.2e9");
        }
        return (long) Math.rint(scaled);
    }

    /** Of a price or of units that are counted so. */
    public static double decimal(long count, long of) {
        return (double) count / of;
    }
}
