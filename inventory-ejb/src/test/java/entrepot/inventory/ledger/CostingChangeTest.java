package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import entrepot.inventory.valuation.Application;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostLayer;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.CostTerms;
import entrepot.inventory.valuation.LateCost;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.JournalLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A change of the costing method is applied as if it had always been so; what it makes of earlier days is opening equity (IAS 8.22). */
class CostingChangeTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final ItemId TEA = new ItemId(1);
    private static final LocationId HULL = new LocationId(1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final List<ItemId> ITEMS = List.of(new ItemId(1), new ItemId(2));
    private static final int HISTORIES = Integer.getInteger("laws.steps", 800) / 800;
    private static final long SEED = Long.getLong("laws.seed", 20261126);

    private Shop shop;

    @BeforeEach
    void tenAtTwoAndTenAtThreeOfWhichTenAreSoldInMarchAndFiveInMay() {
        shop = new Shop(GBP, false, List.of(HULL), Map.of(TEA, CostPolicy.of(CostFlow.FIFO)));
        receive(MARCH, 10, "20.00");
        receive(MARCH, 10, "30.00");
        sell(MARCH, 10);
        sell(MAY, 5);
    }

    @Test
    void whatItMakesOfEarlierDaysIsOpeningEquityAndOfLaterOnesIsTheirs() {
        Posted change = change(CostFlow.AVERAGE, APRIL);
        assertThat(change.values()).extracting(ValueEntry::amount, ValueEntry::date, ValueEntry::booked).containsExactlyInAnyOrder(
                tuple(gbp("-5.00"), MARCH, APRIL), tuple(gbp("2.50"), MAY, MAY));
        assertThat(sum(change, AccountRole.OPENING_EQUITY)).isEqualTo(gbp("5.00"));
        assertThat(sum(change, AccountRole.COST_OF_SALES)).isEqualTo(gbp("-2.50"));
        assertThat(sum(change, AccountRole.INVENTORY)).isEqualTo(gbp("-2.50"));
        assertThat(shop.pool(new Stock.Place(TEA, HULL)).cost().value()).isEqualTo(gbp("12.50"));
    }

    @Test
    void whatComesAfterIsCostedByIt() {
        change(CostFlow.LIFO, APRIL);
        receive(MAY, 1, "9.00");
        assertThat(sum(sell(MAY, 1), AccountRole.COST_OF_SALES)).isEqualTo(gbp("9.00"));
    }

    @Test
    void aChangeToWhatIsOrToWhatCannotBeIsRefused() {
        assertThat(asked(CostFlow.FIFO, APRIL).refusals()).extracting(Refusal::code).containsExactly("no-change");
        assertThat(asked(CostFlow.STANDARD, APRIL).refusals()).extracting(Refusal::code).containsExactly("costing-stays");
        assertThat(shop.books.setting().items().get(TEA).policy().flow()).isEqualTo(CostFlow.FIFO);
    }

    @Test
    void fromADayOnWhatIsOnHandBeginsAtWhatItWasWorth() {
        Posted change = changeFromNowOn(new CostTerms(CostFlow.AVERAGE, AveragePeriod.EVENT), MAY);
        assertThat(change.values()).isEmpty();
        assertThat(change.journal().lines()).isEmpty();
        receive(MAY, 5, "20.00");
        assertThat(sum(sell(MAY, 2), AccountRole.COST_OF_SALES)).as("5 at 3.00 and 5 at 4.00").isEqualTo(gbp("7.00"));
    }

    @Test
    void whatComesAfterADatedChangeIsRestatedByIt() {
        receive(APRIL.plusDays(1), 10, "40.00");
        assertThat(shop.pool(new Stock.Place(TEA, HULL)).cost().value()).as("5 at 3.00 sold in May").isEqualTo(gbp("55.00"));
        Posted change = changeFromNowOn(new CostTerms(CostFlow.AVERAGE, AveragePeriod.EVENT), APRIL);
        assertThat(change.values()).extracting(ValueEntry::amount, ValueEntry::date).containsExactly(tuple(gbp("-2.50"), MAY));
        assertThat(sum(change, AccountRole.COST_OF_SALES)).isEqualTo(gbp("2.50"));
    }

    @Test
    void whatIsDatedBeforeAChangeIsCostedAsThen() {
        changeFromNowOn(new CostTerms(CostFlow.LIFO, AveragePeriod.EVENT), MAY);
        assertThat(sum(sell(APRIL, 1), AccountRole.COST_OF_SALES)).as("first in, first out").isEqualTo(gbp("3.00"));
        receive(MAY, 1, "9.00");
        assertThat(sum(sell(MAY, 1), AccountRole.COST_OF_SALES)).as("last in, first out").isEqualTo(gbp("9.00"));
    }

    @Test
    void anAverageOfAMonthBecomesOneOfEachReceiptInTheMiddleOfTheMonth() {
        changeFromNowOn(new CostTerms(CostFlow.AVERAGE, AveragePeriod.MONTH), MAY);
        receive(MAY.plusDays(1), 5, "25.00");
        assertThat(sum(sell(MAY.plusDays(2), 2), AccountRole.COST_OF_SALES)).as("5 at 3.00 and 5 at 5.00").isEqualTo(gbp("8.00"));
        changeFromNowOn(new CostTerms(CostFlow.AVERAGE, AveragePeriod.EVENT), MAY.plusDays(10));
        receive(MAY.plusDays(11), 8, "80.00");
        assertThat(sum(sell(MAY.plusDays(12), 1), AccountRole.COST_OF_SALES)).as("8 at 4.00 and 8 at 10.00").isEqualTo(gbp("7.00"));
        receive(MAY.plusDays(3), 1, "7.60");
        assertThat(shop.history().rebuilt(shop.books.setting(), Set.of()).pools()).singleElement()
                .satisfies(pool -> assertThat(pool.cost().value()).isEqualTo(shop.pool(new Stock.Place(TEA, HULL)).cost().value()));
    }

    @Test
    void whatIsMissingWhenAnAverageBecomesOneOfAMonthTakesTheMeanOfTheNextMonthInWhichSomethingComes() {
        twoOfTwelveSoldInMarchAreMissing();
        assertThat(changeFromNowOn(new CostTerms(CostFlow.AVERAGE, AveragePeriod.MONTH), MARCH).values()).isEmpty();
        receive(APRIL, 10, "40.00");
        receive(APRIL.plusDays(1), 10, "60.00");
        assertThat(costOfSales()).as("12 at 2.00, and 2 at 5.00 for 2 at 2.00").isEqualTo(gbp("30.00"));
        assertThat(shop.pool(new Stock.Place(TEA, HULL)).cost().value()).isEqualTo(gbp("90.00"));
    }

    @Test
    void whatLeftBeforeItCameIsCostedByAMonthAsIfItHadAlwaysBeenSo() {
        twoOfTwelveSoldInMarchAreMissing();
        receive(APRIL, 10, "40.00");
        receive(APRIL.plusDays(1), 10, "60.00");
        assertThat(costOfSales()).as("at what came first").isEqualTo(gbp("28.00"));
        Posted change = post(PostingKind.COSTING_CHANGE, MAY,
                changing(TEA, new CostTerms(CostFlow.AVERAGE, AveragePeriod.MONTH), Application.RETROSPECTIVE));
        assertThat(change.values()).extracting(ValueEntry::amount, ValueEntry::date, ValueEntry::booked).containsExactly(tuple(gbp("-2.00"), APRIL, MAY));
        assertThat(sum(change, AccountRole.OPENING_EQUITY)).isEqualTo(gbp("2.00"));
        assertThat(shop.pool(new Stock.Place(TEA, HULL)).cost().value()).as("18 at 5.00").isEqualTo(gbp("90.00"));
    }

    private void twoOfTwelveSoldInMarchAreMissing() {
        CostPolicy lax = new CostPolicy(CostFlow.AVERAGE, AveragePeriod.EVENT, LateCost.REPLAY, true, BigDecimal.ONE);
        shop = new Shop(GBP, false, List.of(HULL), Map.of(TEA, lax));
        receive(MARCH, 10, "20.00");
        sell(MARCH, 12);
    }

    private Money costOfSales() {
        return shop.trialBalance().of(Shop.account(AccountRole.COST_OF_SALES));
    }

    @Test
    void afterAChangeFromADayOnNoneReachesFurtherBack() {
        changeFromNowOn(new CostTerms(CostFlow.LIFO, AveragePeriod.EVENT), MAY);
        assertThat(asked(CostFlow.AVERAGE, MAY).refusals()).extracting(Refusal::code).containsExactly("changed-from-a-day");
        assertThat(shop.post(PostingKind.COSTING_CHANGE, APRIL, changing(TEA, new CostTerms(CostFlow.AVERAGE, AveragePeriod.EVENT),
                Application.PROSPECTIVE)).refusals()).extracting(Refusal::code).containsExactly("changed-since");
    }

    @ParameterizedTest
    @CsvSource({"FIFO EVENT, AVERAGE EVENT", "AVERAGE EVENT, FIFO EVENT", "FIFO EVENT, LIFO EVENT", "LIFO EVENT, AVERAGE EVENT",
        "AVERAGE EVENT, AVERAGE MONTH", "AVERAGE MONTH, AVERAGE DAY"})
    void aYearIsWorthWhatItWouldBeHadItAlwaysBeenSo(String was, String becomes) {
        for (int history = 0; history < HISTORIES; history++) {
            RandomYear random = new RandomYear(SEED + history, terms(was), (was + becomes).matches(".*(DAY|MONTH).*"));
            Shop year = random.eventful();
            for (ItemId item : ITEMS) {
                Books.Attempt attempt = year.post(PostingKind.COSTING_CHANGE, SEPTEMBER, changing(item, terms(becomes), Application.RETROSPECTIVE));
                assertThat(attempt.refusals()).as(random.name()).extracting(Refusal::code).isSubsetOf("below-zero-value");
                values(attempt).forEach(value -> assertThat(value.booked()).as(random.name()).isAfterOrEqualTo(SEPTEMBER));
            }
            agree(random, year);
        }
    }

    @ParameterizedTest
    @CsvSource({"FIFO EVENT, AVERAGE EVENT", "AVERAGE EVENT, LIFO EVENT", "AVERAGE EVENT, AVERAGE MONTH",
        "AVERAGE MONTH, FIFO EVENT", "FIFO EVENT, AVERAGE DAY"})
    void aYearThatTurnsInTheMiddleIsBuiltAgainFromWhatMoved(String was, String becomes) {
        for (int history = 0; history < HISTORIES; history++) {
            RandomYear random = new RandomYear(SEED + history, terms(was), (was + becomes).matches(".*(DAY|MONTH).*"));
            Shop year = random.eventful();
            for (ItemId item : ITEMS) {
                Books.Attempt attempt = year.post(PostingKind.COSTING_CHANGE, SEPTEMBER, changing(item, terms(becomes), Application.PROSPECTIVE));
                assertThat(attempt.refusals()).as(random.name()).extracting(Refusal::code).isSubsetOf("below-zero-value");
                values(attempt).forEach(value -> assertThat(value.date()).as(random.name()).isAfterOrEqualTo(SEPTEMBER));
            }
            agree(random, year);
            agree(random, random.late());
        }
    }

    private static void agree(RandomYear random, Shop year) {
        Map<Stock.Place, Stock.Pool> pools = year.books.pools();
        History.State rebuilt = year.history().rebuilt(year.books.setting(), Set.of());
        assertThat(layers(rebuilt.pools())).as(random.name()).isEqualTo(layers(pools.values()));
        Money value = pools.values().stream().map(pool -> pool.cost().value()).reduce(gbp("0"), Money::plus);
        assertThat(year.trialBalance().of(Shop.account(AccountRole.INVENTORY))).as(random.name()).isEqualTo(value);
    }

    private static CostTerms terms(String text) {
        String[] parts = text.split(" ");
        return new CostTerms(CostFlow.valueOf(parts[0]), AveragePeriod.valueOf(parts[1]));
    }

    /** None where a revaluation that is posted cannot be borne by what the other method leaves on hand. */
    private static List<ValueEntry> values(Books.Attempt attempt) {
        return attempt.accepted() ? attempt.posted().values() : List.of();
    }

    private static Map<Long, List<CostLayer>> layers(Collection<Stock.Pool> pools) {
        return pools.stream().collect(Collectors.toMap(Stock.Pool::id, pool -> List.copyOf(pool.cost().layers())));
    }

    private void receive(LocalDate day, int units, String worth) {
        post(PostingKind.RECEIPT, day,
                new StockLine.Receive(TEA, HULL, Quantity.units(units), gbp(worth), AccountRole.RECEIVED_NOT_INVOICED));
    }

    private Posted sell(LocalDate day, int units) {
        return post(PostingKind.SALE, day, new StockLine.Relieve(TEA, HULL, Quantity.units(units), AccountRole.COST_OF_SALES));
    }

    private Posted change(CostFlow costing, LocalDate day) {
        return post(PostingKind.COSTING_CHANGE, day, changing(TEA, costing));
    }

    private Posted changeFromNowOn(CostTerms becomes, LocalDate day) {
        return post(PostingKind.COSTING_CHANGE, day, changing(TEA, becomes, Application.PROSPECTIVE));
    }

    private Books.Attempt asked(CostFlow costing, LocalDate day) {
        return shop.post(PostingKind.COSTING_CHANGE, day, changing(TEA, costing));
    }

    private static StockLine changing(ItemId item, CostFlow costing) {
        return changing(item, new CostTerms(costing, AveragePeriod.EVENT), Application.RETROSPECTIVE);
    }

    private static StockLine changing(ItemId item, CostTerms becomes, Application application) {
        return new StockLine.ChangeCosting(item, HULL, becomes, application, PostingKind.COSTING_CHANGE.against());
    }

    private Posted post(PostingKind kind, LocalDate day, StockLine line) {
        Books.Attempt attempt = shop.post(kind, day, line);
        assertThat(attempt.refusals()).isEmpty();
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
