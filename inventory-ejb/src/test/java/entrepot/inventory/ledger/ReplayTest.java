package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is rebuilt from movements and value entries is what was there, layer by layer. */
class ReplayTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final ItemId WIRE = new ItemId(1);
    private static final List<LocationId> PLACES = List.of(new LocationId(1), new LocationId(2), new LocationId(3));
    private static final int HISTORIES = Integer.getInteger("laws.steps", 40_000) / 400;
    private static final long SEED = Long.getLong("laws.seed", 20261125);

    private Shop shop;
    private LocalDate day;

    @ParameterizedTest
    @CsvSource({"FIFO, true", "FIFO, false", "AVERAGE, true", "AVERAGE, false"})
    void aRebuiltPoolIsWhatItWas(CostFlow flow, boolean byLocation) {
        for (int history = 0; history < HISTORIES; history++) {
            String where = "seed " + (SEED + history);
            open(flow, byLocation);
            play(new Random(SEED + history));
            Replay.Result rebuilt = Replay.of(flow, GBP, steps());
            shop.books.balances().forEach((place, onHand) ->
                    assertThat(rebuilt.balances().getOrDefault(place, Quantity.ZERO)).as(where).isEqualTo(onHand));
            shop.books.pools().forEach((place, pool) -> {
                Stock.Pool again = rebuilt.pools().get(place.location().value());
                assertThat(again.cost()).as(where).isEqualTo(pool.cost());
                assertThat(again.ordinal()).as(where).isEqualTo(pool.ordinal());
                assertThat(again.lastDate()).as(where).isEqualTo(pool.lastDate());
                assertThat(again.lastUnitCost()).as(where).isEqualTo(pool.lastUnitCost());
            });
        }
    }

    @Test
    void aBookThatContradictsItselfIsNotRebuilt() {
        open(CostFlow.FIFO, true);
        post(PostingKind.RECEIPT, receive(PLACES.get(0), Quantity.units(3), 1000));
        post(PostingKind.SALE, new StockLine.Relieve(WIRE, PLACES.get(0), Quantity.units(1), AccountRole.COST_OF_SALES));
        List<Replay.Step> steps = new ArrayList<>(steps());
        Replay.Step sale = steps.get(1);
        steps.set(1, new Replay.Step(sale.movement(), sale.posting(), sale.line(), sale.kind(), sale.place(), sale.pool(),
                sale.quantity(), sale.date(), sale.ordinal(), sale.source(), new Money(-1, GBP)));
        assertThatThrownBy(() -> Replay.of(CostFlow.FIFO, GBP, steps))
                .hasMessageEndingWith("is worth GBP -0.01 in the book and GBP -3.33 by its history");
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
                accept(shop.books.post(reversal.of(original), "test", Shop.NOON));
            }
        }
    }

    private void accept(Books.Attempt attempt) {
        if (attempt.accepted()) {
            shop.posted.add(attempt.posted());
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

    private List<Replay.Step> steps() {
        List<Replay.Step> steps = new ArrayList<>();
        for (Posted posted : shop.posted) {
            for (Movement movement : posted.movements()) {
                var place = new Stock.Place(movement.item(), movement.location());
                Money value = posted.values().stream()
                        .filter(entry -> entry.movement().id() == movement.id())
                        .map(ValueEntry::amount)
                        .reduce(Money::plus)
                        .orElse(null);
                steps.add(new Replay.Step(movement.id(), posted.seq(), movement.line(), posted.request().kind(), place,
                        shop.books.setting().poolOf(place).location().value(), movement.quantity(),
                        posted.request().businessDate(), movement.ordinal(), movement.source(), value));
            }
        }
        return steps;
    }
}
