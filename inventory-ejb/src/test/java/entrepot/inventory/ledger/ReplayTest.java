package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPool;
import entrepot.inventory.valuation.CostRun;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is rebuilt from movements and value entries is what was there, layer by layer. */
class ReplayTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final ItemId WIRE = new ItemId(1);
    /** Two sites, and a place of the first. */
    private static final List<LocationId> PLACES = List.of(new LocationId(1), new LocationId(2), new LocationId(101));
    private static final int HISTORIES = Integer.getInteger("laws.steps", 40_000) / 400;
    private static final long SEED = Long.getLong("laws.seed", 20261125);

    private Shop shop;
    private LocalDate day;

    @ParameterizedTest
    @CsvSource({"FIFO, true", "FIFO, false", "LIFO, true", "LIFO, false", "AVERAGE, true", "AVERAGE, false"})
    void aRebuiltPoolIsWhatItWas(CostFlow flow, boolean byLocation) {
        for (int history = 0; history < HISTORIES; history++) {
            String where = "seed " + (SEED + history);
            open(flow, byLocation);
            play(new Random(SEED + history));
            CostRun rebuilt = shop.history().run(shop.books.setting(), pools(), List.of(), (step, pool) -> {});
            shop.books.balances().forEach((place, onHand) -> assertThat(rebuilt.shelves().getOrDefault(
                    new CostRun.Shelf(shop.pool(place).id(), place.location().value()), Quantity.ZERO)).as(where).isEqualTo(onHand));
            shop.books.pools().forEach((place, pool) -> {
                if (pool.ordinal() > 0) {
                    CostPool again = rebuilt.pools().get(pool.id());
                    assertThat(again == null ? List.of() : again.layers()).as(where).isEqualTo(pool.cost().layers());
                }
            });
            assertThat(worths(rebuilt)).as(where).isEqualTo(worths(shop.history()));
        }
    }

    private Map<Long, Stock.Place> pools() {
        Map<Long, Stock.Place> pools = new HashMap<>();
        shop.books.pools().forEach((place, pool) -> pools.put(pool.id(), place));
        return pools;
    }

    private static Map<Long, Money> worths(CostRun run) {
        Map<Long, Money> worths = new TreeMap<>();
        run.worths().forEach((movement, worth) -> worths.put(movement, worth.total()));
        return worths;
    }

    private static Map<Long, Money> worths(History history) {
        Map<Long, Money> worths = new TreeMap<>();
        history.all().stream().filter(past -> !past.worth().isEmpty()).forEach(past ->
                worths.put(past.movement().id(), past.worth().values().stream().reduce(Money::plus).orElseThrow()));
        return worths;
    }

    private void open(CostFlow flow, boolean byLocation) {
        shop = new Shop(GBP, byLocation, Map.of(WIRE, flow), PLACES);
        day = LocalDate.of(2026, 1, 1);
    }

    private void play(Random random) {
        List<Long> in = new ArrayList<>();
        List<Long> out = new ArrayList<>();
        for (int step = 0; step < 120; step++) {
            day = day.plusDays(random.nextInt(3) / 2);
            LocationId place = PLACES.get(random.nextInt(3));
            Quantity some = new Quantity(1 + random.nextInt(3_000_000));
            switch (random.nextInt(8)) {
                case 0, 1 -> keep(in, post(PostingKind.RECEIPT, receive(place, some, random.nextInt(5_000))));
                case 2, 3 -> keep(out, post(PostingKind.SALE,
                        new StockLine.Relieve(WIRE, place, some, AccountRole.COST_OF_SALES)));
                case 4 -> post(PostingKind.TRANSFER, new StockLine.Move(WIRE, place, PLACES.get(random.nextInt(3)), some));
                case 5 -> giveBack(place, some, out, random);
                case 6 -> takeBack(place, some, in, random);
                default -> undo(random);
            }
        }
    }

    private void giveBack(LocationId place, Quantity some, List<Long> out, Random random) {
        post(PostingKind.CUSTOMER_RETURN, out.isEmpty() || random.nextInt(4) == 0
                ? new StockLine.GiveBackUnmatched(WIRE, place, some, UnmatchedCost.CURRENT, AccountRole.COST_OF_SALES)
                : new StockLine.GiveBack(WIRE, place, new Quantity(1 + random.nextInt(500_000)),
                        out.get(random.nextInt(out.size())), AccountRole.COST_OF_SALES));
    }

    private void takeBack(LocationId place, Quantity some, List<Long> in, Random random) {
        if (!in.isEmpty()) {
            post(PostingKind.SUPPLIER_RETURN, new StockLine.TakeBack(WIRE, place, some, in.get(random.nextInt(in.size())),
                    random.nextBoolean() ? ReturnCost.ORIGINAL : ReturnCost.CURRENT, AccountRole.RECEIVED_NOT_INVOICED));
        }
    }

    private void undo(Random random) {
        if (!shop.posted.isEmpty()) {
            Posted original = shop.posted.get(random.nextInt(shop.posted.size()));
            if (original.request().kind() != PostingKind.REVERSAL) {
                var reversal = new Reversal(UUID.randomUUID(), day, Shop.NOON, null, null, null);
                accept(shop.post(reversal.of(original)));
            }
        }
    }

    private void accept(Books.Attempt attempt) {
        if (attempt.accepted()) {
            shop.remember(attempt.posted());
        }
    }

    private static StockLine receive(LocationId place, Quantity quantity, long worth) {
        return new StockLine.Receive(WIRE, place, quantity, new Money(worth, GBP), AccountRole.RECEIVED_NOT_INVOICED);
    }

    private Books.Attempt post(PostingKind kind, StockLine line) {
        Books.Attempt attempt = shop.post(kind, day, line);
        if (attempt.accepted()) {
            shop.remember(attempt.posted());
        }
        return attempt;
    }

    private static void keep(List<Long> movements, Books.Attempt attempt) {
        if (attempt.accepted()) {
            movements.add(attempt.posted().movements().get(0).id());
        }
    }
}
