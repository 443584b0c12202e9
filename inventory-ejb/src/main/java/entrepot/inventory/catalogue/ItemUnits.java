package entrepot.inventory.catalogue;

import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * The units an item can be counted in.
 *
 * @param stock   the unit its stock is kept in
 * @param general units that are the same for all items, by code
 * @param own     units of this item alone, in stock units: a box of twelve is {@code BOX = 12}
 */
public record ItemUnits(UnitOfMeasure stock, Map<String, UnitOfMeasure> general, Map<String, Ratio> own) {

    public ItemUnits {
        general = Map.copyOf(general);
        own = Map.copyOf(own);
    }

    /** @param unit null for the stock unit */
    public Conversion toStock(BigDecimal quantity, String unit) {
        if (unit == null || unit.equals(stock.code())) {
            return exactly(quantity, stock.code(), Ratio.ONE);
        }
        if (own.containsKey(unit)) {
            return exactly(quantity, unit, own.get(unit));
        }
        UnitOfMeasure other = general.get(unit);
        if (other == null) {
            return new Conversion.Refused("unknown-unit", "no unit '" + unit + "', neither in general nor of this item");
        }
        if (other.dimension() != stock.dimension()) {
            return new Conversion.Refused("other-dimension", unit + " is a " + word(other) + ", stock is kept in " + stock.code()
                    + ", a " + word(stock) + ": give the item a factor for " + unit);
        }
        return exactly(quantity, unit, other.size().dividedBy(stock.size()));
    }

    /** One of {@code unit} in stock units, where the two convert. */
    public Optional<Ratio> factor(String unit) {
        if (own.containsKey(unit)) {
            return Optional.of(own.get(unit));
        }
        return generalFactor(unit);
    }

    Optional<Ratio> generalFactor(String unit) {
        return Optional.ofNullable(unit.equals(stock.code()) ? stock : general.get(unit))
                .filter(other -> other.dimension() == stock.dimension())
                .map(other -> other.size().dividedBy(stock.size()));
    }

    private Conversion exactly(BigDecimal quantity, String unit, Ratio factor) {
        BigInteger above = quantity.unscaledValue()
                .multiply(Ratio.big(factor.numerator()))
                .multiply(BigInteger.TEN.pow(6 + Math.max(0, -quantity.scale())));
        BigInteger below = Ratio.big(factor.denominator()).multiply(BigInteger.TEN.pow(Math.max(0, quantity.scale())));
        BigInteger[] millionths = above.divideAndRemainder(below);
        if (millionths[1].signum() != 0) {
            return new Conversion.Refused("not-exact", quantity.toPlainString() + " " + unit + " is "
                    + new BigDecimal(millionths[0], 6).toPlainString() + " " + stock.code() + " and "
                    + lost(millionths[1], below) + " " + stock.code() + " that six decimals cannot hold");
        }
        if (millionths[0].bitLength() > 63) {
            return new Conversion.Refused("too-large",
                    quantity.toPlainString() + " " + unit + " is beyond what a quantity can hold");
        }
        return new Conversion.Exact(new Quantity(millionths[0].longValue()));
    }

    private static String lost(BigInteger remainder, BigInteger below) {
        BigInteger whole = below.multiply(BigInteger.TEN.pow(6));
        BigInteger divisor = remainder.gcd(whole);
        return remainder.divide(divisor) + "/" + whole.divide(divisor);
    }

    private static String word(UnitOfMeasure unit) {
        return unit.dimension().name().toLowerCase(java.util.Locale.ROOT);
    }
}
