package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.ledger.Duel.Step;
import entrepot.inventory.ledger.SlowHistory.Flow;
import entrepot.inventory.ledger.SlowHistory.Period;
import entrepot.inventory.ledger.SlowHistory.Rules;
import entrepot.inventory.ledger.SlowHistory.What;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Histories in which the ledger and the second opinion once differed, found by {@link HistoryLawsTest} and cut short. */
class FoundHistoriesTest {

    @ParameterizedTest
    @EnumSource(Flow.class)
    void aCountLeavesWhatAnotherPlaceIsShortOf(Flow flow) {
        agree(flow, true,
                step(0, What.SALE, 3, 734, 0),
                step(3, What.BACK_AT_NOTHING, 1, 4_000_000, 0),
                new Step(12, What.COUNT, 1, 0, 4_369_252, 0, new BigDecimal("3.036957"), null));
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void whatCameBackAtNothingWasSoldAndIsUndoneIsMissingFromCostOfSales(Flow flow) {
        Step back = step(9, What.BACK_AT_NOTHING, 1, 1_000_000, 0);
        agree(flow, true, back, new Step(14, What.UNDO, 1, 0, 0, 0, null, back), step(13, What.SALE, 1, 13_297_122, 0),
                step(22, What.RECEIPT, 1, 51_078, 2_808));
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void aChargeThatTakesMoreThanTheReceiptIsWorthIsRefused(Flow flow) {
        Step receipt = step(0, What.RECEIPT, 1, 3_000_000, 1_000);
        agree(flow, false, receipt, new Step(9, What.CHARGE, 1, 0, 0, -3_000, null, receipt));
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void aReceiptCorrectedToNothingLeavesAnEmptyPlace(Flow flow) {
        Step receipt = step(0, What.RECEIPT, 1, 2_000_000, 100);
        agree(flow, true, receipt, new Step(3, null, 1, 0, 0, 0, null, receipt));
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void aReturnIntoAnotherPoolFollowsATrueUpDatedBeforeIt(Flow flow) {
        Step sale = step(4, What.SALE, 2, 5_565_180, 0);
        agree(flow, false, sale, back(19, 3, sale), step(10, What.RECEIPT, 2, 2_000_000, 2_792));
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void aReturnIntoAnotherPoolKnowsNoTrueUpDatedAfterIt(Flow flow) {
        Step sale = step(24, What.SALE, 2, 19_678_525, 0);
        agree(flow, false, step(0, What.RECEIPT, 2, 7_000_000, 2_906), sale, step(25, What.RECEIPT, 2, 7_000_000, 2_000),
                back(24, 1, sale));
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void theStepsOfADayComeInTheOrderOfPostingInAllPools(Flow flow) {
        Step sale = step(14, What.SALE, 2, 9_000_000, 0);
        agree(flow, false, step(0, What.RECEIPT, 1, 2_000_000, 2_233), step(15, What.RECEIPT, 2, 4_589_275, 1_078), sale,
                step(18, What.RECEIPT, 1, 3_859_751, 1_178), back(15, 1, sale));
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void whatIsShortIsRepricedAtSixDecimals(Flow flow) {
        Step sale = step(4, What.SALE, 2, 685, 0);
        agree(flow, false, step(1, What.SALE, 2, 1_831_575, 0), sale, new Step(5, What.BACK, 2, 0, 548, 0, null, sale),
                step(2, What.RECEIPT, 2, 766_043, 2_697));
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void partsOfAReceiptGoBackInTheOrderOfTheirDaysFromWhateverPlace(Flow flow) {
        Step receipt = step(0, What.RECEIPT, 2, 631_792, 1_191);
        agree(flow, false, step(0, What.RECEIPT, 1, 1_893_054, 2_292), receipt, new Step(1, What.SEND_BACK, 2, 0, 80_393, 0, null, receipt),
                new Step(0, What.SEND_BACK, 1, 0, 198_220, 0, null, receipt));
    }

    @Test
    void whatGoesBackLeavesAtTheStandardOfItsDay() {
        Step receipt = step(2, What.RECEIPT, 3, 2_480_819, 1_598);
        agree(rules(Flow.STANDARD, Period.EVENT, false), receipt,
                new Step(4, What.SET_STANDARD, 3, 0, 0, 0, new BigDecimal("18.254226"), null),
                new Step(22, What.SEND_BACK, 3, 0, 2_000_000, 0, null, receipt));
    }

    @Test
    void whatAMonthSoldBeyondAllThatCameIsMissingAndNothingSoldCostsLessThanNothing() {
        Step sale = step(16, What.SALE, 1, 7_000_000, 0);
        agree(rules(Flow.AVERAGE, Period.MONTH, false),
                new Step(2, What.COUNT, 1, 0, 4_011_967, 0, new BigDecimal("1.910236"), null),
                step(16, What.SALE, 1, 3_012_172, 0), step(54, What.RECEIPT, 1, 4_000_000, 101), sale,
                new Step(78, What.BACK, 2, 0, 6_000_000, 0, null, sale));
    }

    @Test
    void aRevaluationOfWhatIsMissingIsRefused() {
        Step sale = step(0, What.SALE, 1, 855, 0);
        agree(rules(Flow.AVERAGE, Period.DAY, true), sale, new Step(0, What.REVALUE, 3, 0, 0, -95, null, null),
                new Step(16, What.BACK, 2, 0, 703, 0, null, sale));
    }

    @Test
    void whatGoesBackBeyondAllThatIsThereIsMissing() {
        Step receipt = step(20, What.RECEIPT, 3, 6_000_000, 2_233);
        agree(rules(Flow.AVERAGE, Period.MONTH, true), step(4, What.RECEIPT, 3, 952_539, 2_611), receipt,
                new Step(27, What.SEND_BACK, 2, 0, 4_368_253, 0, null, receipt), step(14, What.SALE, 3, 6_275_160, 0));
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void aSaleThatWasHealedByWhatCameBeforeItWasPostedIsUndone(Flow flow) {
        Step sale = step(0, What.SALE, 1, 6_000_000, 0);
        agree(flow, true, step(1, What.RECEIPT, 3, 2_930_989, 0), sale, undo(5, sale));
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void whatIsBackUntilItsReturnIsUndoneDoesNotComeBackMeanwhile(Flow flow) {
        Step sale = step(4, What.SALE, 2, 5_000_000, 0);
        Step back = back(4, 2, sale);
        agree(flow, true, step(0, What.RECEIPT, 2, 5_308_549, 1_059), sale, back, undo(16, back), back(12, 2, sale));
    }

    @Test
    void aTransferIsUndoneBetweenStandardsThatDiffer() {
        Step move = new Step(6, What.MOVE, 1, 2, 893_692, 0, null, null);
        agree(rules(Flow.STANDARD, Period.EVENT, false), step(4, What.RECEIPT, 1, 5_127_327, 2_893), move,
                new Step(9, What.SET_STANDARD, 1, 0, 0, 0, new BigDecimal("10.717042"), null), undo(13, move));
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void nothingIsUndoneBeforeItHappened(Flow flow) {
        Step move = new Step(13, What.MOVE, 3, 2, 2_000_000, 0, null, null);
        agree(flow, true, step(0, What.RECEIPT, 3, 2_000_000, 0), move, undo(9, move));
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void aReceiptIsNotCorrectedBelowWhatWasSentBackOfItUntilThatWasUndone(Flow flow) {
        Step receipt = step(0, What.RECEIPT, 2, 5_375_315, 223);
        Step sent = new Step(0, What.SEND_BACK, 2, 0, 4_000_000, 0, null, receipt);
        agree(flow, true, receipt, sent, undo(13, sent), new Step(14, null, 2, 0, 1_000_000, 0, null, receipt));
    }

    @Test
    void aReceiptIsNotCorrectedBelowWhatWentBackOfItWhileAPeriodHadNotUndoneIt() {
        Step receipt = step(0, What.RECEIPT, 1, 5_000_000, 1_946);
        Step sent = new Step(1, What.SEND_BACK_AT_CURRENT, 2, 0, 4_757_128, 0, null, receipt);
        agree(rules(Flow.AVERAGE, Period.DAY, true), receipt, step(0, What.RECEIPT, 2, 6_000_000, 2_553), sent, undo(16, sent),
                new Step(25, null, 1, 0, 2_000_000, 0, null, receipt));
    }

    @Test
    void whatIsUndoneInItsMonthIsAsIfItHadNotBeen() {
        Step sale = step(3, What.SALE, 1, 2_000_000, 0);
        Step move = new Step(9, What.MOVE, 1, 2, 3_000_000, 0, null, null);
        agree(rules(Flow.AVERAGE, Period.MONTH, false), step(1, What.RECEIPT, 1, 3_000_000, 1_000), step(2, What.RECEIPT, 2, 7_000_000, 5_000), sale, undo(5, sale),
                move, undo(11, move), step(12, What.SALE, 1, 5_000_000, 0), step(40, What.RECEIPT, 1, 7_000_000, 9_000));
    }

    @Test
    void whatWasCountedOfALotHoldsWhateverLeavesBeforeIt() {
        agree(new Rules(Flow.AVERAGE, Period.EVENT, false, false, false, new BigDecimal("7.000000"), false, false, 1), step(7, What.RECEIPT, 11, 3_000_000, 1_801),
                new Step(9, What.COUNT, 11, 0, 3_000_000, 0, null, null), step(10, What.SALE, 11, 3_000_000, 0), step(7, What.SALE, 11, 420, 0));
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void whatWasBackAtAnotherPlaceUntilThatWasUndoneIsNotBackAtAThirdMeanwhile(Flow flow) {
        Step sale = step(1, What.SALE, 1, 5_000_000, 0);
        Step back = back(2, 2, sale);
        agree(strict(flow), step(0, What.RECEIPT, 1, 10_000_000, 2_000), sale, back, undo(6, back), back(4, 3, sale), back(6, 3, sale));
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void aSaleIsNotUndoneWhileItWasBackAtAnotherPlace(Flow flow) {
        Step sale = step(1, What.SALE, 1, 5_000_000, 0);
        Step back = back(2, 2, sale);
        agree(strict(flow), step(0, What.RECEIPT, 1, 10_000_000, 2_000), sale, back, undo(6, back), undo(4, sale), undo(6, sale));
    }

    @ParameterizedTest
    @EnumSource(value = Flow.class, names = "STANDARD", mode = EnumSource.Mode.EXCLUDE)
    void whatCameBackLaterAtAnotherPlaceIsTheNextPartOfItsSaleOnceAnEarlierReturnIsUndone(Flow flow) {
        Step sale = step(1, What.SALE, 1, 3_000_000, 0);
        Step first = new Step(2, What.BACK, 2, 0, 1_000_000, 0, null, sale);
        Step next = new Step(10, What.BACK, 3, 0, 1_000_000, 0, null, sale);
        agree(strict(flow), step(0, What.RECEIPT, 1, 3_000_000, 100), sale, first, next, undo(6, first));
    }

    @Test
    void anOpinionThatAReturnIntoAnotherPoolStaysGivenBackOnceItIsUndoneIsCaught() {
        Step sale = step(1, What.SALE, 1, 5_000_000, 0);
        Step back = back(2, 2, sale);
        Duel duel = new Duel(new SlowHistory(strict(Flow.FIFO)) {
            @Override
            void reopen(Event event, Event source) {}
        }, strict(Flow.FIFO));
        for (Step step : List.of(step(0, What.RECEIPT, 1, 10_000_000, 2_000), sale, back, undo(6, back))) {
            assertThat(duel.play(step)).as(step.toString()).isNull();
        }
        assertThat(duel.play(back(6, 3, sale))).isNotNull();
    }

    private static Rules strict(Flow flow) {
        return new Rules(flow, Period.EVENT, false, false, false, new BigDecimal("7.000000"), false);
    }

    @Test
    void whatIsMissingOfADayIsMissingAtTheRateAtWhichItLeft() {
        Step sale = step(5, What.SALE, 3, 696_755, 0);
        agree(rules(Flow.AVERAGE, Period.DAY, true), sale, step(6, What.BACK_AT_NOTHING, 1, 6_000_000, 0), step(5, What.SALE, 1, 400_926, 0),
                step(2, What.SALE, 3, 4_000_678, 0), new Step(13, What.BACK, 1, 0, 69_946, 0, null, sale),
                new Step(5, What.COUNT, 2, 0, 850_715, 0, new BigDecimal("15.353542"), null));
    }

    @Test
    void whatIsMissingOfADayIsWorthNoPennyMoreThanItLeftAt() {
        Step first = step(0, What.SALE, 1, 980, 0);
        Step receipt = step(0, What.RECEIPT, 1, 2_000_000, 2_738);
        Step last = step(0, What.SALE, 2, 443, 0);
        agree(new Rules(Flow.AVERAGE, Period.DAY, true, true, true, new BigDecimal("7.000000"), false), first, back(0, 1, first), receipt,
                new Step(0, What.CHARGE, 1, 0, 0, 216, null, receipt), step(0, What.SALE, 3, 2_141_709, 0), last, step(1, What.RECEIPT, 1, 5_975_578, 1_140),
                new Step(23, What.BACK, 1, 0, 420, 0, null, last));
    }

    @Test
    void whatWentBackInAMonthThatLackedItIsUndone() {
        Step receipt = step(6, What.RECEIPT, 2, 2_000_000, 642);
        Step sent = new Step(29, What.SEND_BACK, 3, 0, 1_197_709, 0, null, receipt);
        agree(rules(Flow.AVERAGE, Period.MONTH, true), receipt, step(32, What.RECEIPT, 2, 5_000_000, 0), step(11, What.SALE, 2, 7_998_647, 0), sent,
                undo(74, sent));
    }

    private static Step undo(int day, Step undone) {
        return new Step(day, What.UNDO, undone.place(), undone.to(), 0, 0, null, undone);
    }

    private static Step step(int day, What what, int place, long units, long worth) {
        return new Step(day, what, place, 0, units, worth, null, null);
    }

    private static Step back(int day, int place, Step sale) {
        return new Step(day, What.BACK, place, 0, sale.units(), 0, null, sale);
    }

    private static void agree(Flow flow, boolean onePool, Step... steps) {
        agree(rules(flow, Period.EVENT, onePool), steps);
    }

    private static Rules rules(Flow flow, Period period, boolean onePool) {
        return new Rules(flow, period, onePool, true, false, new BigDecimal("7.000000"), false);
    }

    private static void agree(Rules rules, Step... steps) {
        Duel duel = new Duel(SlowHistory.of(rules), rules);
        for (Step step : List.of(steps)) {
            assertThat(duel.play(step)).as(step.toString()).isNull();
        }
        assertThat(duel.rebuilt()).isNull();
    }
}
