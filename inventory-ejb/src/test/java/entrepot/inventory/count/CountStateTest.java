package entrepot.inventory.count;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.StockLine;
import entrepot.inventory.ledger.Lot;
import entrepot.inventory.ledger.LotPart;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountStateTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final RecountRule RULE = new RecountRule(new BigDecimal("0.05"), new Money(50_00, GBP));

    @Test
    void smallDifferencesAreSubmittedAtOnce() {
        CountState.Handed handed = new CountState.Counting(1).submit(List.of(line("BOLT", 100, 96, "1.00"), line("NUT", 10, 10, "1.00")), RULE);
        assertThat(handed.state().status()).isEqualTo(CountStatus.SUBMITTED);
        assertThat(handed.again()).isEmpty();
    }

    @Test
    void aLargeDifferenceIsCountedAgainByQuantityOrByValue() {
        List<CountedLine> lines = List.of(line("BOLT", 100, 94, "0.01"), line("GOLD", 100, 99, "60.00"), line("NUT", 100, 99, "1.00"));
        CountState.Handed handed = new CountState.Counting(1).submit(lines, RULE);
        assertThat(handed.state()).isEqualTo(new CountState.Counting(2));
        assertThat(handed.state().status()).isEqualTo(CountStatus.RECOUNT);
        assertThat(handed.again()).extracting(CountedLine::sku).containsExactly("BOLT", "GOLD");
    }

    @Test
    void theSecondCountIsBelieved() {
        assertThat(new CountState.Counting(2).submit(List.of(line("BOLT", 100, 50, "1.00")), RULE).state().status())
                .isEqualTo(CountStatus.SUBMITTED);
    }

    @Test
    void whatTheBookDoesNotHaveIsAlwaysCountedAgain() {
        assertThat(RULE.asksFor(line("FOUND", 0, 1, "0.01"))).isTrue();
        assertThat(RULE.asksFor(line("NONE", 0, 0, "0.01"))).isFalse();
    }

    @Test
    void aDifferenceNeedsAReasonAndAnotherPerson() {
        List<CountedLine> lines = List.of(line("NUT", 10, 10, "1.00"), line("BOLT", 100, 98, "1.00"));
        assertThat(approval("ann", Map.of()).refusals(lines)).containsExactly(
                Refusal.whole("own-count", "ann counted some of it: somebody else must approve it"),
                new Refusal(1, "reason-missing", "BOLT differs by -2 and needs a reason"));
        assertThat(approval("joe", Map.of(new Approval.Of("BOLT", null), DifferenceReason.DAMAGE)).refusals(lines)).isEmpty();
    }

    @Test
    void rightLinesAreBookedAsWell() {
        assertThat(Approval.stock(List.of(line("NUT", 10, 10, "1.00")), new LocationId(3))).containsExactly(
                new StockLine.Found(new ItemId(3), new LocationId(3), Quantity.ZERO, AccountRole.SHRINKAGE));
    }

    @Test
    void anEntryReplacesOrAdds() {
        assertThat(EntryMode.SET.after(Quantity.units(4), Quantity.units(1))).isEqualTo(Quantity.units(1));
        assertThat(EntryMode.ADD.after(Quantity.units(4), Quantity.units(1))).isEqualTo(Quantity.units(5));
        assertThat(EntryMode.ADD.after(null, Quantity.ZERO)).isEqualTo(Quantity.ZERO);
    }

    /** However a count goes to and fro: it is live until it is posted or cancelled, and rounds only rise. */
    @Test
    void everyWayEndsOnce() {
        long seed = 72;
        Random random = new Random(seed);
        for (int walk = 0; walk < 5_000; walk++) {
            CountState state = new CountState.Counting(1);
            int round = 1;
            while (state instanceof CountState.Live live && round < 50) {
                assertThat(state.status().isLive()).as("seed " + seed).isTrue();
                assertThat(live.round()).as("seed " + seed).isBetween(round, round + 1);
                assertThat(CountState.of(state.status(), live.round())).as("seed " + seed).isEqualTo(state);
                round = live.round();
                state = next(live, random);
            }
            assertThat(round == 50 || !state.status().isLive()).as("seed " + seed).isTrue();
        }
    }

    @Test
    void aLotHasItsOwnReasonBeforeThatOfItsItem() {
        Lot bad = new Lot(7, new ItemId(4), "B", null);
        var line = new CountedLine(0, bad.item(), "MILK", bad, Quantity.units(4), Quantity.units(3), LocalDate.of(2026, 3, 31), "ann",
                new UnitWorth(BigDecimal.ONE, GBP));
        var approval = new Approval("cara", Set.of("ann"), Map.of(new Approval.Of("MILK", "B"), DifferenceReason.DAMAGE,
                new Approval.Of("MILK", null), DifferenceReason.THEFT), DifferenceReason.OTHER);
        assertThat(approval.reason(line)).isEqualTo(DifferenceReason.DAMAGE);
        assertThat(approval.reason(line("MILK", 4, 3, "1.00"))).isEqualTo(DifferenceReason.THEFT);
        assertThat(Approval.lots(List.of(line("MILK", 4, 3, "1.00"), line))).isEqualTo(Map.of(1,
                List.of(new LotPart(bad, Quantity.units(-1), null))));
    }

    private static CountState next(CountState.Live live, Random random) {
        if (random.nextInt(10) == 0) {
            return live.cancel();
        }
        if (live instanceof CountState.Counting counting) {
            return counting.submit(List.of(line("BOLT", 10, random.nextInt(20), "1.00")), RULE).state();
        }
        CountState.Submitted submitted = (CountState.Submitted) live;
        return random.nextBoolean() ? submitted.approve() : submitted.recount();
    }

    private static Approval approval(String by, Map<Approval.Of, DifferenceReason> reasons) {
        return new Approval(by, Set.of("ann", "bob"), reasons, null);
    }

    private static CountedLine line(String sku, long expected, long counted, String unitCost) {
        return new CountedLine(0, new ItemId(sku.length()), sku, null, Quantity.units(expected), Quantity.units(counted),
                LocalDate.of(2026, 3, 31), "ann", new UnitWorth(new BigDecimal(unitCost), GBP));
    }
}
