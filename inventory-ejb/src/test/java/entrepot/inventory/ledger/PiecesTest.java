package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.Source;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wheels of cheese: kept and valued by the kilogram, counted by the piece. */
class PiecesTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final ItemId CHEESE = new ItemId(1);
    private static final LocationId HULL = new LocationId(1);
    private static final LocationId YORK = new LocationId(2);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int ROUNDS = Integer.getInteger("laws.steps", 720) / 60;
    private static final PieceSize WHEEL = new PieceSize(kilos("4.5"), new BigDecimal("0.1"));
    private static final Lot MARCH = new Lot(11, CHEESE, "MARCH", DAY.plusDays(90));
    private static final Lot APRIL = new Lot(12, CHEESE, "APRIL", DAY.plusDays(120));

    private Shop shop;
    private long number;

    @BeforeEach
    void open() {
        shop = shop(CostFlow.FIFO, Tracking.NONE);
    }

    private static Shop shop(CostFlow flow, Tracking tracking) {
        return new Shop(GBP, List.of(HULL, YORK), Map.of(CHEESE, CostPolicy.of(flow)), tracking, WHEEL);
    }

    @Test
    void whatIsSoldByThePieceIsWorthWhatItWeighs() {
        accepted(receive(DAY, "13.2", 3L, "132.00"));
        Posted sale = accepted(sell(DAY, "4.6", 1L));
        assertThat(sale.cost()).isEqualTo(gbp("46.00"));
        assertThat(sale.movements()).extracting(Movement::pieces).containsExactly(-1L);
        assertThat(pieces(HULL)).isEqualTo(2);
        assertThat(shop.onHand(new Stock.Place(CHEESE, HULL))).isEqualTo(kilos("8.6"));
    }

    @Test
    void eachLineSaysItsPieces() {
        assertThat(refused(receive(DAY, "13.2", null, "132.00"))).containsExactly(
                "pieces-missing at pieces: ITEM-1 is a catch-weight item: say how many pieces the 13.2 are");
        assertThat(refused(receive(DAY, "13.2", -3L, "132.00"))).containsExactly(
                "pieces-negative at pieces: -3 pieces of ITEM-1: a whole number, 0 or more, is expected");
        assertThat(refused(receive(DAY, "0.4", 0L, "4.00"))).containsExactly("pieces-missing at pieces: 0.4 of ITEM-1 cannot be 0 pieces:"
                + " what is cut off is another item, which an assembly makes");
    }

    @Test
    void aPieceWeighsWhatAPieceOfTheItemDoes() {
        assertThat(refused(receive(DAY, "12.1", 3L, "1.00"))).containsExactly("piece-weight at pieces: 3 pieces of ITEM-1 cannot be 12.1: one is"
                + " 4.05 to 4.95. Weigh and count again, or allow the item more");
        assertThat(refused(receive(DAY, "14.9", 3L, "1.00"))).hasSize(1);
        accepted(receive(DAY, "12.15", 3L, "1.00"));
        accepted(receive(DAY, "14.85", 3L, "1.00"));
    }

    @Test
    void weightAloneIsLostAndPiecesOfAnyWeightSpoil() {
        accepted(receive(DAY, "13.2", 3L, "132.00"));
        accepted(post(PostingKind.ADJUSTMENT, DAY, 0L, new StockLine.Relieve(CHEESE, HULL, kilos("0.3"), AccountRole.SHRINKAGE)));
        assertThat(pieces(HULL)).isEqualTo(3);
        accepted(post(PostingKind.SCRAP, DAY, 1L, new StockLine.Relieve(CHEESE, HULL, kilos("2.0"), AccountRole.SHRINKAGE)));
        assertThat(pieces(HULL)).isEqualTo(2);
    }

    @Test
    void otherGoodsHaveNoPieces() {
        shop = new Shop(GBP, true, Map.of(CHEESE, CostFlow.FIFO), List.of(HULL));
        assertThat(refused(receive(DAY, "13.2", 3L, "132.00"))).containsExactly(
                "pieces-not-counted at pieces: ITEM-1 is not a catch-weight item: leave its pieces out");
    }

    @Test
    void morePiecesThanAreThereDoNotLeaveOnAnyDay() {
        accepted(receive(DAY, "13.2", 3L, "132.00"));
        accepted(sell(DAY.plusDays(4), "8.2", 2L));
        accepted(receive(DAY.plusDays(6), "9.0", 2L, "90.00"));
        assertThat(refused(sell(DAY.plusDays(1), "8.2", 2L))).isNotEmpty();
        assertThat(refused(sell(DAY.plusDays(1), "4.9", 1L))).as("a heavy one is there, 5.0 kg lie there").isEmpty();
        shop = shop(CostFlow.FIFO, Tracking.NONE);
        accepted(receive(DAY, "13.2", 3L, "132.00"));
        accepted(sell(DAY.plusDays(4), "8.2", 2L));
        accepted(post(PostingKind.ADJUSTMENT, DAY.plusDays(5), 0L, new StockLine.GiveBackUnmatched(
                CHEESE, HULL, kilos("4.0"), UnmatchedCost.CURRENT, AccountRole.SHRINKAGE)));
        assertThat(refused(sell(DAY.plusDays(6), "8.2", 2L))).containsExactly(
                "out-of-pieces at pieces: ITEM-1 at L1: 1 more pieces would leave than were there; count its pieces");
    }

    @Test
    void piecesAreOfTheLotTheyAreOf() {
        shop = shop(CostFlow.SPECIFIC, Tracking.LOT);
        accepted(inLots(PostingKind.RECEIPT, null, new StockLine.Receive(CHEESE, HULL, kilos("18.0"), gbp("180.00"), AccountRole.RECEIVED_NOT_INVOICED),
                new LotPart(MARCH, kilos("9.0"), null, 2L), new LotPart(APRIL, kilos("9.0"), null, 2L)));
        StockLine sold = new StockLine.Relieve(CHEESE, HULL, kilos("4.4"), AccountRole.COST_OF_SALES);
        assertThat(accepted(inLots(PostingKind.SALE, 1L, sold)).movements()).extracting(one -> one.lot().code() + one.pieces()).containsExactly("MARCH-1");
        StockLine more = new StockLine.Relieve(CHEESE, HULL, kilos("8.9"), AccountRole.COST_OF_SALES);
        assertThat(refused(inLots(PostingKind.SALE, 2L, more))).contains(
                "lot-missing at null: ITEM-1 would come from several lots: say which lot how many pieces are of");
        assertThat(refused(inLots(PostingKind.SALE, 1L, more, new LotPart(MARCH, kilos("4.5"), null, 1L), new LotPart(APRIL, kilos("4.4"), null, 1L))))
                .containsExactly("pieces-differ at pieces: the lots come to 2 pieces, the line to 1");
        assertThat(refused(inLots(PostingKind.SALE, null, more, new LotPart(MARCH, kilos("4.5"), null), new LotPart(APRIL, kilos("4.4"), null, 1L))))
                .extracting(text -> text.substring(0, 35)).containsExactly("pieces-missing at lots/0/pieces: IT");
        accepted(inLots(PostingKind.SALE, 2L, more, new LotPart(MARCH, kilos("4.5"), null, 1L), new LotPart(APRIL, kilos("4.4"), null, 1L)));
        assertThat(shop.books.pieces()).isEqualTo(Map.of(
                new Stock.Place(CHEESE, HULL).ofLot(11), Quantity.ZERO, new Stock.Place(CHEESE, HULL).ofLot(12), Quantity.units(1)));
    }

    // A law, with a second opinion that knows nothing of how the ledger does it

    /** Something that happened: what it did to each place, or, for a count, what lies there after it. */
    private static final class Event {
        final long seq;
        final LocalDate day;
        final Map<LocationId, Long> moved = new HashMap<>();
        LocationId counted;
        long holds;
        Posted posted;

        Event(long seq, LocalDate day) {
            this.seq = seq;
            this.day = day;
        }
    }

    private final List<Event> events = new ArrayList<>();

    /** The pieces at the end of a day. */
    private Map<LocationId, Long> slow(LocalDate until) {
        Map<LocationId, Long> pieces = new HashMap<>(Map.of(HULL, 0L, YORK, 0L));
        events.stream().filter(event -> !event.day.isAfter(until)).sorted(Comparator.comparing((Event event) -> event.day).thenComparing(event -> event.seq))
                .forEach(event -> {
                    if (event.counted != null) {
                        pieces.put(event.counted, event.holds);
                    }
                    event.moved.forEach((place, moved) -> pieces.merge(place, moved, Long::sum));
                });
        return pieces;
    }

    @ParameterizedTest
    @EnumSource(value = CostFlow.class, names = {"FIFO", "AVERAGE", "LIFO"})
    void whateverHappensInWhateverOrderPiecesAreWhatASlowSecondOpinionSays(CostFlow flow) {
        long seed = Long.getLong("laws.seed", System.nanoTime());
        System.out.println("pieces, " + flow + ": laws.seed=" + seed);
        Random random = new Random(seed);
        int accepted = 0;
        int tooFew = 0;
        for (int round = 0; round < ROUNDS; round++) {
            shop = shop(flow, Tracking.NONE);
            events.clear();
            for (int step = 0; step < 60; step++) {
                LocalDate day = DAY.plusDays(random.nextInt(25));
                Books.Attempt attempt = one(random, new Event(number, day));
                accepted += attempt != null && attempt.accepted() ? 1 : 0;
                if (attempt != null && !attempt.accepted() && attempt.refusals().stream().anyMatch(refusal -> refusal.code().equals("out-of-pieces"))) {
                    tooFew++;
                }
                assertThat(Map.of(HULL, pieces(HULL), YORK, pieces(YORK))).as("seed %d, round %d, step %d", seed, round, step)
                        .isEqualTo(slow(LocalDate.MAX));
                for (int one = 0; one < 25; one++) {
                    assertThat(slow(DAY.plusDays(one)).values()).as("seed %d, round %d, step %d, day %d", seed, round, step, one)
                            .allMatch(pieces -> pieces >= 0);
                }
                assertThat(shop.history().rebuilt(shop.books.setting(), Set.of()).pieces()).isEqualTo(shop.books.pieces());
            }
        }
        assertThat(accepted).as("seed %d", seed).isGreaterThan(20 * ROUNDS);
        assertThat(tooFew).as("seed %d", seed).isPositive();
    }

    private Books.Attempt one(Random random, Event event) {
        LocationId here = random.nextBoolean() ? HULL : YORK;
        LocationId there = here.equals(HULL) ? YORK : HULL;
        long pieces = 1 + random.nextInt(3);
        Quantity weight = new Quantity(pieces * (4_050_000 + random.nextInt(900_000)));
        switch (random.nextInt(9)) {
            case 0, 1, 2:
                event.moved.put(here, pieces);
                return keep(event, post(PostingKind.RECEIPT, event.day, pieces,
                        new StockLine.Receive(CHEESE, here, weight, new Money(1 + random.nextInt(9999), GBP), AccountRole.RECEIVED_NOT_INVOICED)));
            case 3:
                event.moved.put(here, -pieces);
                return keep(event, post(PostingKind.SALE, event.day, pieces, new StockLine.Relieve(CHEESE, here, weight, AccountRole.COST_OF_SALES)));
            case 4:
                event.moved.put(here, -pieces);
                event.moved.put(there, pieces);
                return keep(event, post(PostingKind.TRANSFER, event.day, pieces, new StockLine.Move(CHEESE, here, there, weight)));
            case 5:
                return count(random, event, here);
            case 6:
                return undo(random, event);
            case 7:
                return post(PostingKind.ADJUSTMENT, event.day, 0L,
                        new StockLine.GiveBackUnmatched(CHEESE, here, kilos("6.0"), UnmatchedCost.CURRENT, AccountRole.SHRINKAGE));
            default:
                return correct(random, pieces, weight);
        }
    }

    private Books.Attempt keep(Event event, Books.Attempt attempt) {
        if (attempt.accepted()) {
            event.posted = attempt.posted();
            events.add(event);
        }
        return attempt;
    }

    private Books.Attempt count(Random random, Event event, LocationId here) {
        long difference = random.nextInt(3) - 1;
        event.counted = here;
        event.holds = slow(event.day).get(here) + difference;
        return event.holds < 0 ? null : keep(event, post(PostingKind.COUNT, event.day, difference,
                new StockLine.Found(CHEESE, here, new Quantity((random.nextInt(3) - 1) * 300_000L), AccountRole.SHRINKAGE)));
    }

    private Books.Attempt undo(Random random, Event event) {
        Event undone = any(random);
        if (undone == null || event.day.isBefore(undone.day)) {
            return null;
        }
        undone.posted.movements().stream().filter(movement -> movement.basis() != Basis.RECOUNTED).forEach(this::name);
        undone.moved.forEach((place, moved) -> event.moved.put(place, -moved));
        Books.Attempt attempt = shop.post(new Reversal(new UUID(7, number++), event.day, Shop.NOON, null, null, null).of(undone.posted));
        if (attempt.accepted()) {
            events.add(event);
            undone.posted = null;
        }
        return attempt;
    }

    private Books.Attempt correct(Random random, long pieces, Quantity weight) {
        Event wrong = any(random);
        if (wrong == null) {
            return null;
        }
        Movement first = wrong.posted.movements().get(0);
        name(first);
        boolean never = random.nextInt(4) == 0;
        Books.Attempt attempt = post(PostingKind.CORRECTION, wrong.day, never ? 0 : pieces, new StockLine.Correct(
                CHEESE, first.location(), first.id(), never ? Quantity.ZERO : random.nextInt(4) == 0 ? asItIs(first) : weight, AccountRole.INVENTORY));
        if (attempt.accepted()) {
            wrong.moved.replaceAll((place, moved) -> (moved > 0 || moved == 0 && came(wrong, place) ? 1 : -1) * (never ? 0 : pieces));
        }
        return attempt;
    }

    private static boolean came(Event event, LocationId place) {
        return event.posted.movements().stream().anyMatch(movement -> movement.location().equals(place) && movement.quantity().isPositive());
    }

    /** A posting that is neither a count nor undone. */
    private Event any(Random random) {
        List<Event> some = events.stream().filter(event -> event.posted != null && event.counted == null).toList();
        return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
    }

    private Quantity asItIs(Movement movement) {
        Quantity now = corrections(movement).stream().map(Movement::quantity).reduce(movement.quantity(), Quantity::plus);
        return now.isPositive() ? now : now.negated();
    }

    private List<Movement> corrections(Movement movement) {
        return shop.posted.stream().flatMap(posted -> posted.movements().stream())
                .filter(other -> other.basis() == Basis.CORRECTED && other.source() == movement.id()).toList();
    }

    /** As the database would say it. */
    private void name(Movement movement) {
        Money worth = shop.posted.stream().flatMap(other -> other.values().stream())
                .filter(value -> value.movement() == movement.id()).map(ValueEntry::amount).reduce(Money.zero(GBP), Money::plus);
        long pieces = movement.pieces() + corrections(movement).stream().mapToLong(Movement::pieces).sum();
        shop.books.hold(new Stock.Named(movement.place(), movement.quantity().isPositive(), movement.step().date(),
                new Source(movement.id(), asItIs(movement), worth.isNegative() ? worth.negated() : worth, Quantity.ZERO), null, pieces));
    }

    // What is posted

    private long pieces(LocationId place) {
        return shop.books.pieces().getOrDefault(new Stock.Place(CHEESE, place), Quantity.ZERO).millionths() / 1_000_000;
    }

    private static Posted accepted(Books.Attempt attempt) {
        assertThat(attempt.refusals()).isEmpty();
        return attempt.posted();
    }

    private static List<String> refused(Books.Attempt attempt) {
        return attempt.refusals().stream().map(refusal -> refusal.code() + " at " + refusal.where() + ": " + refusal.detail()).toList();
    }

    private Books.Attempt receive(LocalDate day, String kilos, Long pieces, String value) {
        return post(PostingKind.RECEIPT, day, pieces, new StockLine.Receive(CHEESE, HULL, kilos(kilos), gbp(value), AccountRole.RECEIVED_NOT_INVOICED));
    }

    private Books.Attempt sell(LocalDate day, String kilos, Long pieces) {
        return post(PostingKind.SALE, day, pieces, new StockLine.Relieve(CHEESE, HULL, kilos(kilos), AccountRole.COST_OF_SALES));
    }

    private Books.Attempt post(PostingKind kind, LocalDate day, Long pieces, StockLine line) {
        return post(kind, day, pieces, line, Map.of());
    }

    private Books.Attempt inLots(PostingKind kind, Long pieces, StockLine line, LotPart... lots) {
        return post(kind, DAY, pieces, line, lots.length == 0 ? Map.of() : Map.of(0, List.of(lots)));
    }

    private Books.Attempt post(PostingKind kind, LocalDate day, Long pieces, StockLine line, Map<Integer, List<LotPart>> lots) {
        return shop.post(new PostingRequest(new UUID(5, number++), kind, day, Shop.NOON, null, null, null, null, List.of(line), List.of(), lots,
                pieces == null ? Map.of() : Map.of(0, pieces)));
    }

    private static Quantity kilos(String kilos) {
        return Quantity.of(new BigDecimal(kilos));
    }

    private static Money gbp(String amount) {
        return Money.of(new BigDecimal(amount), GBP);
    }
}
