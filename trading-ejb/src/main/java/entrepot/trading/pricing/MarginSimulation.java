package entrepot.trading.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What a set of new prices would do to the margin, under assumptions that are stated with the answer. */
public final class MarginSimulation {

    /**
     * @param days       looked ahead, 1 to 366
     * @param elasticity percent of demand lost for one percent of price; 0 assumes that demand does not react
     */
    public record Assumption(int days, double elasticity) {
        public Assumption {
            if (days < 1 || days > 366) {
                throw new IllegalArgumentException("days is " + days + ", must be from 1 to 366");
            }
            if (!(elasticity >= 0 && elasticity <= 100)) {
                throw new IllegalArgumentException("elasticity is " + elasticity + ", must be from 0 to 100");
            }
        }

        public String words() {
            String reaction = elasticity == 0 ? "does not react to the price" : "falls by " + elasticity + " % for 1 % of price";
            return "Over " + days + " days; demand stays what it was and " + reaction + "; stock does not run out; costs stay.";
        }
    }

    /** @param perDay units a day at the price before */
    public record Line(String sku, BigDecimal before, BigDecimal after, BigDecimal unitCost, double perDay) {}

    /** Units and money of one line, or of all: then the SKU is null. */
    public record Effect(
            String sku,
            BigDecimal unitsBefore,
            BigDecimal unitsAfter,
            BigDecimal revenueBefore,
            BigDecimal revenueAfter,
            BigDecimal marginBefore,
            BigDecimal marginAfter) {

        Effect plus(Effect other) {
            return new Effect(null, unitsBefore.add(other.unitsBefore), unitsAfter.add(other.unitsAfter),
                    revenueBefore.add(other.revenueBefore), revenueAfter.add(other.revenueAfter),
                    marginBefore.add(other.marginBefore), marginAfter.add(other.marginAfter));
        }
    }

    public record Outcome(String assumption, List<Effect> lines, Effect total) {}

    private final Assumption assumption;
    private final int digits;

    /** @param digits decimals of the currency */
    public MarginSimulation(Assumption assumption, int digits) {
        this.assumption = assumption;
        this.digits = digits;
    }

    /** The total is the sum of the lines as shown. */
    public Outcome of(List<Line> lines) {
        List<Effect> effects = lines.stream().map(this::effect).toList();
        BigDecimal nothing = BigDecimal.ZERO.setScale(digits);
        BigDecimal none = BigDecimal.ZERO.setScale(3);
        Effect zero = new Effect(null, none, none, nothing, nothing, nothing, nothing);
        return new Outcome(assumption.words(), effects, effects.stream().reduce(zero, Effect::plus));
    }

    private Effect effect(Line line) {
        double reaction = StrictMath.pow(line.after().doubleValue() / line.before().doubleValue(), -assumption.elasticity());
        BigDecimal before = units(line.perDay() * assumption.days());
        BigDecimal after = units(line.perDay() * assumption.days() * reaction);
        return new Effect(line.sku(), before, after, money(before, line.before()), money(after, line.after()),
                money(before, line.before().subtract(line.unitCost())), money(after, line.after().subtract(line.unitCost())));
    }

    private static BigDecimal units(double units) {
        return BigDecimal.valueOf(units).setScale(3, RoundingMode.HALF_UP);
    }

    private BigDecimal money(BigDecimal units, BigDecimal each) {
        return units.multiply(each).setScale(digits, RoundingMode.HALF_UP);
    }
}
