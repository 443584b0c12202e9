package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.ledger.SlowScopes.Event;
import entrepot.inventory.ledger.SlowScopes.Lot;
import entrepot.inventory.ledger.SlowScopes.What;
import entrepot.inventory.valuation.Application;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostLayer;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.CostTerms;
import entrepot.inventory.valuation.CostingScope;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.JournalLine;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Years in which now and then something else is valued together, posted in any order. */
class ScopeChangeLawsTest {

    private static final Money NOTHING = Money.zero(Currency.getInstance("GBP"));
    private static final ItemId TEA = new ItemId(1);
    private static final List<LocationId> PLACES = List.of(new LocationId(1), new LocationId(2), new LocationId(3));
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Map<What, PostingKind> KINDS = Map.of(What.COME, PostingKind.RECEIPT, What.GO, PostingKind.SALE, What.CARRY, PostingKind.TRANSFER,
            What.RESCOPE, PostingKind.SCOPE_CHANGE, What.RESTATE, PostingKind.SCOPE_CHANGE, What.CHARGE, PostingKind.CHARGE);
    private static final int HISTORIES = Integer.getInteger("laws.steps", 800) / 80;
    private static final long SEED = Long.getLong("laws.seed", 20261126);

    @ParameterizedTest
    @CsvSource({"FIFO, EVENT, false", "LIFO, EVENT, false", "AVERAGE, EVENT, false", "STANDARD, EVENT, true", "FIFO, EVENT, true",
        "AVERAGE, MONTH, true", "AVERAGE, DAY, true"})
    void aChangeKeepsEveryPennyAndTheYearIsBuiltAgainFromWhatMoved(CostFlow flow, AveragePeriod period, boolean wholePennies) {
        int changes = 0;
        for (int history = 0; history < HISTORIES; history++) {
            RandomYear random = new RandomYear(SEED + history, new CostTerms(flow, period), wholePennies);
            Shop year = random.rescoped();
            changes += year.posted.stream().filter(ScopeChangeLawsTest::isChange).peek(change -> keepsValue(random, change)).count();
            holds(random, year);
            holds(random, random.late());
        }
        assertThat(changes).isGreaterThan(HISTORIES);
    }

    @ParameterizedTest
    @CsvSource({"FIFO, LOCATION", "FIFO, COMPANY", "FIFO, GROUP", "LIFO, LOCATION", "LIFO, COMPANY", "AVERAGE, LOCATION", "AVERAGE, GROUP"})
    void whateverTheOrderOfPostingTheSecondOpinionAgrees(CostFlow flow, CostingScope first) {
        int changes = 0;
        for (int history = 0; history < 10 * HISTORIES; history++) {
            List<Event> happened = new ArrayList<>();
            Shop shop = played(SEED + history, flow, first, happened, false);
            changes += happened.stream().filter(event -> event.what() == What.RESCOPE).count();
            assertThat(worths(shop)).as("seed " + (SEED + history) + " " + happened).isEqualTo(new SlowScopes(flow.name(), first.name()).worths(happened));
        }
        assertThat(changes).isGreaterThan(HISTORIES);
    }

    @Test
    void anOpinionThatForgetsHowOldStockIsWhenItGoesOverIsCaught() {
        assertThat(IntStream.range(0, 100).mapToObj(history -> {
            List<Event> happened = new ArrayList<>();
            Shop shop = played(SEED + history, CostFlow.FIFO, CostingScope.LOCATION, happened, false);
            return worths(shop).equals(new SlowScopes("FIFO", "LOCATION") {
                @Override
                int dayOver(int came, int changed) {
                    return changed;
                }
            }.worths(happened));
        })).contains(false);
    }

    @ParameterizedTest
    @CsvSource({"FIFO, LOCATION", "FIFO, COMPANY", "FIFO, GROUP", "LIFO, LOCATION", "LIFO, COMPANY", "AVERAGE, LOCATION", "AVERAGE, GROUP"})
    void whatCountsAsIfItHadAlwaysBeenSoIsWhatTheSecondOpinionSays(CostFlow flow, CostingScope first) {
        int changes = 0;
        for (int history = 0; history < 10 * HISTORIES; history++) {
            List<Event> happened = new ArrayList<>();
            Shop shop = played(SEED + history, flow, first, happened, true);
            String as = "seed " + (SEED + history) + " " + happened;
            assertThat(worths(shop)).as(as).isEqualTo(new SlowScopes(flow.name(), first.name()).worths(happened));
            for (Event change : happened) {
                if (change.what() == What.RESTATE) {
                    changes++;
                    told(as + " " + change, posted(change.number(), shop), new SlowScopes(flow.name(), first.name()).comparatives(change, happened));
                }
            }
        }
        assertThat(changes).isGreaterThan(HISTORIES);
    }

    /** What each month would have been, and all of it in opening equity. */
    private static void told(String as, Posted change, Map<Integer, Long> byDay) {
        Map<YearMonth, Long> months = new TreeMap<>();
        byDay.forEach((day, more) -> months.merge(YearMonth.from(FIRST.plusDays(day)), more, Long::sum));
        months.values().removeIf(more -> more == 0);
        Map<YearMonth, Long> told = new TreeMap<>();
        change.comparatives().forEach(one -> told.put(one.month(), one.change().minor()));
        assertThat(told).as(as).isEqualTo(months);
        assertThat(change.journal().lines().stream().filter(line -> line.account().equals(Shop.account(AccountRole.OPENING_EQUITY)))
                .mapToLong(line -> line.amount().minor()).sum()).as(as).isEqualTo(-months.values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void anOpinionThatGivesTheYoungestUnitTheCostOfTheOldestIsCaught() {
        assertThat(IntStream.range(0, 100).mapToObj(history -> {
            List<Event> happened = new ArrayList<>();
            Shop shop = played(SEED + history, CostFlow.FIFO, CostingScope.LOCATION, happened, true);
            return worths(shop).equals(new SlowScopes("FIFO", "LOCATION") {
                @Override
                List<Lot> inTurn(List<Lot> oldestFirst) {
                    List<Lot> youngestFirst = new ArrayList<>(oldestFirst);
                    Collections.reverse(youngestFirst);
                    return youngestFirst;
                }
            }.worths(happened));
        })).contains(false);
    }

    private static Shop played(long seed, CostFlow flow, CostingScope first, List<Event> happened, boolean restates) {
        Random random = new Random(seed);
        Shop shop = new Shop(NOTHING.currency(), first, PLACES, Map.of(TEA, CostPolicy.of(flow)));
        for (int number = 0; number < 40; number++) {
            Event event = event(number, random, happened, restates);
            Books.Attempt attempt = event == null ? null : shop.post(request(event, shop));
            if (attempt != null && attempt.accepted()) {
                shop.remember(attempt.posted());
                happened.add(event);
            }
            if (attempt != null && event.what() == What.RESTATE) {
                assertThat(attempt.refusals()).as("seed " + seed + " " + happened + " " + event).extracting(Refusal::code).isSubsetOf("no-change");
            }
        }
        return shop;
    }

    private static Event event(int number, Random random, List<Event> happened, boolean restates) {
        int day = random.nextInt(3) == 0 ? random.nextInt(number + 1) : number;
        int place = 1 + random.nextInt(3);
        int other = 1 + random.nextInt(3);
        long units = 1 + random.nextInt(9);
        List<Event> came = happened.stream().filter(event -> event.what() == What.COME).toList();
        What what = List.of(What.COME, What.COME, What.GO, What.CARRY, What.CARRY, What.CHARGE, What.RESCOPE, What.GO).get(random.nextInt(8));
        if (what == What.RESCOPE && restates && random.nextInt(3) > 0) {
            what = What.RESTATE;
        }
        if (what == What.CHARGE && came.isEmpty() || what == What.CARRY && place == other) {
            return null;
        }
        Event of = what == What.CHARGE ? came.get(random.nextInt(came.size())) : null;
        int last = happened.stream().mapToInt(Event::day).max().orElse(0);
        return new Event(number, what == What.RESCOPE ? last : what == What.RESTATE ? last + 1 : of != null ? Math.max(number, of.day()) : day, what, of == null ? place : of.place(), other,
                units, random.nextInt(900), of == null ? 0 : of.number(), CostingScope.values()[random.nextInt(3)].name());
    }

    private static PostingRequest request(Event event, Shop shop) {
        return new PostingRequest(new UUID(0, event.number()), KINDS.get(event.what()), FIRST.plusDays(event.day()), Shop.NOON, null, null, null, null,
                List.of(line(event, shop)), List.of());
    }

    private static StockLine line(Event event, Shop shop) {
        LocationId place = new LocationId(event.place());
        Quantity units = Quantity.units((int) event.units());
        Money worth = new Money(event.worth(), NOTHING.currency());
        return switch (event.what()) {
            case COME -> new StockLine.Receive(TEA, place, units, worth, AccountRole.RECEIVED_NOT_INVOICED);
            case GO -> new StockLine.Relieve(TEA, place, units, AccountRole.COST_OF_SALES);
            case CARRY -> new StockLine.Move(TEA, place, new LocationId(event.other()), units);
            case RESCOPE -> new StockLine.ChangeScope(TEA, place, CostingScope.valueOf(event.scope()));
            case RESTATE -> new StockLine.ChangeScope(TEA, place, CostingScope.valueOf(event.scope()), Application.RETROSPECTIVE);
            case CHARGE -> new StockLine.Charge(TEA, place, came(event, shop), worth, AccountRole.CHARGES_TO_COME);
        };
    }

    private static long came(Event charge, Shop shop) {
        return posted(charge.of(), shop).movements().get(0).id();
    }

    private static Posted posted(int number, Shop shop) {
        return shop.posted.stream().filter(posted -> posted.request().id().equals(new UUID(0, number))).findFirst().orElseThrow();
    }

    private static Map<String, List<Long>> worths(Shop shop) {
        Map<String, List<Long>> worths = new TreeMap<>();
        shop.books.pools().forEach((place, pool) -> {
            if (!pool.cost().layers().isEmpty()) {
                worths.put(place.location().value() == 0 ? "all" : place.location().equals(Shop.GROUP) ? "group" : String.valueOf(place.location().value()),
                        pool.cost().layers().stream().map(layer -> layer.value().minor()).toList());
            }
        });
        return worths;
    }

    private static boolean isChange(Posted posted) {
        return posted.request().kind() == PostingKind.SCOPE_CHANGE;
    }

    private static void keepsValue(RandomYear random, Posted change) {
        assertThat(change.values().stream().map(ValueEntry::amount).reduce(NOTHING, Money::plus)).as(random.name()).isEqualTo(NOTHING);
        assertThat(change.journal().lines()).extracting(JournalLine::account).as(random.name())
                .containsOnly(Shop.account(AccountRole.INVENTORY));
    }

    private static void holds(RandomYear random, Shop year) {
        Collection<Stock.Pool> pools = year.books.pools().values();
        History.State rebuilt = year.history().rebuilt(year.books.setting(), Set.of());
        assertThat(layers(rebuilt.pools())).as(random.name()).isEqualTo(layers(pools));
        Map<Long, Long> pooled = new HashMap<>();
        Map<Long, Quantity> units = new HashMap<>();
        Map<Long, Money> worths = new HashMap<>();
        Map<Stock.Place, Quantity> lying = new HashMap<>();
        year.posted.stream().flatMap(posted -> posted.movements().stream()).forEach(moved -> {
            pooled.put(moved.id(), moved.pool());
            units.merge(moved.pool(), moved.quantity(), Quantity::plus);
            lying.merge(moved.place(), moved.quantity(), Quantity::plus);
        });
        year.posted.stream().flatMap(posted -> posted.values().stream())
                .forEach(value -> worths.merge(pooled.get(value.movement()), value.amount(), Money::plus));
        for (Stock.Pool pool : pools) {
            assertThat(pool.cost().onHand()).as(random.name()).isEqualTo(units.getOrDefault(pool.id(), Quantity.ZERO));
            assertThat(pool.cost().value()).as(random.name()).isEqualTo(worths.getOrDefault(pool.id(), NOTHING));
        }
        lying.forEach((place, quantity) -> assertThat(year.onHand(place)).as(random.name()).isEqualTo(quantity));
        assertThat(year.trialBalance().of(Shop.account(AccountRole.INVENTORY))).as(random.name())
                .isEqualTo(pools.stream().map(pool -> pool.cost().value()).reduce(NOTHING, Money::plus));
    }

    private static Map<Long, List<CostLayer>> layers(Collection<Stock.Pool> pools) {
        return pools.stream().filter(pool -> pool.ordinal() > 0).collect(Collectors.toMap(Stock.Pool::id, pool -> pool.cost().layers()));
    }
}
