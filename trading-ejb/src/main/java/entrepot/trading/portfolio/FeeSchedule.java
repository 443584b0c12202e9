package entrepot.trading.portfolio;

/**
 * What a fill costs.
 *
 * @param rate    share of the value, in billionths: 1,000,000 is 0.1 %
 * @param perUnit billionths of a minor unit for each unit: a quarter of a cent a share is 250,000,000
 * @param perFill minor units
 * @param least   minor units, of every fill
 * @param most    minor units; 0 for no limit
 */
public record FeeSchedule(long rate, long perUnit, long perFill, long least, long most) {

    public static final FeeSchedule NONE = new FeeSchedule(0, 0, 0, 0, 0);

    public static final long BILLION = 1_000_000_000;

    public FeeSchedule {
        if (rate < 0 || perUnit < 0 || perFill < 0 || least < 0 || most < 0 || most > 0 && most < least) {
            throw new IllegalArgumentException("rate is " + rate + ", perUnit is " + perUnit + ", perFill is " + perFill + ", least is "
                    + least + ", most is " + most + ", must be 0 or more, and most not below least");
        }
    }

    public static FeeSchedule rate(long billionths) {
        return new FeeSchedule(billionths, 0, 0, 0, 0);
    }

    /** Minor units. @param value in them; @param units millionths; signs do not matter */
    public long of(long value, long units) {
        long fee = Exact.share(rate, Math.abs(value), BILLION) + Exact.share(perUnit, Math.abs(units), Exact.UNIT * BILLION) + perFill;
        long atLeast = Math.max(least, fee);
        return most > 0 ? Math.min(most, atLeast) : atLeast;
    }

    /** Most millionths of a unit that the money pays for, fees included, in whole lots. @param money minor units */
    public long affordable(Contract contract, long price, long money, long lot) {
        if (money <= 0 || price <= 0) {
            return 0;
        }
        double each = (double) price * contract.multiplier() * (BILLION + rate) / BILLION;
        double unit = (double) contract.value(Exact.PRICE, Exact.UNIT) / contract.multiplier() / Exact.PRICE * each + (double) perUnit / BILLION;
        long units = down((long) Math.min(Long.MAX_VALUE, (money - perFill) / unit * Exact.UNIT) + lot, lot);
        while (units > 0) {
            long value = contract.value(price, units);
            long missing = value + of(value, units) - money;
            if (missing <= 0) {
                return units;
            }
            units = down(units - Math.max(1, (long) ((missing - 0.5) / unit * Exact.UNIT)), lot);
        }
        return 0;
    }

    private static long down(long units, long lot) {
        return units <= 0 ? 0 : units / lot * lot;
    }
}
