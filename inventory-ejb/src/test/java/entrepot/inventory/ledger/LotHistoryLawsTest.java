package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.ledger.SlowWorkshop.Event;
import entrepot.inventory.ledger.SlowWorkshop.Made;
import entrepot.inventory.ledger.SlowWorkshop.Used;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lots that are valued each by itself, posted in any order of days: to the second opinion each lot is an item of its own. */
class LotHistoryLawsTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final ItemId MILK = new ItemId(1);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int LOTS = 3;
    private static final int STEPS = Integer.getInteger("laws.steps", 4_800);
    private static final long SEED = Long.getLong("laws.seed", 20261127);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyLotAgreesWithTheSecondOpinion(boolean byPlace) {
        for (int history = 0; history < WorkshopDuel.histories(STEPS, 2); history++) {
            assertThat(difference(SEED + history, byPlace, new SlowWorkshop("AVERAGE", byPlace))).as("seed " + (SEED + history)).isNull();
        }
    }

    @Test
    void anOpinionThatTellsApartWhatCameOfALotIsCaught() {
        assertThat(IntStream.range(0, 40).mapToObj(history -> difference(SEED + history, true, new SlowWorkshop("FIFO", true)))).anyMatch(found -> found != null);
    }

    private static String difference(long seed, boolean byPlace, SlowWorkshop slow) {
        Shop shop = new Shop(GBP, byPlace, List.of(new LocationId(1), new LocationId(2)), Map.of(MILK, CostPolicy.of(CostFlow.SPECIFIC)), Closing.NONE,
                Tracking.LOT);
        return new WorkshopDuel(shop, slow) {
            @Override
            Event event(int number, Random random, List<Event> happened) {
                return LotHistoryLawsTest.event(number, random, happened);
            }

            @Override
            PostingRequest request(Event event) {
                return LotHistoryLawsTest.request(event, shop);
            }

            @Override
            Map<String, BigInteger> worths() {
                return pools(shop, byPlace);
            }

            @Override
            boolean isAsked(String name) {
                return name.startsWith("pool");
            }
        }.difference(seed);
    }

    private static Map<String, BigInteger> pools(Shop shop, boolean byPlace) {
        Map<String, BigInteger> worths = new TreeMap<>();
        shop.books.pools().forEach((place, pool) -> worths.put("pool " + place.lot() + (byPlace ? " at " + place.location().value() : ""),
                BigInteger.valueOf(pool.cost().value().minor())));
        return worths;
    }

    private static Event event(int number, Random random, List<Event> happened) {
        int day = random.nextInt(3) == 0 ? random.nextInt(number / 3 + 1) : number / 3;
        int place = 1 + random.nextInt(2);
        int lot = 1 + random.nextInt(LOTS);
        long some = 1 + random.nextInt(3_000_000);
        List<Event> receipts = happened.stream().filter(event -> event.uses().isEmpty() && event.charged() < 0).toList();
        int kind = random.nextInt(9);
        if (kind == 0 && !receipts.isEmpty()) {
            Event of = receipts.get(random.nextInt(receipts.size()));
            return new Event(number, Math.max(day, of.day()), of.place(), List.of(), List.of(), of.number(), random.nextInt(900));
        }
        if (kind < 4) {
            return new Event(number, day, place, List.of(), List.of(new Made(lot, place, 1 + random.nextInt(9_000_000), null, random.nextInt(9_000))), -1, 0);
        }
        List<Made> elsewhere = kind < 6 ? List.of(new Made(lot, 3 - place, some, null, 0)) : List.of();
        return new Event(number, day, place, List.of(new Used(lot, some)), elsewhere, -1, 0);
    }

    private static PostingRequest request(Event event, Shop shop) {
        UUID id = new UUID(0, event.number());
        LocalDate day = FIRST.plusDays(event.day());
        LocationId place = new LocationId(event.place());
        if (event.charged() >= 0) {
            Movement on = shop.posted.stream().filter(posted -> posted.request().id().equals(new UUID(0, event.charged()))).findFirst().orElseThrow()
                    .movements().get(0);
            return new PostingRequest(id, PostingKind.CHARGE, day, Shop.NOON, null, null, null, null, List.of(new StockLine.Charge(
                    MILK, place, on.id(), new Money(event.charge(), GBP), AccountRole.CHARGES_TO_COME)), List.of());
        }
        boolean comes = event.uses().isEmpty();
        boolean moves = !comes && !event.makes().isEmpty();
        Quantity units = new Quantity(comes ? event.makes().get(0).units() : event.uses().get(0).units());
        int lot = comes ? event.makes().get(0).item() : event.uses().get(0).item();
        StockLine line = comes
                ? new StockLine.Receive(MILK, place, units, new Money(event.makes().get(0).beside(), GBP), AccountRole.RECEIVED_NOT_INVOICED)
                : moves ? new StockLine.Move(MILK, place, new LocationId(event.makes().get(0).place()), units)
                : new StockLine.Relieve(MILK, place, units, AccountRole.COST_OF_SALES);
        PostingKind kind = comes ? PostingKind.RECEIPT : moves ? PostingKind.TRANSFER : PostingKind.SALE;
        return new PostingRequest(id, kind, day, Shop.NOON, null, null, null, null, List.of(line), List.of(),
                Map.of(0, List.of(new LotPart(new Lot(lot, MILK, String.valueOf(lot), null), units, null))));
    }
}
