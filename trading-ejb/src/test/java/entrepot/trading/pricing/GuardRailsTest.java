package entrepot.trading.pricing;

import static entrepot.trading.pricing.Situations.*;
import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.pricing.Situation.Changes;
import entrepot.trading.pricing.Situation.DemandRate;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardRailsTest {

    @Test
    void tooMuchStockLowersThePriceByAtMostAStep() {
        var advice = advise(RULE, stock(900)); // 90 days: wish 10 (45/90)^(1/2) = 7.07
        assertThat(advice.verdict()).isEqualTo(Verdict.CHANGE);
        assertThat(advice.aim()).isEqualByComparingTo("7.07");
        assertThat(advice.price()).isEqualByComparingTo("9.50");
        assertThat(advice.words()).last().isEqualTo("From 10.00 to 9.50, one step towards 7.07.");
    }

    @Test
    void tooLittleStockRaisesIt() {
        var advice = advise(RULE, at("14.00", 56)); // 5.6 days: wish 10 (14/5.6)^(1/2) = 15.81, ceiling 15
        assertThat(advice.aim()).isEqualByComparingTo("15");
        assertThat(advice.price()).isEqualByComparingTo("14.70");
    }

    @Test
    void withinTheBandThePriceReturnsToTheBasePriceFromBothSides() {
        assertThat(advise(RULE, at("9.60", 300)).price()).isEqualByComparingTo("10.00");
        assertThat(advise(RULE, at("10.40", 300)).price()).isEqualByComparingTo("10.00");
        assertThat(advise(RULE, at("10.00", 300)).verdict()).isEqualTo(Verdict.AT_AIM);
    }

    @Test
    void whatDoesNotSellGoesToTheFloorAndAnEmptyShelfToTheCeiling() {
        var dead = with(at("6.70", 300), new DemandRate(0, 182));
        assertThat(advise(RULE, dead).price()).isEqualByComparingTo("6.60"); // 6.00 and 10 percent
        assertThat(advise(RULE, at("14.90", 0)).price()).isEqualByComparingTo("15.00");
    }

    @Test
    void aShortHistoryWishesForTheBasePrice() {
        var fresh = with(at("9.80", 900), new DemandRate(0, 13));
        assertThat(advise(RULE, fresh).price()).isEqualByComparingTo("10.00");
    }

    @Test
    void noPriceIsMadeWithoutACost() {
        var advice = advise(RULE, with(stock(900), Optional.empty()));
        assertThat(advice.verdict()).isEqualTo(Verdict.NO_COST);
        assertThat(advice.price()).isEqualByComparingTo("10.00");
    }

    @Test
    void noPriceIsMadeFromAStaleCost() {
        assertThat(advise(RULE, with(stock(900), cost("6.00", 180))).verdict()).isEqualTo(Verdict.CHANGE);
        var advice = advise(RULE, with(stock(900), cost("6.00", 181)));
        assertThat(advice.verdict()).isEqualTo(Verdict.STALE_COST);
        assertThat(advice.words()).containsExactly(
                "The cost 6.00 was last confirmed on 2025-12-16, 181 days ago; at most 180 are allowed.");
    }

    @Test
    void aFloorAboveTheCeilingIsNamed() {
        var advice = advise(RULE, with(stock(900), cost("14.00", 1)));
        assertThat(advice.verdict()).isEqualTo(Verdict.FLOOR_ABOVE_CEILING);
        assertThat(advice.words()).first().asString().startsWith("The floor 15.40 is above the ceiling 15.00");
    }

    @Test
    void aFloorThatOneStepCannotReachIsLeftToAPerson() {
        var advice = advise(RULE, with(stock(900), cost("10.00", 1)));
        assertThat(advice.verdict()).isEqualTo(Verdict.OUT_OF_REACH);
        assertThat(advice.words()).last().asString()
                .startsWith("The price 10.00 is below the floor 11.00, and one step reaches only from 9.50 to 10.50");
    }

    @Test
    void aPriceWaitsForTheGapAndForTheNextDay() {
        var changed = new Changes(Optional.of(NOW.minus(Duration.ofHours(4)).plusMillis(1)), 1);
        assertThat(advise(RULE, with(stock(900), changed)).verdict()).isEqualTo(Verdict.TOO_SOON);
        var longAgo = new Changes(Optional.of(NOW.minus(Duration.ofHours(4))), 1);
        assertThat(advise(RULE, with(stock(900), longAgo)).verdict()).isEqualTo(Verdict.CHANGE);
        var twice = new Changes(Optional.of(NOW.minus(Duration.ofHours(4))), 2);
        assertThat(advise(RULE, with(stock(900), twice)).verdict()).isEqualTo(Verdict.ENOUGH_TODAY);
    }

    @Test
    void aPriceTakesTheEndingWhereOneLiesOnTheWay() {
        var ending99 = endingIn(rule("0.10", "1.5", "0.15", "0"), "1", "0.99");
        assertThat(advise(ending99, stock(900)).aim()).isEqualByComparingTo("6.99");
        assertThat(advise(ending99, stock(900)).price()).isEqualByComparingTo("8.99"); // a step reaches 8.50
        var smallSteps = endingIn(RULE, "1", "0.99");
        assertThat(advise(smallSteps, at("8.90", 900)).price()).isEqualByComparingTo("8.46"); // no .99 within five percent
    }

    @Test
    void aTinyChangeIsLeftOut() {
        var advice = advise(rule("0.10", "1.5", "0.05", "0.01"), at("9.95", 300));
        assertThat(advice.verdict()).isEqualTo(Verdict.TOO_SMALL);
        assertThat(advice.price()).isEqualByComparingTo("9.95");
    }

    @Test
    void aStepSmallerThanACoinMovesNothing() {
        var cheap = charging(with(stock(300), cost("0.01", 1)), d("0.10"));
        assertThat(advise(RULE, cheap).verdict()).isEqualTo(Verdict.TOO_SMALL);
    }
}
