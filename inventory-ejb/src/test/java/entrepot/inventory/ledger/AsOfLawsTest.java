package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.LateCost;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.JournalLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The laws of the two time axes: in whatever order distinct days are posted, each day comes out the same; each day balances
 * by itself; nothing that was written is changed. {@code laws.steps} and {@code laws.seed} make a run longer or repeat it.
 */
class AsOfLawsTest {

    private static final int HISTORIES = Integer.getInteger("laws.steps", 16_000) / 400;
    private static final long SEED = Long.getLong("laws.seed", 20261126);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final ItemId COPPER = new ItemId(1);
    private static final LocationId HULL = new LocationId(1);
    private static final LocationId YORK = new LocationId(2);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private record Event(LocalDate day, PostingKind kind, StockLine line) {}

    @ParameterizedTest
    @CsvSource({"FIFO, EVENT", "LIFO, EVENT", "AVERAGE, EVENT", "AVERAGE, DAY", "AVERAGE, MONTH", "STANDARD, EVENT"})
    void theOrderOfPostingDoesNotChangeAnyDay(CostFlow flow, AveragePeriod period) {
        for (int history = 0; history < HISTORIES; history++) {
            Random random = new Random(SEED + history);
            String where = "seed " + (SEED + history);
            List<Event> events = events(random);
            Shop inOrder = posted(events, flow, period, where);
            Collections.shuffle(events, random);
            Shop shuffled = posted(events, flow, period, where);
            assertThat(valueByDay(shuffled)).as(where).isEqualTo(valueByDay(inOrder));
            assertThat(accountByDay(shuffled, AccountRole.COST_OF_SALES)).as(where)
                    .isEqualTo(accountByDay(inOrder, AccountRole.COST_OF_SALES));
            assertThat(onHand(shuffled)).as(where).isEqualTo(onHand(inOrder));
        }
    }

    @ParameterizedTest
    @CsvSource({"FIFO, EVENT", "LIFO, EVENT", "AVERAGE, EVENT", "AVERAGE, DAY", "AVERAGE, MONTH", "STANDARD, EVENT"})
    void eachDayBalancesAndItsInventoryAccountIsItsValue(CostFlow flow, AveragePeriod period) {
        for (int history = 0; history < HISTORIES; history++) {
            Random random = new Random(SEED + history);
            String where = "seed " + (SEED + history);
            List<Event> events = events(random);
            Collections.shuffle(events, random);
            Shop shop = posted(events, flow, period, where);
            chargeAndCorrect(shop, random, where);
            assertThat(allByDay(shop)).as(where).allSatisfy((day, sum) -> assertThat(sum.isZero()).isTrue());
            assertThat(accountByDay(shop, AccountRole.INVENTORY)).as(where).isEqualTo(valueByDay(shop));
            assertThat(shop.books.pools().values().stream().map(pool -> pool.cost().value()).reduce(Money.zero(EUR), Money::plus))
                    .as(where).isEqualTo(valueByDay(shop).values().stream().reduce(Money.zero(EUR), Money::plus));
            shop.books.pools().values().stream().filter(pool -> pool.cost().onHand().isZero())
                    .forEach(empty -> assertThat(empty.cost().value().isZero()).as(where).isTrue());
            shop.books.balances().forEach((place, onHand) -> assertThat(moved(shop, place)).as(where).isEqualTo(onHand));
        }
    }

    /** Distinct days, so that only the days say what comes first; a transfer or a count never meets what is missing. */
    private static List<Event> events(Random random) {
        List<Event> events = new ArrayList<>();
        for (int day = 0; day < 30; day++) {
            LocalDate date = FIRST.plusDays(day * 3L + random.nextInt(3));
            LocationId place = random.nextBoolean() ? HULL : YORK;
            Quantity some = new Quantity(1 + random.nextInt(4_000_000));
            events.add(switch (random.nextInt(5)) {
                case 0, 1 -> new Event(date, PostingKind.RECEIPT, new StockLine.Receive(
                        COPPER, place, some, new Money(random.nextInt(10_000), EUR), AccountRole.RECEIVED_NOT_INVOICED));
                case 2, 3 -> new Event(date, PostingKind.SALE,
                        new StockLine.Relieve(COPPER, place, some, AccountRole.COST_OF_SALES));
                default -> new Event(date, PostingKind.ADJUSTMENT,
                        new StockLine.GiveBackUnmatched(COPPER, place, some, UnmatchedCost.CURRENT, AccountRole.SHRINKAGE));
            });
        }
        return events;
    }

    private static Shop posted(List<Event> events, CostFlow flow, AveragePeriod period, String where) {
        var policy = new CostPolicy(flow, period, LateCost.REPLAY, true, new BigDecimal("12.34"));
        Shop shop = new Shop(EUR, false, List.of(HULL, YORK), Map.of(COPPER, policy));
        for (Event event : events) {
            Books.Attempt attempt = shop.post(event.kind(), event.day(), event.line());
            assertThat(attempt.accepted()).as(where + " " + event + " " + attempt.refusals()).isTrue();
            shop.remember(attempt.posted());
        }
        return shop;
    }

    private static void chargeAndCorrect(Shop shop, Random random, String where) {
        List<Movement> all = shop.posted.stream().flatMap(posted -> posted.movements().stream()).toList();
        for (int time = 0; time < 6; time++) {
            Movement one = all.get(random.nextInt(all.size()));
            boolean charge = one.quantity().isPositive() && random.nextBoolean();
            StockLine line = charge
                    ? new StockLine.Charge(COPPER, one.location(), one.id(), new Money(random.nextInt(500), EUR), AccountRole.RECEIVED_NOT_INVOICED)
                    : new StockLine.Correct(COPPER, one.location(), one.id(), new Quantity(random.nextInt(4_000_000)), AccountRole.INVENTORY);
            Books.Attempt attempt = shop.post(charge ? PostingKind.CHARGE : PostingKind.CORRECTION, FIRST.plusDays(95 + time), line);
            assertThat(attempt.accepted()).as(where + " " + line + " " + attempt.refusals()).isTrue();
        }
    }

    private static Map<LocalDate, Money> valueByDay(Shop shop) {
        Map<LocalDate, Money> days = new TreeMap<>();
        shop.posted.stream().flatMap(posted -> posted.values().stream())
                .forEach(value -> days.merge(value.date(), value.amount(), Money::plus));
        days.values().removeIf(Money::isZero);
        return days;
    }

    private static Map<LocalDate, Money> accountByDay(Shop shop, AccountRole role) {
        Map<LocalDate, Money> days = new TreeMap<>();
        for (Posted posted : shop.posted) {
            posted.journal().lines().stream().filter(line -> role == null || line.account().equals(Shop.account(role)))
                    .forEach(line -> days.merge(day(posted, line), line.amount(), Money::plus));
        }
        days.values().removeIf(Money::isZero);
        return days;
    }

    private static Map<LocalDate, Money> allByDay(Shop shop) {
        return accountByDay(shop, null);
    }

    private static LocalDate day(Posted posted, JournalLine line) {
        return line.date() == null ? posted.request().businessDate() : line.date();
    }

    private static Map<String, Quantity> onHand(Shop shop) {
        Map<String, Quantity> onHand = new TreeMap<>();
        shop.books.balances().forEach((place, quantity) -> onHand.put(place.toString(), quantity));
        return onHand;
    }

    private static Quantity moved(Shop shop, Stock.Place place) {
        return shop.posted.stream().flatMap(posted -> posted.movements().stream())
                .filter(movement -> movement.place().equals(place))
                .map(Movement::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }
}
