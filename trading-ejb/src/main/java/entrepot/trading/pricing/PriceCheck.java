package entrepot.trading.pricing;

import static entrepot.trading.pricing.Worksheet.plain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Holds a price that is about to be charged against the rule, as things stand now and not when it was thought of. */
public final class PriceCheck {

    private final PriceRule rule;
    private final Situation situation;
    private final List<Objection> objections = new ArrayList<>();

    private PriceCheck(PriceRule rule, Situation situation) {
        this.rule = rule;
        this.situation = situation;
    }

    /** Everything that stands against it; empty where it lies within the guard rails. */
    public static List<Objection> of(BigDecimal price, PriceRule rule, Situation situation) {
        var check = new PriceCheck(rule, situation);
        check.floor(price);
        check.ceiling(price);
        check.step(price);
        check.pace();
        return List.copyOf(check.objections);
    }

    private void floor(BigDecimal price) {
        if (situation.cost().isEmpty()) {
            object("no-cost", "no cost is known, so no floor can be set");
            return;
        }
        Situation.Cost cost = situation.cost().get();
        if (cost.ageDays(situation.today()) > rule.costAgeDays()) {
            object("stale-cost", "the cost was last confirmed on " + cost.asOf() + ", more than " + rule.costAgeDays() + " days ago");
        }
        BigDecimal floor = rule.limits().floor(cost.perUnit());
        if (price.compareTo(floor) < 0) {
            object("below-floor", plain(price) + " is below the floor " + plain(floor));
        }
    }

    private void ceiling(BigDecimal price) {
        BigDecimal ceiling = rule.limits().ceiling(situation.base());
        if (price.compareTo(ceiling) > 0) {
            object("above-ceiling", plain(price) + " is above the ceiling " + plain(ceiling));
        }
    }

    private void step(BigDecimal price) {
        BigDecimal low = rule.step().lowest(situation.price());
        BigDecimal high = rule.step().highest(situation.price());
        if (price.compareTo(low) < 0 || price.compareTo(high) > 0) {
            object("beyond-step", plain(price) + " is more than a step from " + plain(situation.price()) + ", which reaches from "
                    + plain(low) + " to " + plain(high));
        }
    }

    private void pace() {
        situation.changes().last().map(last -> last.plus(rule.pace().gap())).filter(this::isAhead).ifPresent(next ->
                object("too-soon", "the price changed at " + situation.changes().last().orElseThrow() + " and may again at " + next));
        if (situation.changes().today() >= rule.pace().aDay()) {
            object("enough-today", "the price changed " + situation.changes().today() + " times today; " + rule.pace().aDay()
                    + " are allowed");
        }
    }

    private boolean isAhead(Instant next) {
        return situation.now().isBefore(next);
    }

    private void object(String code, String detail) {
        objections.add(new Objection(code, detail));
    }
}
