package entrepot.web.api;

import entrepot.trading.pricing.CoverBand;
import entrepot.trading.pricing.Ending;
import entrepot.trading.pricing.Limits;
import entrepot.trading.pricing.Pace;
import entrepot.trading.pricing.PriceRule;
import entrepot.trading.pricing.RuleBook;
import entrepot.trading.pricing.Step;
import entrepot.trading.pricing.server.PriceRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * A price rule as clients send and read it. Shares are decimals: 0.05 for five percent.
 *
 * @param id     the server's to give, as is {@code version}: not read, so that an answer may be changed and sent back
 * @param target SKU or code of the category; absent for ALL
 */
record PriceRuleBody(
        String id,
        Integer version,
        String name,
        String scope,
        String target,
        String margin,
        String leastPrice,
        String mostPrice,
        String mostRatio,
        String stepUp,
        String stepDown,
        String leastChange,
        Integer gapMinutes,
        Integer changesADay,
        String endingIncrement,
        String endingOffset,
        String coverLeastDays,
        String coverMostDays,
        String elasticity,
        Integer historyDays,
        Integer costAgeDays,
        String mode,
        Boolean active) {

    static PriceRuleBody of(PriceRules.Stored stored) {
        PriceRule rule = stored.rule();
        return new PriceRuleBody(Long.toString(stored.id()), stored.version(), rule.name(), stored.scope().name(), stored.target(),
                text(rule.limits().margin()), text(rule.limits().least()), text(rule.limits().most()), text(rule.limits().mostRatio()),
                text(rule.step().up()), text(rule.step().down()), text(rule.step().least()),
                Math.toIntExact(rule.pace().gap().toMinutes()), rule.pace().aDay(),
                text(rule.ending().increment()), text(rule.ending().offset()),
                text(BigDecimal.valueOf(rule.cover().leastDays())), text(BigDecimal.valueOf(rule.cover().mostDays())),
                text(BigDecimal.valueOf(rule.cover().elasticity())), rule.cover().historyDays(), rule.costAgeDays(),
                rule.mode().name(), stored.active());
    }

    /** @throws ApiProblem with everything that is wrong */
    PriceRules.Wanted read() {
        Fields fields = new Fields();
        RuleBook.Scope.Kind kind = fields.oneOf("/scope", scope, RuleBook.Scope.Kind.class);
        String of = kind == null || kind == RuleBook.Scope.Kind.ALL ? null : fields.text("/target", target, 32);
        if (kind == RuleBook.Scope.Kind.ALL && target != null) {
            fields.refuse("/target", "not-here", "a rule for all has no target");
        }
        Optional<PriceRule> rule = rule(fields);
        fields.check();
        return new PriceRules.Wanted(kind, of, active == null || active, rule.orElseThrow());
    }

    private Optional<PriceRule> rule(Fields fields) {
        String called = fields.text("/name", name, 80);
        BigDecimal onCost = share(fields, "/margin", margin, -0.999999, 100);
        BigDecimal least = leastPrice == null ? null : PriceFields.price(fields, "/leastPrice", leastPrice);
        BigDecimal most = mostPrice == null ? null : PriceFields.price(fields, "/mostPrice", mostPrice);
        BigDecimal ratio = mostRatio == null ? null : share(fields, "/mostRatio", mostRatio, 0.000001, 100);
        BigDecimal up = share(fields, "/stepUp", stepUp, 0, 10);
        BigDecimal down = share(fields, "/stepDown", stepDown, 0, 1);
        BigDecimal smallest = share(fields, "/leastChange", leastChange, 0, 1);
        whole(fields, "/gapMinutes", gapMinutes, 0, 525_600);
        whole(fields, "/changesADay", changesADay, 1, 1000);
        BigDecimal increment = PriceFields.price(fields, "/endingIncrement", endingIncrement);
        BigDecimal offset = fields.decimal("/endingOffset", endingOffset, 6);
        BigDecimal low = share(fields, "/coverLeastDays", coverLeastDays, 0.001, 10_000);
        BigDecimal high = share(fields, "/coverMostDays", coverMostDays, 0.001, 10_000);
        BigDecimal reaction = share(fields, "/elasticity", elasticity, 0.1, 100);
        whole(fields, "/historyDays", historyDays, 0, 56);
        whole(fields, "/costAgeDays", costAgeDays, 0, 3660);
        PriceRule.Mode how = fields.oneOf("/mode", mode, PriceRule.Mode.class);
        if (!fields.errors().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PriceRule(called, new Limits(onCost, least, most, ratio), new Step(up, down, smallest),
                    new Pace(Duration.ofMinutes(gapMinutes), changesADay), new Ending(increment, offset),
                    new CoverBand(low.doubleValue(), high.doubleValue(), reaction.doubleValue(), historyDays), costAgeDays, how));
        } catch (IllegalArgumentException together) {
            fields.refuse("", "contradiction", together.getMessage());
            return Optional.empty();
        }
    }

    private static BigDecimal share(Fields fields, String pointer, String value, double least, double most) {
        BigDecimal share = fields.decimal(pointer, value, 6);
        Within.of(fields, pointer, share, least, most);
        return share;
    }

    private static void whole(Fields fields, String pointer, Integer value, int least, int most) {
        Within.of(fields, pointer, fields.required(pointer, value), least, most);
    }

    private static String text(BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros().toPlainString();
    }
}
