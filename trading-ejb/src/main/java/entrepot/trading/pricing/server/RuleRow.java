package entrepot.trading.pricing.server;

import entrepot.trading.pricing.CoverBand;
import entrepot.trading.pricing.Ending;
import entrepot.trading.pricing.Limits;
import entrepot.trading.pricing.Pace;
import entrepot.trading.pricing.PriceRule;
import entrepot.trading.pricing.RuleBook;
import entrepot.trading.pricing.Step;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;

/** A row of price_rule. */
@Entity
@Table(name = "price_rule")
public class RuleRow {

    @Id
    private long id;

    @Version
    private int version;

    private String name;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(10)")
    private RuleBook.Scope.Kind scope;

    private long targetId;
    private BigDecimal margin;
    private BigDecimal leastPrice;
    private BigDecimal mostPrice;
    private BigDecimal mostRatio;
    private BigDecimal stepUp;
    private BigDecimal stepDown;
    private BigDecimal leastChange;
    private int gapMinutes;

    @Column(name = "changes_a_day")
    private int changesADay;

    private BigDecimal endingIncrement;
    private BigDecimal endingOffset;
    private BigDecimal coverLeastDays;
    private BigDecimal coverMostDays;
    private BigDecimal elasticity;
    private int historyDays;
    private int costAgeDays;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(10)")
    private PriceRule.Mode mode;

    private boolean active;

    protected RuleRow() {}

    RuleRow(long id) {
        this.id = id;
    }

    void take(RuleBook.Scope of, PriceRule rule, boolean inForce) {
        name = rule.name();
        scope = of.kind();
        targetId = of.target();
        margin = rule.limits().margin();
        leastPrice = rule.limits().least();
        mostPrice = rule.limits().most();
        mostRatio = rule.limits().mostRatio();
        stepUp = rule.step().up();
        stepDown = rule.step().down();
        leastChange = rule.step().least();
        gapMinutes = Math.toIntExact(rule.pace().gap().toMinutes());
        changesADay = rule.pace().aDay();
        endingIncrement = rule.ending().increment();
        endingOffset = rule.ending().offset();
        coverLeastDays = BigDecimal.valueOf(rule.cover().leastDays());
        coverMostDays = BigDecimal.valueOf(rule.cover().mostDays());
        elasticity = BigDecimal.valueOf(rule.cover().elasticity());
        historyDays = rule.cover().historyDays();
        costAgeDays = rule.costAgeDays();
        mode = rule.mode();
        active = inForce;
    }

    PriceRule rule() {
        return new PriceRule(name, new Limits(margin, leastPrice, mostPrice, mostRatio), new Step(stepUp, stepDown, leastChange),
                new Pace(Duration.ofMinutes(gapMinutes), changesADay), new Ending(endingIncrement, endingOffset),
                new CoverBand(coverLeastDays.doubleValue(), coverMostDays.doubleValue(), elasticity.doubleValue(), historyDays),
                costAgeDays, mode);
    }

    RuleBook.Scope scope() {
        return new RuleBook.Scope(scope, targetId);
    }

    RuleBook.Entry entry() {
        return new RuleBook.Entry(id, scope(), rule());
    }

    long id() {
        return id;
    }

    int version() {
        return version;
    }

    boolean isActive() {
        return active;
    }
}
