package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import entrepot.inventory.valuation.Application;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.CostTerms;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostingScope;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.JournalLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Something else is valued together as if it had always been so; what that makes of the stock is opening equity (IAS 8.22). */
class ScopeRestatementTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final ItemId TEA = new ItemId(1);
    private static final ItemId BLEND = new ItemId(2);
    private static final LocationId HULL = new LocationId(1);
    private static final LocationId YORK = new LocationId(2);
    private static final LocationId BERLIN = new LocationId(3);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private Shop shop;

    @Test
    void whatYorkSoldHadBeenHullsOlderGoods() {
        open(CostingScope.LOCATION, CostFlow.FIFO);
        receive(HULL, MARCH, 10, "20.00");
        receive(YORK, MARCH.plusDays(1), 10, "40.00");
        sell(APRIL, YORK, 10);
        Posted change = change(CostingScope.COMPANY, MAY);
        assertThat(sum(change, AccountRole.INVENTORY)).as("10 at 4.00 instead of 10 at 2.00").isEqualTo(gbp("20.00"));
        assertThat(sum(change, AccountRole.OPENING_EQUITY)).isEqualTo(gbp("-20.00"));
        assertThat(change.comparatives()).containsExactly(new Comparative(TEA, YearMonth.of(2026, 4), gbp("20.00")));
        assertThat(sell(MAY, HULL, 10)).isEqualTo(gbp("40.00"));
    }

    @Test
    void eachUnitIsWorthWhatItWouldBeInItsTurn() {
        open(CostingScope.LOCATION, CostFlow.FIFO);
        receive(HULL, MARCH, 10, "10.00");
        receive(YORK, MARCH.plusDays(1), 10, "30.00");
        receive(HULL, MARCH.plusDays(2), 10, "50.00");
        sell(APRIL, YORK, 10);
        change(CostingScope.COMPANY, MAY);
        assertThat(sell(MAY, HULL, 10)).as("York's").isEqualTo(gbp("30.00"));
        assertThat(sell(MAY, HULL, 10)).as("Hull's second").isEqualTo(gbp("50.00"));
    }

    @Test
    void anAverageOfAllHadBeenTakenAllAlong() {
        open(CostingScope.LOCATION, CostFlow.AVERAGE);
        receive(HULL, MARCH, 10, "20.00");
        receive(YORK, MARCH, 10, "40.00");
        sell(APRIL, HULL, 8);
        Posted change = change(CostingScope.COMPANY, MAY);
        assertThat(sum(change, AccountRole.OPENING_EQUITY)).as("8 sold at 3.00 instead of 2.00").isEqualTo(gbp("8.00"));
        assertThat(sell(MAY, YORK, 10)).isEqualTo(gbp("30.00"));
    }

    @Test
    void aPoolThatIsSplitGivesEachSiteWhatCameToIt() {
        open(CostingScope.COMPANY, CostFlow.AVERAGE);
        receive(HULL, MARCH, 10, "20.00");
        receive(YORK, MARCH, 10, "40.00");
        post(PostingKind.TRANSFER, MARCH.plusDays(1), new StockLine.Move(TEA, HULL, BERLIN, Quantity.units(4)));
        sell(APRIL, HULL, 6);
        Posted change = change(CostingScope.LOCATION, MAY);
        assertThat(sum(change, AccountRole.OPENING_EQUITY)).as("6 sold at 2.00 instead of 3.00").isEqualTo(gbp("-6.00"));
        assertThat(sell(MAY, YORK, 10)).isEqualTo(gbp("40.00"));
        assertThat(sell(MAY, BERLIN, 4)).isEqualTo(gbp("8.00"));
    }

    @Test
    void whatWasMadeOfTheGoodsIsBroughtAlong() {
        open(CostingScope.LOCATION, CostFlow.AVERAGE);
        receive(HULL, MARCH, 10, "20.00");
        receive(YORK, MARCH, 10, "40.00");
        assertThat(shop.post(PostingKind.ASSEMBLY, APRIL, new StockLine.Use(TEA, HULL, Quantity.units(5)),
                new StockLine.Make(BLEND, HULL, Quantity.units(1), null, gbp("1.00"), AccountRole.CONVERSION)).refusals()).isEmpty();
        Posted change = change(CostingScope.COMPANY, MAY);
        assertThat(sum(change, AccountRole.OPENING_EQUITY)).as("what left Hull is in the blend").isEqualTo(gbp("0"));
        assertThat(shop.pool(new Stock.Place(BLEND, HULL)).cost().value()).as("5 at 3.00 and 1.00").isEqualTo(gbp("16.00"));
        assertThat(shop.pool(new Stock.Place(TEA, HULL)).cost().value()).isEqualTo(gbp("45.00"));
        assertThat(change.comparatives()).extracting(Comparative::item, Comparative::change)
                .containsExactly(tuple(TEA, gbp("-5.00")), tuple(BLEND, gbp("5.00")));
        assertThat(shop.post(PostingKind.SCOPE_CHANGE, MAY.plusDays(1), rescoping(CostingScope.LOCATION)).refusals()).extracting(Refusal::code)
                .as("the blend would be restated twice").containsExactly("restated-before");
    }

    @Test
    void changingBackLeavesTheBooksAsTheyWere() {
        open(CostingScope.LOCATION, CostFlow.FIFO);
        receive(HULL, MARCH, 10, "20.00");
        receive(YORK, MARCH.plusDays(1), 10, "40.00");
        sell(APRIL, YORK, 10);
        change(CostingScope.COMPANY, MAY);
        Posted back = change(CostingScope.LOCATION, MAY.plusDays(1));
        assertThat(sum(back, AccountRole.OPENING_EQUITY)).isEqualTo(gbp("20.00"));
        assertThat(sell(MAY.plusDays(2), HULL, 10)).isEqualTo(gbp("20.00"));
    }

    @Test
    void itIsOfTheBeginningOfItsDay() {
        open(CostingScope.LOCATION, CostFlow.FIFO);
        receive(HULL, MARCH, 10, "20.00");
        assertThat(shop.post(PostingKind.SCOPE_CHANGE, MARCH, rescoping(CostingScope.COMPANY)).refusals()).extracting(Refusal::code)
                .containsExactly("moved-since");
    }

    @Test
    void eachDayIsCostedByItsOwnMethodWhereAnotherCameFromADayOn() {
        open(CostingScope.LOCATION, CostFlow.FIFO);
        receive(HULL, MARCH, 5, "10.00");
        receive(HULL, MARCH, 5, "10.00");
        receive(YORK, MARCH.plusDays(1), 10, "40.00");
        sell(APRIL, YORK, 5);
        post(PostingKind.COSTING_CHANGE, APRIL.plusDays(1), new StockLine.ChangeCosting(TEA, HULL, new CostTerms(CostFlow.LIFO, AveragePeriod.EVENT),
                Application.PROSPECTIVE, AccountRole.OPENING_EQUITY));
        sell(APRIL.plusDays(2), YORK, 5);
        Posted change = change(CostingScope.COMPANY, MAY);
        assertThat(sum(change, AccountRole.OPENING_EQUITY)).as("first in, first out York sold 5 at 2.00, last in, first out 5 at 4.00").isEqualTo(gbp("-10.00"));
        assertThat(sell(MAY, HULL, 5)).isEqualTo(gbp("20.00"));
        assertThat(sell(MAY, HULL, 5)).isEqualTo(gbp("10.00"));
    }

    @Test
    void anotherMethodComesAfterIt() {
        open(CostingScope.LOCATION, CostFlow.FIFO);
        receive(HULL, MARCH, 10, "10.00");
        receive(YORK, MARCH.plusDays(1), 10, "30.00");
        receive(HULL, MARCH.plusDays(2), 10, "50.00");
        sell(APRIL, YORK, 10);
        change(CostingScope.COMPANY, MAY);
        post(PostingKind.COSTING_CHANGE, MAY.plusDays(1), new StockLine.ChangeCosting(TEA, HULL, new CostTerms(CostFlow.AVERAGE, AveragePeriod.EVENT),
                Application.RETROSPECTIVE, AccountRole.OPENING_EQUITY));
        assertThat(shop.trialBalance().of(Shop.account(AccountRole.INVENTORY))).isEqualTo(shop.pool(new Stock.Place(TEA, HULL)).cost().value());
    }

    private Posted change(CostingScope scope, LocalDate day) {
        return post(PostingKind.SCOPE_CHANGE, day, rescoping(scope));
    }

    private static StockLine rescoping(CostingScope scope) {
        return new StockLine.ChangeScope(TEA, HULL, scope, Application.RETROSPECTIVE);
    }

    private void open(CostingScope scope, CostFlow flow) {
        shop = new Shop(GBP, scope, List.of(HULL, YORK, BERLIN), Map.of(TEA, CostPolicy.of(flow), BLEND, CostPolicy.of(CostFlow.FIFO)));
    }

    private void receive(LocationId at, LocalDate day, int units, String worth) {
        post(PostingKind.RECEIPT, day, new StockLine.Receive(TEA, at, Quantity.units(units), gbp(worth), AccountRole.RECEIVED_NOT_INVOICED));
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

    private static Money sum(Posted posted, AccountRole role) {
        return posted.journal().lines().stream().filter(line -> line.account().equals(Shop.account(role))).map(JournalLine::amount)
                .reduce(gbp("0"), Money::plus);
    }

    private static Money gbp(String amount) {
        return Money.of(new BigDecimal(amount), GBP);
    }
}
