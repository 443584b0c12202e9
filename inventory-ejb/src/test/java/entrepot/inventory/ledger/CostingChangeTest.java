package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostLayer;
import entrepot.inventory.valuation.CostPolicy;
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
    private static final int HISTORIES = Integer.getInteger("laws.steps", 800) / 400;
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

    @ParameterizedTest
    @CsvSource({"FIFO, AVERAGE", "AVERAGE, FIFO", "FIFO, LIFO", "LIFO, AVERAGE"})
    void aYearIsWorthWhatItWouldBeHadItAlwaysBeenSo(CostFlow was, CostFlow becomes) {
        for (int history = 0; history < HISTORIES; history++) {
            String where = "seed " + (SEED + history);
            Shop year = new RandomYear(SEED + history, was, false).eventful();
            LocalDate day = LocalDate.of(2026, 9, 1);
            for (ItemId item : List.of(new ItemId(1), new ItemId(2))) {
                Books.Attempt attempt = year.post(PostingKind.COSTING_CHANGE, day, changing(item, becomes));
                assertThat(attempt.refusals()).as(where).extracting(Refusal::code).isSubsetOf("below-zero-value");
                values(attempt).forEach(value -> assertThat(value.booked()).as(where).isAfterOrEqualTo(day));
            }
            Map<Stock.Place, Stock.Pool> pools = year.books.pools();
            History.State rebuilt = year.history().rebuilt(year.books.setting(), Set.of());
            assertThat(layers(rebuilt.pools())).as(where).isEqualTo(layers(pools.values()));
            Money value = pools.values().stream().map(pool -> pool.cost().value()).reduce(gbp("0"), Money::plus);
            assertThat(year.trialBalance().of(Shop.account(AccountRole.INVENTORY))).as(where).isEqualTo(value);
        }
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

    private Books.Attempt asked(CostFlow costing, LocalDate day) {
        return shop.post(PostingKind.COSTING_CHANGE, day, changing(TEA, costing));
    }

    private static StockLine changing(ItemId item, CostFlow costing) {
        return new StockLine.ChangeCosting(item, HULL, costing, PostingKind.COSTING_CHANGE.against());
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
