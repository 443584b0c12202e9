package entrepot.trading.pricing;

import entrepot.trading.pricing.Pricer.Wish;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * Turns a wish into advice: never outside floor and ceiling, never more than a step from the price charged now, not
 * more often than the pace allows, never from a cost that is missing or stale. Where these cannot all be kept, it
 * refuses and names what stands against what.
 */
public final class GuardRails {

    private final PriceRule rule;
    private final Ending finest;

    /** @param minorUnit smallest coin, e.g. 0.01; prices between endings are whole minor units, or finer if the ending is */
    public GuardRails(PriceRule rule, BigDecimal minorUnit) {
        this.rule = rule;
        this.finest = new Ending(minorUnit.min(rule.ending().increment()), BigDecimal.ZERO);
    }

    public Advice advise(Pricer pricer, Situation situation) {
        var sheet = new Worksheet(rule, situation);
        if (situation.cost().isEmpty()) {
            return sheet.end(Verdict.NO_COST, "No cost is known, so no floor can be set.");
        }
        Situation.Cost cost = situation.cost().get();
        long age = cost.ageDays(situation.today());
        if (age > rule.costAgeDays()) {
            return sheet.end(Verdict.STALE_COST, "The cost " + Worksheet.plain(cost.perUnit()) + " was last confirmed on " + cost.asOf()
                    + ", " + age + " days ago; at most " + rule.costAgeDays() + " are allowed.");
        }
        BigDecimal floor = finest.up(rule.limits().floor(cost.perUnit()));
        BigDecimal ceiling = finest.down(rule.limits().ceiling(situation.base()));
        sheet.between(floor, ceiling);
        if (floor.compareTo(ceiling) > 0) {
            return sheet.end(Verdict.FLOOR_ABOVE_CEILING,
                    "The floor " + Worksheet.plain(floor) + " is above the ceiling " + Worksheet.plain(ceiling) + ": mend the rule or the base price.");
        }
        return within(floor, ceiling, pricer.wish(situation), sheet);
    }

    private Advice within(BigDecimal floor, BigDecimal ceiling, Wish wish, Worksheet sheet) {
        Situation situation = sheet.situation();
        BigDecimal aim = aim(wish, floor, ceiling);
        sheet.aim(wish, aim);
        BigDecimal now = situation.price();
        BigDecimal low = finest.up(rule.step().lowest(now)).max(floor);
        BigDecimal high = finest.down(rule.step().highest(now)).min(ceiling);
        if (isInside(now, floor, ceiling) && rule.step().isTooSmall(now, aim)) {
            return aim.compareTo(now) == 0
                    ? sheet.end(Verdict.AT_AIM, "The price is there already.")
                    : sheet.end(Verdict.TOO_SMALL, "That is too small a change to make.");
        }
        if (low.compareTo(high) > 0) {
            return isInside(now, floor, ceiling)
                    ? sheet.end(Verdict.TOO_SMALL, "One step is less than the smallest coin.")
                    : sheet.end(Verdict.OUT_OF_REACH, outOfReach(now, floor, ceiling));
        }
        BigDecimal price = towards(aim, now, low, high);
        return price.compareTo(now) == 0
                ? sheet.end(aim.compareTo(now) == 0 ? Verdict.AT_AIM : Verdict.TOO_SMALL, "No step towards it is allowed.")
                : paced(price, sheet);
    }

    /** The one gate from a wish to a price. */
    private BigDecimal aim(Wish wish, BigDecimal floor, BigDecimal ceiling) {
        BigDecimal wanted = wish.price() >= ceiling.doubleValue()
                ? ceiling
                : BigDecimal.valueOf(wish.price()).setScale(6, RoundingMode.HALF_UP).max(floor).min(ceiling);
        return rule.ending().nearest(wanted, floor, ceiling)
                .orElseGet(() -> finest.nearest(wanted, floor, ceiling).orElseThrow());
    }

    /** As near to the aim as the step allows; with the ending of the rule where one lies on the way. */
    private BigDecimal towards(BigDecimal aim, BigDecimal now, BigDecimal low, BigDecimal high) {
        if (isInside(aim, low, high)) {
            return aim;
        }
        boolean falls = aim.compareTo(low) < 0;
        BigDecimal edge = falls ? low : high;
        BigDecimal ended = falls ? rule.ending().up(low) : rule.ending().down(high);
        boolean onTheWay = falls ? ended.compareTo(now.min(high)) < 0 : ended.compareTo(now.max(low)) > 0;
        return onTheWay ? ended : edge;
    }

    private Advice paced(BigDecimal price, Worksheet sheet) {
        Situation situation = sheet.situation();
        Instant next = situation.changes().last().map(last -> last.plus(rule.pace().gap())).orElse(Instant.MIN);
        if (situation.now().isBefore(next)) {
            return sheet.end(Verdict.TOO_SOON, "The last change was at " + situation.changes().last().orElseThrow()
                    + "; the next may come at " + next + ".");
        }
        if (situation.changes().today() >= rule.pace().aDay()) {
            return sheet.end(Verdict.ENOUGH_TODAY, "The price changed " + situation.changes().today() + " times today; "
                    + rule.pace().aDay() + " are allowed.");
        }
        return sheet.change(price);
    }

    private String outOfReach(BigDecimal now, BigDecimal floor, BigDecimal ceiling) {
        String limit = now.compareTo(floor) < 0 ? "below the floor " + Worksheet.plain(floor) : "above the ceiling " + Worksheet.plain(ceiling);
        return "The price " + Worksheet.plain(now) + " is " + limit + ", and one step reaches only from " + Worksheet.plain(rule.step().lowest(now))
                + " to " + Worksheet.plain(rule.step().highest(now)) + ": a person must decide.";
    }

    private static boolean isInside(BigDecimal price, BigDecimal low, BigDecimal high) {
        return price.compareTo(low) >= 0 && price.compareTo(high) <= 0;
    }
}
