package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.ledger.SlowWorkshop.Event;
import entrepot.inventory.ledger.SlowWorkshop.Made;
import entrepot.inventory.ledger.SlowWorkshop.Used;
import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of parts and taken apart, posted in any order of days, beside a second opinion that is asked after each posting. */
class WorkshopLawsTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int STEPS = Integer.getInteger("laws.steps", 4_800);
    private static final long SEED = Long.getLong("laws.seed", 20261127);
    private static final int WHEEL = 1;
    private static final int FRAME = 2;
    private static final int CART = 3;
    private static final int TRAIN = 4;
    private static final List<LocationId> PLACES = List.of(new LocationId(1), new LocationId(2));

    @ParameterizedTest
    @CsvSource({"FIFO, true", "FIFO, false", "LIFO, true", "LIFO, false", "AVERAGE, true", "AVERAGE, false"})
    void everyWorkshopAgreesWithTheSecondOpinion(CostFlow flow, boolean byPlace) {
        for (int history = 0; history < WorkshopDuel.histories(STEPS, 6); history++) {
            assertThat(difference(SEED + history, flow, byPlace, new SlowWorkshop(flow.name(), byPlace))).as("seed " + (SEED + history)).isNull();
        }
    }

    @Test
    void aShareOfTheWholeInPlaceOfTheRestIsCaught() {
        SlowWorkshop wrong = new SlowWorkshop("FIFO", true) {
            @Override
            BigInteger sharedFrom(BigInteger parts, BigInteger open) {
                return parts;
            }
        };
        assertThat(IntStream.range(0, 40).mapToObj(history -> difference(SEED + history, CostFlow.FIFO, true, wrong))).anyMatch(found -> found != null);
    }

    private static String difference(long seed, CostFlow flow, boolean byPlace, SlowWorkshop slow) {
        Map<ItemId, CostFlow> items = new HashMap<>();
        List.of(WHEEL, FRAME, CART, TRAIN).forEach(item -> items.put(new ItemId(item), flow));
        Shop shop = new Shop(GBP, byPlace, items, PLACES);
        return new WorkshopDuel(shop, slow) {
            @Override
            Event event(int number, Random random, List<Event> happened) {
                return WorkshopLawsTest.event(number, random, happened);
            }

            @Override
            PostingRequest request(Event event) {
                return WorkshopLawsTest.request(event, shop);
            }

            @Override
            Map<String, BigInteger> worths() {
                return WorkshopLawsTest.worths(shop, byPlace);
            }
        }.difference(seed);
    }

    private static Event event(int number, Random random, List<Event> happened) {
        int day = random.nextInt(3) == 0 ? random.nextInt(number / 3 + 1) : number / 3;
        int place = random.nextInt(3) == 0 ? 2 : 1;
        long some = 1 + random.nextInt(3_000_000);
        int raw = 1 + random.nextInt(2);
        List<Event> receipts = happened.stream().filter(event -> event.uses().isEmpty() && event.charged() < 0).toList();
        int kind = random.nextInt(10);
        if (kind == 7 && !receipts.isEmpty()) {
            Event of = receipts.get(random.nextInt(receipts.size()));
            return new Event(number, Math.max(day, of.day()), of.place(), List.of(), List.of(), of.number(), random.nextInt(900));
        }
        return switch (kind) {
            case 3, 4 -> made(number, day, place, List.of(new Used(WHEEL, some), new Used(FRAME, some)), new Made(CART, place, some, null, random.nextInt(500)));
            case 5 -> made(number, day, place, List.of(new Used(CART, some), new Used(WHEEL, some)), new Made(TRAIN, place, some, null, 0));
            case 6 -> made(number, day, place, List.of(new Used(TRAIN, some)), new Made(CART, place, some, share(random), 0), new Made(FRAME, place, some, share(random), 0),
                    new Made(WHEEL, place, some, null, 0));
            case 8, 9 -> made(number, day, place, List.of(new Used(1 + random.nextInt(4), some)));
            default -> made(number, day, place, List.of(), new Made(raw, place, 1 + random.nextInt(20_000_000), null, random.nextInt(9_000)));
        };
    }

    private static BigDecimal share(Random random) {
        return BigDecimal.valueOf(random.nextInt(1_000_000), 6);
    }

    private static Event made(int number, int day, int place, List<Used> uses, Made... makes) {
        return new Event(number, day, place, uses, List.of(makes), -1, 0);
    }

    private static PostingRequest request(Event event, Shop shop) {
        return new PostingRequest(new UUID(0, event.number()), kind(event), FIRST.plusDays(event.day()), Shop.NOON, null, null, null, null,
                lines(event, shop), List.of());
    }

    private static PostingKind kind(Event event) {
        if (event.charged() >= 0) {
            return PostingKind.CHARGE;
        }
        if (event.uses().isEmpty()) {
            return PostingKind.RECEIPT;
        }
        return event.makes().isEmpty() ? PostingKind.SALE : event.makes().size() == 1 ? PostingKind.ASSEMBLY : PostingKind.DISASSEMBLY;
    }

    private static List<StockLine> lines(Event event, Shop shop) {
        LocationId place = new LocationId(event.place());
        if (event.charged() >= 0) {
            Movement on = posting(shop, event.charged()).movements().get(0);
            return List.of(new StockLine.Charge(on.item(), on.location(), on.id(), new Money(event.charge(), GBP), AccountRole.CHARGES_TO_COME));
        }
        boolean assembly = kind(event).isAssembly();
        List<StockLine> lines = new ArrayList<>();
        event.uses().forEach(used -> lines.add(assembly
                ? new StockLine.Use(new ItemId(used.item()), place, new Quantity(used.units()))
                : new StockLine.Relieve(new ItemId(used.item()), place, new Quantity(used.units()), AccountRole.COST_OF_SALES)));
        event.makes().forEach(made -> lines.add(assembly
                ? new StockLine.Make(new ItemId(made.item()), place, new Quantity(made.units()), made.share(), new Money(made.beside(), GBP), AccountRole.CONVERSION)
                : new StockLine.Receive(new ItemId(made.item()), place, new Quantity(made.units()), new Money(made.beside(), GBP),
                        AccountRole.RECEIVED_NOT_INVOICED)));
        return lines;
    }

    private static Posted posting(Shop shop, long number) {
        return shop.posted.stream().filter(posted -> posted.request().id().equals(new UUID(0, number))).findFirst().orElseThrow();
    }

    private static Map<String, BigInteger> worths(Shop shop, boolean byPlace) {
        Map<Long, String> lines = new HashMap<>();
        shop.posted.stream().filter(posted -> posted.request().kind() != PostingKind.CHARGE).forEach(posted -> posted.movements().forEach(
                moved -> lines.put(moved.id(), posted.request().id().getLeastSignificantBits() + "/" + moved.line())));
        Map<String, BigInteger> worths = new TreeMap<>();
        shop.posted.stream().flatMap(posted -> posted.values().stream())
                .forEach(value -> worths.merge(lines.get(value.movement()), BigInteger.valueOf(value.amount().minor()), BigInteger::add));
        shop.books.pools().forEach((place, pool) -> worths.put(
                "pool " + place.item().value() + (byPlace ? " at " + place.location().value() : ""), BigInteger.valueOf(pool.cost().value().minor())));
        return worths;
    }
}
