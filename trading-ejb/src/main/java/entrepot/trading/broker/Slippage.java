package entrepot.trading.broker;

import entrepot.trading.portfolio.Exact;

/** By how much a fill is worse than the price that the bar says; 0 or more. */
public sealed interface Slippage {

    Slippage NONE = new Share(0);

    /**
     * In units of the price.
     *
     * @param units  that trade now
     * @param volume of the bar
     * @param before bought less sold by this account in this instrument up to now
     * @param side   1 where bought, -1 where sold
     */
    double of(double price, double units, double volume, double before, int side);

    /** The same in billionths, for a price in billionths. */
    default long billionths(long price, double units, double volume, double before, int side) {
        return Exact.price(of(Exact.decimal(price, Exact.PRICE), units, volume, before, side));
    }

    private static void notBelowZero(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + value + ", must be 0 or more");
        }
    }

    /** The same and another on top. */
    default Slippage plus(Slippage other) {
        return new Both(this, other);
    }

    /** One on top of the other. In billionths each part is rounded, so that two halves of one are 2. */
    record Both(Slippage one, Slippage other) implements Slippage {
        @Override
        public double of(double price, double units, double volume, double before, int side) {
            return one.of(price, units, volume, before, side) + other.of(price, units, volume, before, side);
        }

        @Override
        public long billionths(long price, double units, double volume, double before, int side) {
            return one.billionths(price, units, volume, before, side) + other.billionths(price, units, volume, before, side);
        }
    }

    /** @param share of the price */
    record Share(double share) implements Slippage {
        public Share {
            notBelowZero("share", share);
        }

        @Override
        public double of(double price, double units, double volume, double before, int side) {
            return share * Math.abs(price);
        }

        /** A share of whole billionths is taken exactly, half up. */
        @Override
        public long billionths(long price, double units, double volume, double before, int side) {
            double parts = Math.rint(share * Exact.PRICE);
            return parts / Exact.PRICE == share && parts < Long.MAX_VALUE ? Exact.share(Math.abs(price), (long) parts, Exact.PRICE)
                    : Slippage.super.billionths(price, units, volume, before, side);
        }
    }

    /** Half of a spread. @param spread from bid to ask, in units of the price */
    record Spread(double spread) implements Slippage {
        public Spread {
            notBelowZero("spread", spread);
        }

        @Override
        public double of(double price, double units, double volume, double before, int side) {
            return spread / 2;
        }
    }

    /**
     * {@code Y σ √(Q / V)} of the price; without volume Q / V is taken as 1.
     *
     * @param coefficient Y, about 1
     * @param volatility  σ of a bar, as a share
     * @see "Torre and Ferrari, BARRA Market Impact Model Handbook, 1997; Tóth et al., Phys. Rev. X 1, 021006, 2011, eq. 1"
     */
    record SquareRoot(double coefficient, double volatility) implements Slippage {
        public SquareRoot {
            notBelowZero("coefficient", coefficient);
            notBelowZero("volatility", volatility);
        }

        @Override
        public double of(double price, double units, double volume, double before, int side) {
            return coefficient * volatility * Math.sqrt(volume > 0 ? units / volume : 1) * Math.abs(price);
        }
    }

    /**
     * Temporary impact {@code ε + η n} of a trade of n units in one bar, and permanent impact {@code γ} for each unit traded before, where
     * that makes it worse.
     *
     * @param fixed     ε, in units of the price
     * @param temporary η, price a unit
     * @param permanent γ, price a unit
     * @see "Almgren and Chriss, Optimal execution of portfolio transactions, J. Risk 3, 2000, eqs. 6 and 7"
     */
    record AlmgrenChriss(double fixed, double temporary, double permanent) implements Slippage {
        public AlmgrenChriss {
            notBelowZero("fixed", fixed);
            notBelowZero("temporary", temporary);
            notBelowZero("permanent", permanent);
        }

        @Override
        public double of(double price, double units, double volume, double before, int side) {
            return fixed + temporary * units + Math.max(0, permanent * before * side);
        }
    }
}
