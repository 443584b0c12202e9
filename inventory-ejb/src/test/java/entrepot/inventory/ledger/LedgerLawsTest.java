package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The laws of the book under random histories, beside a slow second implementation. {@code laws.steps} and
 * {@code laws.seed} make a run longer or repeat it; the seed is printed in every failure.
 */
class LedgerLawsTest {

    private static final int STEPS = Integer.getInteger("laws.steps", 16_000);
    private static final int HISTORY = 400;
    private static final long SEED = Long.getLong("laws.seed", 20261125);
    private static final List<ItemId> ITEMS = List.of(new ItemId(1), new ItemId(2));
    /** Two sites, and a place of the first. */
    private static final List<LocationId> PLACES = List.of(new LocationId(1), new LocationId(2), new LocationId(101));

    @ParameterizedTest
    @CsvSource({"FIFO, true, GBP", "FIFO, false, JPY", "AVERAGE, true, KWD", "AVERAGE, false, GBP"})
    void everyHistoryKeepsTheLawsAndAgreesWithTheSecondOpinion(CostFlow flow, boolean byLocation, String currency) {
        for (int history = 0; history < STEPS / HISTORY; history++) {
            new History(flow, byLocation, Currency.getInstance(currency), SEED + history).play();
        }
    }

    private static final class History {
        private record Document(String name, ItemId item, long movement) {}

        private final Currency currency;
        private final long seed;
        private final Random random;
        private final Shop shop;
        private final SlowBook slow;
        private final List<Document> deliveries = new ArrayList<>();
        private final List<Document> sales = new ArrayList<>();
        private LocalDate day = LocalDate.of(2026, 1, 1);
        private int step;

        History(CostFlow flow, boolean byLocation, Currency currency, long seed) {
            this.currency = currency;
            this.seed = seed;
            this.random = new Random(seed);
            this.shop = new Shop(currency, byLocation, Map.of(ITEMS.get(0), flow, ITEMS.get(1), flow), PLACES);
            this.slow = new SlowBook(flow == CostFlow.AVERAGE, !byLocation);
        }

        void play() {
            for (step = 0; step < HISTORY; step++) {
                day = day.plusDays(random.nextInt(3) / 2);
                Stock.Place place = new Stock.Place(any(ITEMS), any(PLACES));
                switch (random.nextInt(10)) {
                    case 0, 1, 2 -> deliver(place);
                    case 3, 4, 5 -> sell(place);
                    case 6 -> comeBack(place);
                    case 7 -> sendBack(place);
                    default -> carry(place);
                }
            }
        }

        private void deliver(Stock.Place place) {
            long units = 1 + random.nextInt(7_000_000);
            long worth = random.nextInt(20) == 0 ? 0 : random.nextInt(100_000);
            String document = "D" + step;
            Books.Attempt attempt = shop.post(PostingKind.RECEIPT, day, new StockLine.Receive(
                    place.item(), place.location(), new Quantity(units), new Money(worth, currency), AccountRole.RECEIVED_NOT_INVOICED));
            slow.deliver(document, name(place), units, worth);
            agree(attempt, true, place);
            deliveries.add(new Document(document, place.item(), shop.last().movements().get(0).id()));
            shop.remember(shop.last());
        }

        private void sell(Stock.Place place) {
            long units = some(shop.onHand(place).millionths());
            String document = "S" + step;
            Books.Attempt attempt = shop.post(PostingKind.SALE, day, new StockLine.Relieve(
                    place.item(), place.location(), new Quantity(units), AccountRole.COST_OF_SALES));
            agree(attempt, slow.sell(document, name(place), units), place);
            if (attempt.accepted()) {
                sales.add(new Document(document, place.item(), shop.last().movements().get(0).id()));
                shop.remember(shop.last());
            }
        }

        private void comeBack(Stock.Place place) {
            if (!sales.isEmpty()) {
                Document sale = any(sales);
                Stock.Place to = new Stock.Place(sale.item(), place.location());
                long units = some(slow.open(sale.name()).longValueExact());
                Books.Attempt attempt = shop.post(PostingKind.CUSTOMER_RETURN, day, new StockLine.GiveBack(
                        to.item(), to.location(), new Quantity(units), sale.movement(), AccountRole.COST_OF_SALES));
                agree(attempt, slow.comeBack(sale.name(), "B" + step, name(to), units), to);
            }
        }

        private void sendBack(Stock.Place place) {
            if (!deliveries.isEmpty()) {
                Document delivery = any(deliveries);
                Stock.Place from = new Stock.Place(delivery.item(), place.location());
                long open = slow.open(delivery.name()).longValueExact();
                long units = some(random.nextBoolean() ? open : shop.onHand(from).millionths());
                boolean original = random.nextBoolean();
                Books.Attempt attempt = shop.post(PostingKind.SUPPLIER_RETURN, day, new StockLine.TakeBack(
                        from.item(), from.location(), new Quantity(units), delivery.movement(),
                        original ? ReturnCost.ORIGINAL : ReturnCost.CURRENT, AccountRole.RECEIVED_NOT_INVOICED));
                agree(attempt, slow.sendBack(delivery.name(), name(from), units, original), from);
            }
        }

        private void carry(Stock.Place from) {
            Stock.Place to = new Stock.Place(from.item(), any(PLACES));
            long units = some(shop.onHand(from).millionths());
            Books.Attempt attempt = shop.post(PostingKind.TRANSFER, day,
                    new StockLine.Move(from.item(), from.location(), to.location(), new Quantity(units)));
            agree(attempt, !from.equals(to) && slow.carry("T" + step, name(from), name(to), units), from);
        }

        private void agree(Books.Attempt attempt, boolean accepted, Stock.Place place) {
            String where = "seed " + seed + " step " + step;
            assertThat(attempt.accepted()).as(where + ": " + attempt.refusals()).isEqualTo(accepted);
            if (accepted) {
                assertThat(attempt.posted().cost().minor()).as(where + " cost").isEqualTo(slow.lastCost().longValueExact());
            }
            for (LocationId location : PLACES) {
                agree(new Stock.Place(place.item(), location), where);
            }
            if (step % 25 == 0) {
                agreeWithJournal(where);
            }
        }

        private void agreeWithJournal(String where) {
            assertThat(shop.trialBalance().difference().isZero()).as(where + " trial balance").isTrue();
            assertThat(shop.trialBalance().of(Shop.account(AccountRole.INVENTORY))).as(where + " inventory account = layers")
                    .isEqualTo(shop.books.pools().values().stream().map(pool -> pool.cost().value())
                            .reduce(Money.zero(currency), Money::plus));
        }

        private void agree(Stock.Place place, String where) {
            Stock.Pool pool = shop.pool(place);
            if (pool == null) {
                return;
            }
            assertThat(BigInteger.valueOf(shop.onHand(place).millionths())).as(where + " on hand").isEqualTo(slow.onShelf(name(place)));
            assertThat(BigInteger.valueOf(pool.cost().value().minor())).as(where + " value").isEqualTo(slow.worth(name(place)));
            assertThat(pool.cost().value().isNegative()).as(where + " negative value").isFalse();
            if (pool.cost().onHand().isZero()) {
                assertThat(pool.cost().value().isZero()).as(where + " empty shelf").isTrue();
            }
        }

        /** Sometimes all there is, sometimes a little too much. */
        private long some(long there) {
            int kind = random.nextInt(8);
            if (there == 0 || kind == 0) {
                return there + 1 + random.nextInt(1000);
            }
            return kind == 1 ? there : 1 + random.nextLong(there);
        }

        private static String name(Stock.Place place) {
            return place.item().value() + "@" + place.location().value();
        }

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }
    }
}
