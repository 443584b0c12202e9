package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.CostRun;
import entrepot.inventory.valuation.Source;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made is worth what its parts cost, whenever that is known: no penny comes or goes on the way. */
class AssemblyLawsTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final ItemId WHEEL = new ItemId(1);
    private static final ItemId FRAME = new ItemId(2);
    private static final ItemId CART = new ItemId(3);
    private static final ItemId TRAIN = new ItemId(4);
    private static final List<ItemId> ALL = List.of(WHEEL, FRAME, CART, TRAIN);
    private static final LocationId HERE = new LocationId(1);
    private static final LocationId THERE = new LocationId(2);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int HISTORIES = Integer.getInteger("laws.steps", 40_000) / 1_600;
    private static final long SEED = Long.getLong("laws.seed", 20261126);

    private Shop shop = shop(CostFlow.FIFO, true);

    @Test
    void whatIsMadeIsWorthItsPartsAndTheLabour() {
        receive(WHEEL, FIRST, 10, "100.00");
        receive(FRAME, FIRST, 10, "333.33");
        assertThat(make(CART, FIRST, 3, money("15.00"), use(WHEEL, 6), use(FRAME, 3)).accepted()).isTrue();
        assertThat(worth(CART)).isEqualTo(money("175.00"));
        assertThat(shop.trialBalance().of(Shop.account(AccountRole.CONVERSION))).isEqualTo(money("-15.00"));
    }

    @Test
    void aLateCostOfAPartFlowsOnIntoWhatWasMadeAndSold() {
        receive(WHEEL, FIRST, 10, "100.00");
        long wheels = shop.last().movements().get(0).id();
        receive(FRAME, FIRST, 10, "100.00");
        make(CART, FIRST.plusDays(1), 5, money("0.00"), use(WHEEL, 10), use(FRAME, 5));
        shop.post(PostingKind.SALE, FIRST.plusDays(2), new StockLine.Relieve(CART, HERE, Quantity.units(2), AccountRole.COST_OF_SALES));
        shop.remember(shop.posted.get(0));
        shop.post(PostingKind.CHARGE, FIRST.plusDays(3), new StockLine.Charge(WHEEL, HERE, wheels, money("50.00"), AccountRole.CHARGES_TO_COME));
        assertThat(worth(CART)).isEqualTo(money("120.00"));
        assertThat(shop.trialBalance().of(Shop.account(AccountRole.COST_OF_SALES))).isEqualTo(money("80.00"));
    }

    @Test
    void aLateCostFlowsOnThoughSomethingRefusedAskedForALaterHistory() {
        receive(WHEEL, FIRST, 10, "100.00");
        long wheels = shop.last().movements().get(0).id();
        make(CART, FIRST.plusDays(1), 1, money("0.00"), use(WHEEL, 4));
        sellWheels(FIRST.plusDays(3), 1);
        assertThat(sellWheels(FIRST.plusDays(2), 100).accepted()).isFalse();
        shop.remember(shop.posted.get(0));
        shop.post(PostingKind.CHARGE, FIRST.plusDays(3), new StockLine.Charge(WHEEL, HERE, wheels, money("50.00"), AccountRole.CHARGES_TO_COME));
        assertThat(worth(CART)).isEqualTo(money("60.00"));
    }

    private Books.Attempt sellWheels(LocalDate day, long count) {
        return shop.post(PostingKind.SALE, day, new StockLine.Relieve(WHEEL, HERE, Quantity.units(count), AccountRole.COST_OF_SALES));
    }

    @Test
    void aPartBoughtMoreCheaplyOnAnEarlierDayIsInWhatWasMade() {
        receive(WHEEL, FIRST.plusDays(2), 4, "40.00");
        make(CART, FIRST.plusDays(3), 1, money("1.00"), use(WHEEL, 4));
        receive(WHEEL, FIRST, 4, "4.00");
        assertThat(worth(CART)).isEqualTo(money("5.00"));
        assertThat(worth(WHEEL)).isEqualTo(money("40.00"));
    }

    @Test
    void whatIsTakenApartSharesItsWorthToThePenny() {
        receive(CART, FIRST, 1, "100.00");
        shop.post(PostingKind.DISASSEMBLY, FIRST, use(CART, 1), part(WHEEL, 2, "0.333333"), part(FRAME, 1, null));
        assertThat(worth(WHEEL)).isEqualTo(money("33.33"));
        assertThat(worth(FRAME)).isEqualTo(money("66.67"));
        assertThat(worth(CART)).isEqualTo(money("0.00"));
        receive(FRAME, FIRST.minusDays(1), 1, "10.00");
        assertThat(worth(FRAME)).as("the wheels have their share, though nobody asked for them").isEqualTo(money("76.67"));
    }

    @Test
    void whatIsMadeOfAStandardIsAVarianceBeyondIt() {
        shop = new Shop(GBP, true, List.of(HERE, THERE), Map.of(
                WHEEL, CostPolicy.of(CostFlow.FIFO), CART, CostPolicy.of(CostFlow.STANDARD)));
        shop.post(PostingKind.STANDARD_COST, FIRST, new StockLine.SetStandard(CART, HERE, new BigDecimal("20"), AccountRole.REVALUATION));
        receive(WHEEL, FIRST, 4, "18.00");
        make(CART, FIRST, 1, money("5.00"), use(WHEEL, 4));
        assertThat(worth(CART)).isEqualTo(money("20.00"));
        assertThat(shop.trialBalance().of(Shop.account(AccountRole.PURCHASE_VARIANCE))).isEqualTo(money("3.00"));
        receive(WHEEL, FIRST.minusDays(1), 4, "10.00");
        assertThat(worth(CART)).isEqualTo(money("20.00"));
        assertThat(shop.trialBalance().of(Shop.account(AccountRole.PURCHASE_VARIANCE))).isEqualTo(money("-5.00"));
    }

    @Test
    void moreThanThereIsMakesNothing() {
        receive(WHEEL, FIRST, 3, "3.00");
        assertThat(make(CART, FIRST, 1, money("0.00"), use(WHEEL, 4)).refusals()).extracting(Refusal::code).containsExactly("out-of-stock");
        assertThat(worth(WHEEL)).isEqualTo(money("3.00"));
    }

    @ParameterizedTest
    @CsvSource({"FIFO, true", "FIFO, false", "LIFO, true", "AVERAGE, true", "AVERAGE, false"})
    void noPennyIsLostInAnyHistory(CostFlow flow, boolean byLocation) {
        for (int history = 0; history < HISTORIES; history++) {
            String where = "seed " + (SEED + history);
            shop = shop(flow, byLocation);
            play(new Random(SEED + history), history % 2 == 0);
            conserves(where);
            agreesWithOneRun(where);
        }
    }

    /** What happens in a workshop, at random. */
    static Shop workshop(long seed, CostFlow flow) {
        AssemblyLawsTest workshop = new AssemblyLawsTest();
        workshop.shop = shop(flow, true);
        workshop.play(new Random(seed), true);
        return workshop.shop;
    }

    private void conserves(String where) {
        Money book = shop.books.pools().values().stream().map(pool -> pool.cost().value()).reduce(money("0.00"), Money::plus);
        assertThat(shop.trialBalance().of(Shop.account(AccountRole.INVENTORY))).as(where).isEqualTo(book);
        if (shop.posted.stream().noneMatch(one -> one.request().kind() == PostingKind.REVERSAL)) {
            assertThat(shop.trialBalance().of(Shop.account(AccountRole.PURCHASE_VARIANCE))).as(where).isEqualTo(money("0.00"));
        }
        Map<Long, Money> worths = new HashMap<>();
        shop.posted.forEach(one -> one.values().forEach(value -> worths.merge(value.movement(), value.amount(), Money::plus)));
        for (Posted one : shop.posted) {
            if (one.request().kind().isAssembly()) {
                Money all = one.movements().stream().map(movement -> worths.getOrDefault(movement.id(), money("0.00"))).reduce(Money::plus).orElseThrow();
                Money beside = one.movements().stream().filter(movement -> movement.basis() == Basis.MADE).map(movement -> movement.step().stated())
                        .reduce(money("0.00"), Money::plus);
                assertThat(all).as(where + ", posting " + one.seq()).isEqualTo(beside);
            }
        }
    }

    private void agreesWithOneRun(String where) {
        Map<Long, Stock.Place> pools = new HashMap<>();
        shop.books.pools().forEach((place, pool) -> pools.put(pool.id(), place));
        CostRun anew = shop.history().run(shop.books.setting(), pools, List.of(), (step, pool) -> {});
        shop.history().all().forEach(past -> {
            Money book = past.worth().values().stream().reduce(money("0.00"), Money::plus);
            Money run = anew.worths().containsKey(past.movement().id()) ? anew.worths().get(past.movement().id()).total() : money("0.00");
            assertThat(book).as(where + ", movement " + past.movement().id()).isEqualTo(run);
        });
    }

    private void play(Random random, boolean undoing) {
        List<Posted> made = new ArrayList<>();
        for (int step = 0; step < 100; step++) {
            LocalDate day = FIRST.plusDays(step / 4 - (random.nextInt(3) == 0 ? random.nextInt(1 + step / 4) : 0));
            LocationId place = random.nextInt(3) == 0 ? THERE : HERE;
            Quantity some = new Quantity(1 + random.nextInt(3_000_000));
            ItemId raw = random.nextBoolean() ? WHEEL : FRAME;
            Books.Attempt attempt = switch (random.nextInt(10)) {
                case 0, 1, 2 -> shop.post(PostingKind.RECEIPT, day, new StockLine.Receive(raw, place, new Quantity(1 + random.nextInt(20_000_000)),
                        new Money(random.nextInt(9_000), GBP), AccountRole.RECEIVED_NOT_INVOICED));
                case 3, 4 -> shop.post(PostingKind.ASSEMBLY, day, new StockLine.Use(WHEEL, place, some), new StockLine.Use(FRAME, place, some),
                        new StockLine.Make(CART, place, some, null, new Money(random.nextInt(500), GBP), AccountRole.CONVERSION));
                case 5 -> shop.post(PostingKind.ASSEMBLY, day, new StockLine.Use(CART, place, some), new StockLine.Use(WHEEL, place, some),
                        new StockLine.Make(TRAIN, place, some, null, new Money(0, GBP), AccountRole.CONVERSION));
                case 6 -> shop.post(PostingKind.DISASSEMBLY, day, new StockLine.Use(TRAIN, place, some),
                        new StockLine.Make(CART, place, some, BigDecimal.valueOf(random.nextInt(1_000_000), 6), new Money(0, GBP), AccountRole.CONVERSION),
                        new StockLine.Make(WHEEL, place, some, null, new Money(0, GBP), AccountRole.CONVERSION));
                case 7 -> charge(random, day);
                case 8 -> undoing ? reverse(random, made, day) : null;
                default -> shop.post(PostingKind.SALE, day,
                        new StockLine.Relieve(ALL.get(random.nextInt(4)), place, some, AccountRole.COST_OF_SALES));
            };
            if (attempt != null && attempt.accepted()) {
                made.add(attempt.posted());
            }
        }
    }

    private Books.Attempt charge(Random random, LocalDate day) {
        List<Posted> receipts = shop.posted.stream().filter(one -> one.request().kind() == PostingKind.RECEIPT).toList();
        if (receipts.isEmpty()) {
            return null;
        }
        Posted receipt = receipts.get(random.nextInt(receipts.size()));
        Movement on = receipt.movements().get(0);
        hold(receipt);
        return shop.post(PostingKind.CHARGE, day, new StockLine.Charge(
                on.item(), on.location(), on.id(), new Money(random.nextInt(900), GBP), AccountRole.CHARGES_TO_COME));
    }

    private Books.Attempt reverse(Random random, List<Posted> made, LocalDate day) {
        List<Posted> assemblies = made.stream().filter(one -> one.request().kind().isAssembly()).toList();
        if (assemblies.isEmpty()) {
            return null;
        }
        Posted undone = assemblies.get(random.nextInt(assemblies.size()));
        made.remove(undone);
        hold(undone);
        return day.isBefore(undone.request().businessDate()) ? null
                : shop.post(new Reversal(new UUID(1, shop.posted.size()), day, Shop.NOON, null, null, null).of(undone));
    }

    /** As the database would say it: worth what it is worth by now. */
    private void hold(Posted earlier) {
        Map<Long, Money> now = new HashMap<>();
        shop.posted.forEach(one -> one.values().forEach(value -> now.merge(value.movement(), value.amount(), Money::plus)));
        for (Movement movement : earlier.movements()) {
            Money worth = now.getOrDefault(movement.id(), money("0.00"));
            Quantity size = movement.quantity().isPositive() ? movement.quantity() : movement.quantity().negated();
            shop.books.hold(new Stock.Named(movement.place(), movement.quantity().isPositive(), movement.step().date(),
                    new Source(movement.id(), size, worth.isNegative() ? worth.negated() : worth, Quantity.ZERO)));
        }
    }

    // The words of the workshop

    private static Shop shop(CostFlow flow, boolean byLocation) {
        Map<ItemId, CostFlow> items = new HashMap<>();
        ALL.forEach(item -> items.put(item, flow));
        return new Shop(GBP, byLocation, items, List.of(HERE, THERE));
    }

    private void receive(ItemId item, LocalDate day, long units, String value) {
        shop.post(PostingKind.RECEIPT, day,
                new StockLine.Receive(item, HERE, Quantity.units(units), money(value), AccountRole.RECEIVED_NOT_INVOICED));
    }

    private Books.Attempt make(ItemId item, LocalDate day, long units, Money beside, StockLine... uses) {
        List<StockLine> lines = new ArrayList<>(List.of(uses));
        lines.add(new StockLine.Make(item, HERE, Quantity.units(units), null, beside, AccountRole.CONVERSION));
        return shop.post(PostingKind.ASSEMBLY, day, lines.toArray(StockLine[]::new));
    }

    private static StockLine use(ItemId item, long units) {
        return new StockLine.Use(item, HERE, Quantity.units(units));
    }

    private static StockLine part(ItemId item, long units, String share) {
        return new StockLine.Make(item, HERE, Quantity.units(units), share == null ? null : new BigDecimal(share), money("0.00"), AccountRole.CONVERSION);
    }

    private Money worth(ItemId item) {
        return shop.pool(new Stock.Place(item, HERE)).cost().value();
    }

    private static Money money(String amount) {
        return Money.of(new BigDecimal(amount), GBP);
    }
}
