package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.valuation.Application;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostLayer;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.CostTerms;
import entrepot.inventory.valuation.CostingScope;
import entrepot.inventory.valuation.LateCost;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.JournalLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A change of scope that counts as if it had always been so, beside a company that was always so and to which the same happened. */
class ScopeRestatementLawsTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Money NOTHING = Money.zero(GBP);
    private static final LocationId FIRST = new LocationId(1);
    private static final List<LocationId> PLACES = List.of(FIRST, new LocationId(2), new LocationId(3));
    private static final List<ItemId> ITEMS = List.of(new ItemId(1), new ItemId(2));
    private static final LocalDate AUTUMN = LocalDate.of(2026, 9, 10);
    private static final LocalDate DAY = RandomYear.LAST.plusDays(1);
    private static final int HISTORIES = Integer.getInteger("laws.steps", 800) / 80;
    private static final long SEED = Long.getLong("laws.seed", 20261126);

    private int compared;

    @ParameterizedTest
    @CsvSource({"FIFO, EVENT, LOCATION, COMPANY", "LIFO, EVENT, LOCATION, COMPANY", "AVERAGE, EVENT, LOCATION, COMPANY", "AVERAGE, MONTH, LOCATION, COMPANY",
        "FIFO, EVENT, LOCATION, GROUP", "AVERAGE, DAY, GROUP, COMPANY", "FIFO, EVENT, COMPANY, LOCATION", "LIFO, EVENT, COMPANY, LOCATION",
        "AVERAGE, EVENT, COMPANY, LOCATION", "AVERAGE, EVENT, COMPANY, GROUP"})
    void whatIsOnHandAndEachMonthAreThoseOfACompanyThatWasAlwaysSo(CostFlow flow, AveragePeriod period, CostingScope was, CostingScope becomes) {
        for (int history = 0; history < HISTORIES; history++) {
            RandomYear random = new RandomYear(SEED + history, new CostTerms(flow, period), true, was);
            Shop year = (becomes == CostingScope.COMPANY ? random : random.withoutRevaluations()).eventful();
            for (ItemId item : ITEMS) {
                change(random, year, item, new CostTerms(flow, period), becomes);
            }
            holds(random, year);
            holds(random, random.late());
        }
        assertThat(compared).as("changes that could be compared").isGreaterThan(HISTORIES / 2);
    }

    /** The other company came to the method on the same day. */
    @ParameterizedTest
    @CsvSource({"FIFO EVENT, AVERAGE EVENT, LOCATION, COMPANY", "AVERAGE EVENT, AVERAGE MONTH, LOCATION, COMPANY",
        "AVERAGE MONTH, FIFO EVENT, LOCATION, GROUP", "FIFO EVENT, LIFO EVENT, COMPANY, LOCATION", "AVERAGE DAY, AVERAGE EVENT, COMPANY, GROUP"})
    void soItIsWhereAnotherMethodCameFromADayOn(String first, String next, CostingScope was, CostingScope becomes) {
        for (int history = 0; history < HISTORIES / 2; history++) {
            RandomYear random = new RandomYear(SEED + history, terms(first), true, was);
            Shop year = (becomes == CostingScope.COMPANY ? random : random.withoutRevaluations()).eventful();
            for (ItemId item : ITEMS) {
                Books.Attempt turn = year.post(PostingKind.COSTING_CHANGE, AUTUMN,
                        new StockLine.ChangeCosting(item, FIRST, terms(next), Application.PROSPECTIVE, AccountRole.OPENING_EQUITY));
                if (turn.accepted()) {
                    year.remember(turn.posted());
                    change(random, year, item, terms(first), becomes);
                }
            }
            holds(random, year);
            holds(random, random.late());
        }
        assertThat(compared).as("changes that could be compared").isGreaterThan(HISTORIES / 4);
    }

    private static CostTerms terms(String text) {
        String[] parts = text.split(" ");
        return new CostTerms(CostFlow.valueOf(parts[0]), AveragePeriod.valueOf(parts[1]));
    }

    /** A revaluation of a pool that is split has no one site: what comes of it is held to the laws alone. */
    @ParameterizedTest
    @CsvSource({"FIFO, EVENT, COMPANY, LOCATION", "AVERAGE, EVENT, COMPANY, LOCATION", "AVERAGE, MONTH, GROUP, LOCATION"})
    void revaluationsOfAPoolThatIsSplitAreShared(CostFlow flow, AveragePeriod period, CostingScope was, CostingScope becomes) {
        int changed = 0;
        for (int history = 0; history < HISTORIES; history++) {
            RandomYear random = new RandomYear(SEED + history, new CostTerms(flow, period), true, was);
            Shop year = random.eventful();
            for (ItemId item : ITEMS) {
                Money before = worth(year, item, DAY);
                Books.Attempt attempt = year.post(PostingKind.SCOPE_CHANGE, DAY, new StockLine.ChangeScope(item, FIRST, becomes, Application.RETROSPECTIVE));
                if (attempt.accepted()) {
                    changed++;
                    year.remember(attempt.posted());
                    booked(random, year, item, before, attempt.posted());
                }
            }
            holds(random, year);
            holds(random, random.late());
        }
        assertThat(changed).as("changes").isGreaterThan(HISTORIES / 2);
    }

    private void change(RandomYear random, Shop year, ItemId item, CostTerms terms, CostingScope becomes) {
        Money before = worth(year, item, DAY);
        Shop always = always(year, item, terms, becomes);
        List<Posted> history = List.copyOf(year.posted);
        Books.Attempt attempt = year.post(PostingKind.SCOPE_CHANGE, DAY, new StockLine.ChangeScope(item, FIRST, becomes, Application.RETROSPECTIVE));
        if (!attempt.accepted()) {
            assertThat(always).as(random.name() + " " + attempt.refusals()).isNull();
            return;
        }
        Posted change = attempt.posted();
        year.remember(change);
        booked(random, year, item, before, change);
        if (always != null) {
            compared++;
            assertThat(pools(year, item)).as(random.name()).isEqualTo(pools(always, item));
            sameTurns(random, year, always, item);
            sameMonths(random, history, change, always, item);
        }
    }

    private static void booked(RandomYear random, Shop year, ItemId item, Money before, Posted change) {
        Money effect = worth(year, item, DAY).minus(before);
        assertThat(sum(change, AccountRole.INVENTORY)).as(random.name()).isEqualTo(effect);
        assertThat(sum(change, AccountRole.OPENING_EQUITY)).as(random.name()).isEqualTo(effect.negated());
        assertThat(change.journal().lines()).extracting(JournalLine::account).as(random.name())
                .isSubsetOf(Shop.account(AccountRole.INVENTORY), Shop.account(AccountRole.OPENING_EQUITY));
        assertThat(change.comparatives().stream().map(Comparative::change).reduce(NOTHING, Money::plus)).as(random.name()).isEqualTo(effect);
    }

    /** Null where not all of it could have happened there. */
    private static Shop always(Shop year, ItemId item, CostTerms terms, CostingScope becomes) {
        CostPolicy policy = new CostPolicy(terms.flow(), terms.period(), LateCost.REPLAY, false, new BigDecimal("4.00"));
        Shop always = new Shop(GBP, becomes, PLACES, Map.of(item, policy));
        Map<Long, Long> numbers = new HashMap<>();
        for (Posted one : year.posted) {
            if (!isOf(one, item)) {
                continue;
            }
            List<StockLine> lines = one.request().stock().stream().map(line -> of(line, numbers)).toList();
            Books.Attempt attempt = always.post(new PostingRequest(new UUID(7, one.seq()), one.request().kind(), one.request().businessDate(), Shop.NOON, null,
                    null, null, null, lines, List.of()));
            if (!attempt.accepted()) {
                return null;
            }
            always.remember(attempt.posted());
            for (int movement = 0; movement < Math.min(one.movements().size(), attempt.posted().movements().size()); movement++) {
                numbers.put(one.movements().get(movement).id(), attempt.posted().movements().get(movement).id());
            }
        }
        return always;
    }

    private static boolean isOf(Posted posted, ItemId item) {
        return posted.request().stock().stream().anyMatch(line -> line.item().equals(item));
    }

    private static StockLine of(StockLine line, Map<Long, Long> numbers) {
        if (line instanceof StockLine.GiveBack s) {
            return new StockLine.GiveBack(s.item(), s.location(), s.quantity(), numbers.get(s.movement()), s.against());
        }
        if (line instanceof StockLine.TakeBack s) {
            return new StockLine.TakeBack(s.item(), s.location(), s.quantity(), numbers.get(s.movement()), s.credit(), s.against());
        }
        if (line instanceof StockLine.Charge s) {
            return new StockLine.Charge(s.item(), s.location(), numbers.get(s.movement()), s.amount(), s.against());
        }
        if (line instanceof StockLine.Correct s) {
            return new StockLine.Correct(s.item(), s.location(), numbers.get(s.movement()), s.actual(), s.against());
        }
        return line;
    }

    /** By pool, where something is on hand. */
    private static Map<LocationId, Money> pools(Shop shop, ItemId item) {
        return held(shop, item).entrySet().stream().collect(Collectors.toMap(pool -> pool.getKey().location(), pool -> pool.getValue().cost().value()));
    }

    private static Map<Stock.Place, Stock.Pool> held(Shop shop, ItemId item) {
        return shop.books.pools().entrySet().stream()
                .filter(pool -> pool.getKey().item().equals(item) && pool.getValue().cost().onHand().isPositive())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The oldest units are worth the same, to the penny that a cut through a layer is rounded by. */
    private static void sameTurns(RandomYear random, Shop year, Shop always, ItemId item) {
        held(year, item).forEach((place, pool) -> {
            List<CostLayer> theirs = always.books.pools().get(place).cost().layers();
            Quantity oldest = Quantity.ZERO;
            Money worth = NOTHING;
            for (CostLayer layer : pool.cost().layers()) {
                oldest = oldest.plus(layer.left());
                worth = worth.plus(layer.value());
                assertThat(Math.abs(worth.minor() - ofOldest(theirs, oldest).minor())).as(random.name() + " " + oldest).isLessThanOrEqualTo(1);
            }
        });
    }

    private static Money ofOldest(List<CostLayer> layers, Quantity wanted) {
        Quantity open = wanted;
        Money worth = NOTHING;
        for (CostLayer layer : layers) {
            Quantity part = Quantity.smaller(open, layer.left());
            worth = worth.plus(layer.value().share(part.millionths(), layer.left().millionths()));
            open = open.minus(part);
        }
        return worth;
    }

    private static void sameMonths(RandomYear random, List<Posted> history, Posted change, Shop always, ItemId item) {
        for (int month = 1; month <= 12; month++) {
            LocalDate end = YearMonth.of(2026, month).atEndOfMonth();
            Money told = change.comparatives().stream().filter(one -> !one.month().atDay(1).isAfter(end)).map(Comparative::change)
                    .reduce(NOTHING, Money::plus);
            assertThat(told).as(random.name() + " " + end).isEqualTo(worth(always.posted, item, end).minus(worth(history, item, end)));
        }
    }

    private static Money worth(Shop shop, ItemId item, LocalDate day) {
        return worth(shop.posted, item, day);
    }

    private static Money worth(List<Posted> postings, ItemId item, LocalDate day) {
        return postings.stream().flatMap(one -> one.values().stream()).filter(value -> value.item().equals(item) && !value.date().isAfter(day))
                .map(ValueEntry::amount).reduce(NOTHING, Money::plus);
    }

    private static Money sum(Posted posted, AccountRole role) {
        return posted.journal().lines().stream().filter(line -> line.account().equals(Shop.account(role))).map(JournalLine::amount)
                .reduce(NOTHING, Money::plus);
    }

    private static void holds(RandomYear random, Shop year) {
        Collection<Stock.Pool> pools = year.books.pools().values();
        assertThat(layers(year.history().rebuilt(year.books.setting(), Set.of()).pools())).as(random.name()).isEqualTo(layers(pools));
        assertThat(year.trialBalance().of(Shop.account(AccountRole.INVENTORY))).as(random.name())
                .isEqualTo(pools.stream().map(pool -> pool.cost().value()).reduce(NOTHING, Money::plus));
    }

    private static Map<Long, List<CostLayer>> layers(Collection<Stock.Pool> pools) {
        return pools.stream().filter(pool -> pool.ordinal() > 0).collect(Collectors.toMap(Stock.Pool::id, pool -> pool.cost().layers()));
    }
}
