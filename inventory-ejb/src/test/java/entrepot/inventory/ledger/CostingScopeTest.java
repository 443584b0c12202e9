package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.CostingScope;
import entrepot.inventory.valuation.LateCost;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.JournalLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is valued together: the company, the sites of a group, a site; and how goods go over from one to the other. */
class CostingScopeTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final ItemId TEA = new ItemId(1);
    private static final LocationId HULL = new LocationId(1);
    private static final LocationId YORK = new LocationId(2);
    private static final LocationId BERLIN = new LocationId(3);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private Shop shop;

    @Test
    void sitesOfAGroupShareAPoolAndASiteOfNoneHasItsOwn() {
        open(CostingScope.GROUP, CostFlow.AVERAGE);
        assertThat(sell(YORK, 1)).isEqualTo(gbp("3.00"));
        assertThat(sell(BERLIN, 1)).isEqualTo(gbp("9.00"));
        assertThat(shop.books.pools().keySet()).extracting(pool -> pool.location().value()).containsExactlyInAnyOrder(Shop.GROUP.value(), BERLIN.value());
    }

    @Test
    void theOldestOfAGroupLeavesFirstWhereverItLies() {
        open(CostingScope.GROUP, CostFlow.FIFO);
        assertThat(sell(YORK, 10)).as("what came to Hull").isEqualTo(gbp("20.00"));
    }

    @Test
    void insideAGroupATransferMovesNoValueAndOutOfItItDoes() {
        open(CostingScope.GROUP, CostFlow.AVERAGE);
        assertThat(move(HULL, YORK).values()).isEmpty();
        assertThat(move(HULL, BERLIN).values()).extracting(ValueEntry::amount).containsExactly(gbp("-3.00"), gbp("3.00"));
    }

    @Test
    void theCompanyIsOnePool() {
        open(CostingScope.COMPANY, CostFlow.AVERAGE);
        assertThat(sell(HULL, 1)).isEqualTo(gbp("5.00"));
    }

    @Test
    void poolsThatBecomeOneGiveTheOldestFirstWhereverItLay() {
        open(CostingScope.LOCATION, CostFlow.FIFO);
        receive(HULL, MARCH.plusDays(2), 10, "70.00");
        Posted change = change(CostingScope.COMPANY, APRIL);
        assertThat(change.journal().lines().stream().map(JournalLine::amount).reduce(gbp("0"), Money::plus)).isEqualTo(gbp("0"));
        assertThat(sell(APRIL, HULL, 10)).as("of the first day, Hull").isEqualTo(gbp("20.00"));
        assertThat(sell(APRIL, BERLIN, 10)).as("of the first day, York").isEqualTo(gbp("40.00"));
        assertThat(sell(APRIL, YORK, 10)).as("of the first day, Berlin").isEqualTo(gbp("90.00"));
        assertThat(sell(APRIL, HULL, 10)).as("of the third day").isEqualTo(gbp("70.00"));
    }

    @Test
    void anAverageBecomesThatOfAllAndAPoolThatIsSplitGivesEachSiteItsUnits() {
        open(CostingScope.LOCATION, CostFlow.AVERAGE);
        change(CostingScope.GROUP, APRIL);
        assertThat(sell(APRIL, HULL, 5)).as("3.00 each").isEqualTo(gbp("15.00"));
        assertThat(sell(APRIL, BERLIN, 1)).isEqualTo(gbp("9.00"));
        change(CostingScope.LOCATION, APRIL.plusDays(1));
        assertThat(shop.pool(new Stock.Place(TEA, HULL)).cost().value()).isEqualTo(gbp("15.00"));
        assertThat(shop.pool(new Stock.Place(TEA, YORK)).cost().value()).isEqualTo(gbp("30.00"));
        receive(HULL, APRIL.plusDays(2), 5, "35.00");
        assertThat(sell(APRIL.plusDays(2), HULL, 1)).as("5 at 3.00 and 5 at 7.00").isEqualTo(gbp("5.00"));
        assertThat(sell(APRIL.plusDays(2), YORK, 1)).isEqualTo(gbp("3.00"));
    }

    @Test
    void aFirstInFirstOutPoolThatIsSplitGivesSitesInTheirOrder() {
        open(CostingScope.COMPANY, CostFlow.FIFO);
        change(CostingScope.LOCATION, APRIL);
        assertThat(sell(APRIL, HULL, 10)).isEqualTo(gbp("20.00"));
        assertThat(sell(APRIL, BERLIN, 10)).isEqualTo(gbp("90.00"));
    }

    @Test
    void aLateChargeFollowsTheGoodsThroughTheChange() {
        open(CostingScope.LOCATION, CostFlow.FIFO);
        long cameToYork = shop.posted.get(1).movements().get(0).id();
        change(CostingScope.COMPANY, APRIL);
        sell(APRIL, HULL, 10);
        sell(APRIL, BERLIN, 5);
        Posted charged = post(PostingKind.CHARGE, APRIL.plusDays(1), new StockLine.Charge(TEA, YORK, cameToYork, gbp("10.00"), AccountRole.CHARGES_TO_COME));
        assertThat(sum(charged, AccountRole.COST_OF_SALES)).as("five of York's ten were sold").isEqualTo(gbp("5.00"));
        assertThat(sum(charged, AccountRole.INVENTORY)).isEqualTo(gbp("5.00"));
        assertThat(charged.values().stream().filter(value -> value.date().equals(APRIL)).map(ValueEntry::amount)).as("out, in, sold")
                .containsExactlyInAnyOrder(gbp("-10.00"), gbp("10.00"), gbp("-5.00"));
    }

    @Test
    void aRevaluationOfADayBeforeTheChangeIsOfThePoolOfThen() {
        open(CostingScope.LOCATION, CostFlow.AVERAGE);
        change(CostingScope.COMPANY, APRIL);
        post(PostingKind.REVALUATION, MARCH.plusDays(1), new StockLine.Revalue(TEA, YORK, gbp("-30.00"), AccountRole.REVALUATION));
        assertThat(sell(APRIL, HULL, 10)).as("4.00 each").isEqualTo(gbp("40.00"));
        assertThat(refusal(PostingKind.REVALUATION, MARCH.plusDays(1), new StockLine.Revalue(TEA, YORK, gbp("-11.00"), AccountRole.REVALUATION)))
                .as("York had 10.00 left then").isEqualTo("below-zero-value");
    }

    @Test
    void whatWasReceivedBeforeTheChangeIsUndoneWhereItIsWholeStill() {
        open(CostingScope.LOCATION, CostFlow.FIFO);
        change(CostingScope.COMPANY, APRIL);
        Posted undone = shop.post(new Reversal(new UUID(1, 1), APRIL, Shop.NOON, null, null, null).of(shop.posted.get(2))).posted();
        assertThat(undone.values()).extracting(ValueEntry::amount).containsExactly(gbp("-90.00"));
    }

    @Test
    void afterwardsNoQuantityIsOfADayBefore() {
        open(CostingScope.LOCATION, CostFlow.FIFO);
        Posted moved = move(HULL, YORK);
        change(CostingScope.GROUP, APRIL);
        assertThat(refusal(PostingKind.SALE, MARCH, new StockLine.Relieve(TEA, HULL, Quantity.units(1), AccountRole.COST_OF_SALES)))
                .isEqualTo("scope-changed");
        assertThat(refusal(PostingKind.CORRECTION, APRIL, new StockLine.Correct(TEA, HULL, shop.posted.get(0).movements().get(0).id(), Quantity.units(9),
                AccountRole.INVENTORY))).isEqualTo("scope-changed");
    }

    @Test
    void whatWentInsideAPoolIsNotUndoneOnceItIsTwo() {
        open(CostingScope.COMPANY, CostFlow.FIFO);
        Posted moved = move(HULL, YORK);
        change(CostingScope.LOCATION, APRIL);
        assertThat(shop.post(new Reversal(new UUID(1, 1), APRIL, Shop.NOON, null, null, null).of(moved)).refusals())
                .extracting(Refusal::code).containsOnly("scope-changed");
    }

    @Test
    void aChangeIsOfTheDayOfTheLastMovementOrLaterAndToSomethingElse() {
        open(CostingScope.LOCATION, CostFlow.FIFO);
        sell(APRIL, HULL, 1);
        assertThat(refusal(PostingKind.SCOPE_CHANGE, MARCH, new StockLine.ChangeScope(TEA, HULL, CostingScope.COMPANY))).isEqualTo("moved-since");
        assertThat(refusal(PostingKind.SCOPE_CHANGE, APRIL, new StockLine.ChangeScope(TEA, HULL, CostingScope.LOCATION))).isEqualTo("no-change");
        change(CostingScope.COMPANY, APRIL.plusDays(1));
        assertThat(refusal(PostingKind.SCOPE_CHANGE, APRIL, new StockLine.ChangeScope(TEA, HULL, CostingScope.GROUP))).isEqualTo("changed-since");
    }

    @Test
    void nothingThatIsShortGoesOver() {
        CostPolicy lax = new CostPolicy(CostFlow.AVERAGE, AveragePeriod.EVENT, LateCost.REPLAY, true, BigDecimal.ONE);
        shop = new Shop(GBP, CostingScope.LOCATION, List.of(HULL, YORK, BERLIN), Map.of(TEA, lax));
        sell(MARCH, HULL, 1);
        assertThat(refusal(PostingKind.SCOPE_CHANGE, APRIL, new StockLine.ChangeScope(TEA, HULL, CostingScope.COMPANY))).isEqualTo("below-zero");
    }

    @Test
    void aStandardGoesOverWhereItIsOne() {
        open(CostingScope.LOCATION, CostFlow.STANDARD);
        standard(HULL, "3.00");
        assertThat(refusal(PostingKind.SCOPE_CHANGE, APRIL, new StockLine.ChangeScope(TEA, HULL, CostingScope.GROUP))).isEqualTo("standards-differ");
        standard(YORK, "3.00");
        assertThat(change(CostingScope.GROUP, APRIL).values().stream().map(ValueEntry::amount).reduce(gbp("0"), Money::plus)).isEqualTo(gbp("0"));
        receive(YORK, APRIL, 1, "8.00");
        assertThat(sell(APRIL, HULL, 10)).isEqualTo(gbp("30.00"));
    }

    private void standard(LocationId at, String unitCost) {
        post(PostingKind.STANDARD_COST, MARCH, new StockLine.SetStandard(TEA, at, new BigDecimal(unitCost), AccountRole.REVALUATION));
    }

    private Posted change(CostingScope scope, LocalDate day) {
        return post(PostingKind.SCOPE_CHANGE, day, new StockLine.ChangeScope(TEA, HULL, scope));
    }

    private String refusal(PostingKind kind, LocalDate day, StockLine line) {
        return shop.post(kind, day, line).refusals().get(0).code();
    }

    private static Money sum(Posted posted, AccountRole role) {
        return posted.journal().lines().stream().filter(line -> line.account().equals(Shop.account(role))).map(JournalLine::amount)
                .reduce(gbp("0"), Money::plus);
    }

    private void open(CostingScope scope, CostFlow flow) {
        shop = new Shop(GBP, scope, List.of(HULL, YORK, BERLIN),
                Map.of(TEA, flow == CostFlow.STANDARD ? new CostPolicy(flow, AveragePeriod.EVENT, LateCost.REPLAY, false, new BigDecimal("2.00"))
                        : CostPolicy.of(flow)));
        receive(HULL, MARCH, 10, "20.00");
        receive(YORK, MARCH, 10, "40.00");
        receive(BERLIN, MARCH, 10, "90.00");
    }

    private void receive(LocationId at, LocalDate day, int units, String worth) {
        post(PostingKind.RECEIPT, day, new StockLine.Receive(TEA, at, Quantity.units(units), gbp(worth), AccountRole.RECEIVED_NOT_INVOICED));
    }

    private Posted move(LocationId from, LocationId to) {
        return post(PostingKind.TRANSFER, MARCH, new StockLine.Move(TEA, from, to, Quantity.units(1)));
    }

    private Money sell(LocationId at, int units) {
        return sell(MARCH, at, units);
    }

    private Money sell(LocalDate day, LocationId at, int units) {
        return post(PostingKind.SALE, day, new StockLine.Relieve(TEA, at, Quantity.units(units), AccountRole.COST_OF_SALES))
                .values().get(0).amount().negated();
    }

    private Posted post(PostingKind kind, LocalDate day, StockLine line) {
        Books.Attempt attempt = shop.post(kind, day, line);
        assertThat(attempt.refusals()).isEmpty();
        shop.remember(attempt.posted());
        return attempt.posted();
    }

    private static Money gbp(String amount) {
        return Money.of(new BigDecimal(amount), GBP);
    }
}
