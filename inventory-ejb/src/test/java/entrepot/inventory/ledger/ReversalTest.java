package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.TrialBalance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReversalTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final ItemId WIRE = new ItemId(1);
    private static final List<LocationId> PLACES = List.of(new LocationId(1), new LocationId(2));
    private static final LocationId HULL = PLACES.get(0);
    private static final LocationId YORK = PLACES.get(1);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final int HISTORIES = Integer.getInteger("laws.steps", 40_000) / 400;
    private static final long SEED = Long.getLong("laws.seed", 20261125);

    private Shop shop;

    private void open(CostFlow flow, boolean byLocation) {
        shop = new Shop(GBP, byLocation, Map.of(WIRE, flow), PLACES);
    }

    @ParameterizedTest
    @EnumSource(value = CostFlow.class, names = {"FIFO", "LIFO", "AVERAGE"})
    void aSaleUndoneIsAsIfItHadNotBeen(CostFlow flow) {
        open(flow, true);
        receive(3, "10.00");
        TrialBalance before = shop.trialBalance();
        Posted sale = sell(2);
        assertThat(undo(sale).accepted()).isTrue();
        assertThat(shop.trialBalance()).isEqualTo(withZeros(before));
        assertThat(shop.onHand(at(HULL))).isEqualTo(Quantity.units(3));
        assertThat(shop.pool(at(HULL)).cost().value()).isEqualTo(gbp("10.00"));
    }

    @Test
    void aPostingIsUndoneOnce() {
        open(CostFlow.FIFO, true);
        receive(3, "10.00");
        Posted sale = sell(2);
        undo(sale);
        assertThat(undo(sale).refusals()).singleElement().extracting(Refusal::code).isEqualTo("already-returned");
    }

    @Test
    void goodsThatAreGoneCannotBeTakenOut() {
        open(CostFlow.FIFO, true);
        Posted first = receive(3, "10.00");
        receive(3, "12.00");
        sell(1);
        assertThat(undo(first).refusals()).singleElement().extracting(Refusal::code).isEqualTo("not-whole");
        sell(4);
        assertThat(undo(first).refusals()).singleElement().extracting(Refusal::detail)
                .isEqualTo("wanted 3 units of ITEM-1 at L1, on hand 1");
    }

    @Test
    void anAverageGivesUpWhatTheReceiptWasWorthOrNothing() {
        open(CostFlow.AVERAGE, true);
        receive(10, "10.00");
        Posted dear = receive(10, "90.00");
        sell(10);
        assertThat(undo(dear).refusals()).singleElement().extracting(Refusal::code).isEqualTo("not-whole");
    }

    @Test
    void aReturnUndoneOpensItsSaleAgain() {
        open(CostFlow.FIFO, true);
        receive(3, "10.00");
        Posted sale = sell(2);
        StockLine back = new StockLine.GiveBack(
                WIRE, HULL, Quantity.units(2), sale.movements().get(0).id(), AccountRole.COST_OF_SALES);
        Posted comeBack = post(PostingKind.CUSTOMER_RETURN, back);
        assertThat(undo(sale).accepted()).isFalse();
        assertThat(undo(comeBack).accepted()).isTrue();
        assertThat(shop.post(PostingKind.CUSTOMER_RETURN, DAY, back).accepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"FIFO, true", "FIFO, false", "LIFO, true", "LIFO, false", "AVERAGE, true", "AVERAGE, false"})
    void aTransferUndoneIsBackWhereItWas(CostFlow flow, boolean byLocation) {
        open(flow, byLocation);
        receive(3, "10.00");
        receive(3, "12.00");
        Posted transfer = post(PostingKind.TRANSFER, new StockLine.Move(WIRE, HULL, YORK, Quantity.units(4)));
        assertThat(undo(transfer).accepted()).isTrue();
        assertThat(shop.onHand(at(HULL))).isEqualTo(Quantity.units(6));
        assertThat(shop.onHand(at(YORK))).isEqualTo(Quantity.ZERO);
        assertThat(shop.pool(at(HULL)).cost().value()).isEqualTo(gbp("22.00"));
    }

    /** Ten were written; what is undone is what they were corrected to. */
    @ParameterizedTest
    @CsvSource({"FIFO, 12", "LIFO, 8", "AVERAGE, 12", "AVERAGE, 8", "FIFO, 0"})
    void aCorrectedReceiptIsUndoneAsItWasCorrected(CostFlow flow, long actual) {
        open(flow, true);
        Posted receipt = receive(10, "100.00");
        correct(receipt, actual);
        shop.remember(receipt, actual);
        assertThat(undo(receipt).refusals()).isEmpty();
        assertThat(shop.onHand(at(HULL))).isEqualTo(Quantity.ZERO);
        assertThat(shop.trialBalance().balances().values()).allMatch(Money::isZero);
    }

    @ParameterizedTest
    @CsvSource({"FIFO, 5", "AVERAGE, 2"})
    void aCorrectedSaleComesBackAsItWasCorrected(CostFlow flow, long actual) {
        open(flow, true);
        receive(10, "100.00");
        Posted sale = sell(3);
        correct(sale, actual);
        shop.remember(sale, actual);
        assertThat(undo(sale).refusals()).isEmpty();
        assertThat(shop.onHand(at(HULL))).isEqualTo(Quantity.units(10));
        assertThat(shop.trialBalance().of(Shop.account(AccountRole.COST_OF_SALES))).isEqualTo(gbp("0.00"));
    }

    private void correct(Posted posted, long actual) {
        assertThat(shop.post(PostingKind.CORRECTION, DAY, new StockLine.Correct(WIRE, HULL, posted.movements().get(0).id(), Quantity.units(actual),
                AccountRole.INVENTORY)).accepted()).isTrue();
    }

    @Test
    void freightUndoneLeavesWhatWasSoldAtItsOldCost() {
        open(CostFlow.FIFO, true);
        Posted receipt = receive(4, "10.00");
        sell(1);
        shop.remember(receipt);
        TrialBalance before = shop.trialBalance();
        Posted freight = post(PostingKind.CHARGE, new StockLine.Charge(
                WIRE, HULL, receipt.movements().get(0).id(), gbp("2.00"), AccountRole.CHARGES_TO_COME));
        assertThat(shop.pool(at(HULL)).cost().value()).isEqualTo(gbp("9.00"));
        shop.remember(receipt);
        assertThat(undo(freight).accepted()).isTrue();
        assertThat(shop.trialBalance()).isEqualTo(withZeros(before));
        assertThat(shop.pool(at(HULL)).cost().value()).isEqualTo(gbp("7.50"));
    }

    @Test
    void theAccountsOfThenAreUndoneNotThoseOfToday() {
        open(CostFlow.FIFO, true);
        Posted receipt = receive(3, "10.00");
        PostingRequest reversal = reversal(receipt);
        assertThat(reversal.stock()).singleElement().satisfies(line -> assertThat(((StockLine.Undo) line).journal())
                .isEqualTo(receipt.journal().lines()));
    }

    /** The law of the batch undo: newest first, everything can be undone and nothing is left, not a penny. */
    @ParameterizedTest
    @CsvSource({"FIFO, true", "FIFO, false", "LIFO, true", "LIFO, false", "AVERAGE, true", "AVERAGE, false"})
    void aWholeHistoryUndoneNewestFirstLeavesNothing(CostFlow flow, boolean byLocation) {
        for (int history = 0; history < HISTORIES; history++) {
            open(flow, byLocation);
            play(new Random(SEED + history));
            List<Posted> newestFirst = new ArrayList<>(shop.posted);
            Collections.reverse(newestFirst);
            for (Posted posted : newestFirst) {
                Books.Attempt undone = undo(posted);
                assertThat(undone.accepted()).as("seed " + (SEED + history) + " " + undone.refusals()).isTrue();
            }
            String where = "seed " + (SEED + history);
            assertThat(shop.trialBalance().balances().values()).as(where).allMatch(Money::isZero);
            assertThat(shop.books.balances().values()).as(where).allMatch(Quantity::isZero);
            assertThat(shop.books.pools().values()).as(where).allMatch(pool -> pool.cost().layers().isEmpty());
        }
    }

    private void play(Random random) {
        List<Long> sold = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            LocationId place = PLACES.get(random.nextInt(2));
            LocationId other = place.equals(HULL) ? YORK : HULL;
            Quantity some = new Quantity(1 + random.nextInt(3_000_000));
            StockLine line = switch (random.nextInt(6)) {
                case 0, 1 -> new StockLine.Receive(
                        WIRE, place, some, new Money(random.nextInt(5_000), GBP), AccountRole.RECEIVED_NOT_INVOICED);
                case 2, 3 -> new StockLine.Relieve(WIRE, place, some, AccountRole.COST_OF_SALES);
                case 4 -> new StockLine.Move(WIRE, place, other, some);
                default -> sold.isEmpty()
                        ? new StockLine.GiveBackUnmatched(WIRE, place, some, UnmatchedCost.CURRENT, AccountRole.COST_OF_SALES)
                        : new StockLine.GiveBack(WIRE, place, new Quantity(1000), sold.get(0), AccountRole.COST_OF_SALES);
            };
            Books.Attempt attempt = shop.post(PostingKind.ADJUSTMENT, DAY, line);
            if (attempt.accepted()) {
                shop.remember(attempt.posted());
                if (line instanceof StockLine.Relieve) {
                    sold.add(0, attempt.posted().movements().get(0).id());
                }
            }
        }
    }

    private Posted receive(long units, String worth) {
        return post(PostingKind.RECEIPT,
                new StockLine.Receive(WIRE, HULL, Quantity.units(units), gbp(worth), AccountRole.RECEIVED_NOT_INVOICED));
    }

    private Posted sell(long units) {
        return post(PostingKind.SALE, new StockLine.Relieve(WIRE, HULL, Quantity.units(units), AccountRole.COST_OF_SALES));
    }

    private Posted post(PostingKind kind, StockLine line) {
        Posted posted = shop.post(kind, DAY, line).posted();
        shop.remember(posted);
        return posted;
    }

    private Books.Attempt undo(Posted original) {
        return shop.post(reversal(original));
    }

    private static PostingRequest reversal(Posted original) {
        return new Reversal(UUID.randomUUID(), DAY, Shop.NOON, null, "a mistake", null).of(original);
    }

    /** A balance sheet that names the accounts of the sale too. */
    private TrialBalance withZeros(TrialBalance before) {
        Map<String, Money> all = new java.util.HashMap<>(before.balances());
        shop.trialBalance().balances().keySet().forEach(account -> all.putIfAbsent(account, Money.zero(GBP)));
        return new TrialBalance(GBP, all);
    }

    private static Stock.Place at(LocationId place) {
        return new Stock.Place(WIRE, place);
    }

    private static Money gbp(String amount) {
        return Money.of(new java.math.BigDecimal(amount), GBP);
    }
}
