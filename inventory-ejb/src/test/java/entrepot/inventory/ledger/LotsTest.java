package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LotsTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final LocationId HULL = new LocationId(1);
    private static final LocationId YORK = new LocationId(2);
    private static final ItemId MILK = new ItemId(1);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Lot OLD = lot(10, DAY.minusDays(1));
    private static final Lot SOON = lot(12, DAY.plusDays(5));
    private static final Lot LATE = lot(11, DAY.plusDays(30));
    private static final Lot EVER = lot(9, null);

    private Shop shop = shop(CostFlow.FIFO, Tracking.LOT);

    private static Shop shop(CostFlow flow, Tracking tracking) {
        return new Shop(GBP, true, List.of(HULL, YORK), Map.of(MILK, CostPolicy.of(flow)), Closing.NONE, tracking);
    }

    @Test
    void whatExpiresFirstLeavesFirstThenWhatCameFirst() {
        receive(DAY, "40.00", part(EVER, 1), part(LATE, 1), part(SOON, 1), part(OLD, 1));
        assertThat(sell(DAY, 3).posted().movements()).extracting(Movement::lot).containsExactly(SOON, LATE, EVER);
    }

    @Test
    void anExpiredLotLeavesOnlyWhereItIsNamed() {
        receive(DAY, "20.00", part(OLD, 2));
        assertThat(sell(DAY, 1).refusals()).containsExactly(new Refusal(0, "out-of-stock",
                "wanted 1 units of ITEM-1 at L1, on hand 0, and 2 that are expired"));
        assertThat(sell(DAY, 1, part(OLD, 1)).accepted()).isTrue();
    }

    @Test
    void theLotThatLeavesAndTheCostThatLeavesGoTheirOwnWays() {
        receive(DAY, "10.00", part(LATE, 1));
        receive(DAY, "30.00", part(SOON, 1));
        Posted sale = sell(DAY.plusDays(1), 1).posted();
        assertThat(sale.movements()).extracting(Movement::lot).containsExactly(SOON);
        assertThat(sale.cost()).isEqualTo(gbp("10.00"));
    }

    @Test
    void aLotThatIsValuedByItselfLeavesAtWhatItCost() {
        shop = shop(CostFlow.SPECIFIC, Tracking.LOT);
        receive(DAY, "10.00", part(LATE, 1));
        receive(DAY, "30.00", part(SOON, 1));
        receive(DAY, "50.00", part(SOON, 1));
        assertThat(sell(DAY, 1).posted().cost()).isEqualTo(gbp("40.00"));
        assertThat(sell(DAY, 1, part(LATE, 1)).posted().cost()).isEqualTo(gbp("10.00"));
        assertThat(shop.onHand(new Stock.Place(MILK, HULL))).isEqualTo(Quantity.units(1));
        agree();
    }

    @Test
    void oneLotThatIsValuedByItselfIsWrittenDownAndTheOthersKeepTheirCost() {
        shop = shop(CostFlow.SPECIFIC, Tracking.LOT);
        receive(DAY, "10.00", part(LATE, 1));
        receive(DAY, "30.00", part(SOON, 1));
        StockLine down = new StockLine.Revalue(MILK, HULL, gbp("-12.00"), PostingKind.REVALUATION.against());
        assertThat(post(PostingKind.REVALUATION, DAY, List.of(part(SOON, 0)), down).accepted()).isTrue();
        assertThat(sell(DAY, 1, part(SOON, 1)).posted().cost()).isEqualTo(gbp("18.00"));
        assertThat(sell(DAY, 1, part(LATE, 1)).posted().cost()).isEqualTo(gbp("10.00"));
        assertThat(post(PostingKind.REVALUATION, DAY, List.of(), down).refusals()).extracting(Refusal::code).containsExactly("lot-missing");
        agree();
    }

    @Test
    void aLineOfSeveralLotsSharesItsValueToThePenny() {
        shop = shop(CostFlow.SPECIFIC, Tracking.LOT);
        Posted receipt = receive(DAY, "10.00", part(LATE, 1), part(SOON, 1), part(EVER, 1)).posted();
        assertThat(receipt.values()).extracting(value -> value.amount().minor()).containsExactly(333L, 334L, 333L);
    }

    @Test
    void aPieceIsInStockOnceAtMost() {
        shop = shop(CostFlow.SPECIFIC, Tracking.SERIAL);
        receive(DAY, "10.00", part(LATE, 1));
        Books.Attempt again = post(PostingKind.RECEIPT, DAY, List.of(part(LATE, 1)),
                new StockLine.Receive(MILK, YORK, Quantity.units(1), gbp("10.00"), AccountRole.RECEIVED_NOT_INVOICED));
        assertThat(again.refusals()).extracting(Refusal::code).containsExactly("serial-in-stock");
        assertThat(sell(DAY, 1).refusals()).extracting(Refusal::code).containsExactly("lot-missing");
        sell(DAY, 1, part(LATE, 1));
        assertThat(receive(DAY, "9.00", part(LATE, 1)).accepted()).isTrue();
    }

    @Test
    void aPieceThatLiesHereForASupplierComesFromHimAlone() {
        shop = shop(CostFlow.SPECIFIC, Tracking.SERIAL);
        shop.books.holdTheirs(LATE.id(), Quantity.units(1));
        assertThat(receive(DAY, "10.00", part(LATE, 1)).refusals()).extracting(Refusal::code).containsExactly("serial-in-stock");
        var line = new StockLine.Receive(MILK, HULL, Quantity.units(1), gbp("10.00"), AccountRole.RECEIVED_NOT_INVOICED);
        var taken = new PostingRequest(new UUID(3, 3), PostingKind.RECEIPT, DAY, Shop.NOON, null, null, PostingRequest.OF_CONSIGNMENT + "S", null,
                List.of(line), List.of(), Map.of(0, List.of(part(LATE, 1))));
        assertThat(shop.post(taken).accepted()).isTrue();
        sell(DAY, 1, part(LATE, 1));
        assertThat(receive(DAY, "9.00", part(LATE, 1)).accepted()).as("it is his no more").isTrue();
    }

    @Test
    void moreOfALotThanIsThereIsRefusedAllAtOnce() {
        receive(DAY, "20.00", part(LATE, 1), part(SOON, 1));
        assertThat(sell(DAY, 4, part(LATE, 2), part(SOON, 2)).refusals()).extracting(Refusal::detail).containsExactly(
                "wanted 2 units of ITEM-1 at L1, lot 11, on hand 1", "wanted 2 units of ITEM-1 at L1, lot 12, on hand 1");
    }

    @Test
    void aBackdatedSaleMayNotTakeWhatALaterOneHasTaken() {
        receive(DAY, "30.00", part(LATE, 3));
        sell(DAY.plusDays(5), 2, part(LATE, 2));
        receive(DAY.plusDays(9), "50.00", part(LATE, 5));
        assertThat(sell(DAY.plusDays(1), 2, part(LATE, 2)).refusals()).extracting(Refusal::detail).containsExactly(
                "wanted 2 units of ITEM-1 at L1, lot 11, on hand 1");
        assertThat(sell(DAY.plusDays(1), 1, part(LATE, 1)).accepted()).isTrue();
        agree();
    }

    @Test
    void aLotNeedsNamingWhereNobodyCanGuessIt() {
        receive(DAY, "30.00", part(LATE, 3));
        assertThat(post(PostingKind.SCRAP, DAY, List.of(), new StockLine.Relieve(MILK, HULL, Quantity.units(1), AccountRole.SHRINKAGE))
                .refusals()).extracting(Refusal::code).containsExactly("lot-missing");
        assertThat(post(PostingKind.RECEIPT, DAY, List.of(), new StockLine.Receive(
                MILK, HULL, Quantity.units(1), gbp("1.00"), AccountRole.RECEIVED_NOT_INVOICED)).refusals())
                .extracting(Refusal::code).containsExactly("lot-missing");
    }

    @Test
    void aTransferMovesTheLotWithItsCost() {
        shop = shop(CostFlow.SPECIFIC, Tracking.LOT);
        receive(DAY, "10.00", part(LATE, 2));
        receive(DAY, "90.00", part(SOON, 2));
        Posted moved = post(PostingKind.TRANSFER, DAY, List.of(part(LATE, 2), part(SOON, 1)),
                new StockLine.Move(MILK, HULL, YORK, Quantity.units(3))).posted();
        assertThat(moved.movements()).extracting(Movement::lot).containsExactly(LATE, LATE, SOON, SOON);
        assertThat(shop.books.lotStock()).containsEntry(new Stock.Place(MILK, YORK, LATE.id()), Quantity.units(2));
        assertThat(shop.pool(new Stock.Place(MILK, YORK, SOON.id())).cost().value()).isEqualTo(gbp("45.00"));
        agree();
    }

    @Test
    void whatIsUndoneComesBackAsTheLotsThatLeft() {
        receive(DAY, "40.00", part(LATE, 2), part(SOON, 2));
        Posted sale = sell(DAY, 3).posted();
        shop.remember(sale);
        var reversal = new Reversal(new UUID(7, 7), DAY, Shop.NOON, null, null, null).of(sale);
        assertThat(shop.post(reversal).accepted()).isTrue();
        assertThat(shop.books.lotStock()).containsEntry(new Stock.Place(MILK, HULL, SOON.id()), Quantity.units(2))
                .containsEntry(new Stock.Place(MILK, HULL, LATE.id()), Quantity.units(2));
        agree();
    }

    @Test
    void aLateChargeOnALotChangesThatLotAlone() {
        shop = shop(CostFlow.SPECIFIC, Tracking.LOT);
        Posted receipt = receive(DAY, "10.00", part(LATE, 2)).posted();
        receive(DAY, "90.00", part(SOON, 2));
        Posted sale = sell(DAY.plusDays(1), 1, part(LATE, 1)).posted();
        shop.remember(receipt);
        Posted charge = post(PostingKind.CHARGE, DAY.plusDays(2), List.of(), new StockLine.Charge(
                MILK, HULL, receipt.movements().get(0).id(), gbp("4.00"), AccountRole.CHARGES_TO_COME)).posted();
        assertThat(charge.restated()).extracting(ValueEntry::movement)
                .containsExactlyInAnyOrder(receipt.movements().get(0).id(), sale.movements().get(0).id());
        assertThat(shop.pool(new Stock.Place(MILK, HULL, LATE.id())).cost().value()).isEqualTo(gbp("7.00"));
        assertThat(shop.pool(new Stock.Place(MILK, HULL, SOON.id())).cost().value()).isEqualTo(gbp("90.00"));
        agree();
    }

    @Test
    void whatIsValuedTogetherIsRevaluedTogether() {
        receive(DAY, "40.00", part(LATE, 2), part(SOON, 2));
        assertThat(post(PostingKind.REVALUATION, DAY, List.of(),
                new StockLine.Revalue(MILK, HULL, gbp("-4.00"), AccountRole.REVALUATION)).accepted()).isTrue();
        assertThat(sell(DAY, 1).posted().cost()).isEqualTo(gbp("9.00"));
        agree();
    }

    @Test
    void aCountedDifferenceIsOfTheLotThatWasCounted() {
        receive(DAY, "40.00", part(LATE, 2), part(SOON, 2));
        post(PostingKind.COUNT, DAY.plusDays(1), List.of(part(LATE, -1), part(SOON, 1)),
                new StockLine.Found(MILK, HULL, Quantity.ZERO, AccountRole.SHRINKAGE));
        assertThat(shop.books.lotStock()).containsEntry(new Stock.Place(MILK, HULL, LATE.id()), Quantity.units(1))
                .containsEntry(new Stock.Place(MILK, HULL, SOON.id()), Quantity.units(3));
        agree();
    }

    @ParameterizedTest
    @EnumSource(value = CostFlow.class, names = {"FIFO", "LIFO", "AVERAGE", "SPECIFIC"})
    void lotsAddUpToTheShelfWhateverIsPostedWhen(CostFlow flow) {
        long seed = 20261126;
        Random random = new Random(seed);
        List<Lot> lots = List.of(OLD, SOON, LATE, EVER);
        for (boolean byLocation : new boolean[] {true, false}) {
            shop = new Shop(GBP, byLocation, List.of(HULL, YORK), Map.of(MILK, CostPolicy.of(flow)), Closing.NONE, Tracking.LOT);
            int accepted = 0;
            for (int step = 0; step < 600; step++) {
                LocalDate day = DAY.plusDays(random.nextInt(6) == 0 ? random.nextInt(1 + step / 20) : step / 20);
                Lot lot = lots.get(random.nextInt(4));
                LocationId here = random.nextBoolean() ? HULL : YORK;
                long units = 1 + random.nextInt(5);
                Books.Attempt attempt = switch (random.nextInt(6)) {
                    case 0, 1 -> post(PostingKind.RECEIPT, day, List.of(part(lot, units)), new StockLine.Receive(MILK, here,
                            Quantity.units(units), new Money(random.nextInt(2000), GBP), AccountRole.RECEIVED_NOT_INVOICED));
                    case 2 -> post(PostingKind.SALE, day, List.of(),
                            new StockLine.Relieve(MILK, here, Quantity.units(units), AccountRole.COST_OF_SALES));
                    case 3 -> post(PostingKind.SCRAP, day, List.of(part(lot, units)),
                            new StockLine.Relieve(MILK, here, Quantity.units(units), AccountRole.SHRINKAGE));
                    case 4 -> post(PostingKind.TRANSFER, day, random.nextBoolean() ? List.of() : List.of(part(lot, units)),
                            new StockLine.Move(MILK, here, here.equals(HULL) ? YORK : HULL, Quantity.units(units)));
                    default -> reverseOne(random, day);
                };
                accepted += attempt.accepted() ? 1 : 0;
            }
            assertThat(accepted).as("seed %d", seed).isGreaterThan(200);
            agree();
        }
    }

    private Books.Attempt reverseOne(Random random, LocalDate day) {
        List<Posted> some = shop.posted.stream().filter(one -> one.request().kind() != PostingKind.REVERSAL
                && shop.posted.stream().noneMatch(other -> Long.valueOf(one.seq()).equals(other.request().reverses()))).toList();
        if (some.isEmpty()) {
            return new Books.Attempt(null, List.of());
        }
        Posted one = some.get(random.nextInt(some.size()));
        one.movements().forEach(this::nameAsItStands);
        return shop.post(new Reversal(new UUID(9, random.nextLong()), day, Shop.NOON, null, null, null).of(one));
    }

    private void nameAsItStands(Movement movement) {
        Money worth = shop.posted.stream().flatMap(other -> other.values().stream())
                .filter(value -> value.movement() == movement.id()).map(ValueEntry::amount).reduce(Money.zero(GBP), Money::plus);
        boolean came = movement.quantity().isPositive();
        shop.books.hold(new Stock.Named(movement.place(), came, movement.step().date(), new Source(movement.id(),
                came ? movement.quantity() : movement.quantity().negated(), worth.isNegative() ? worth.negated() : worth, Quantity.ZERO)));
    }

    /** Balances by lot, shelves and pools are what the movements say, and none is below zero. */
    private void agree() {
        History.State rebuilt = shop.history().rebuilt(shop.books.setting(), Set.of());
        Map<Stock.Place, Quantity> lots = new HashMap<>(shop.books.lotStock());
        assertThat(rebuilt.lots()).isEqualTo(lots);
        assertThat(lots.values()).noneMatch(quantity -> quantity.compareTo(Quantity.ZERO) < 0);
        Map<Stock.Place, Quantity> shelves = new HashMap<>();
        lots.forEach((place, quantity) -> shelves.merge(place.whole(), quantity, Quantity::plus));
        assertThat(shop.books.balances()).containsAllEntriesOf(shelves);
        assertThat(rebuilt.balances()).containsAllEntriesOf(shelves);
        for (Stock.Pool pool : rebuilt.pools()) {
            Stock.Pool held = shop.books.pools().values().stream().filter(one -> one.id() == pool.id()).findFirst().orElseThrow();
            assertThat(held.cost().layers()).isEqualTo(pool.cost().layers());
            assertThat(held.ordinal()).isEqualTo(pool.ordinal());
        }
    }

    // What is posted

    private Books.Attempt receive(LocalDate day, String value, LotPart... lots) {
        Quantity all = Stream.of(lots).map(LotPart::quantity).reduce(Quantity.ZERO, Quantity::plus);
        return post(PostingKind.RECEIPT, day, List.of(lots),
                new StockLine.Receive(MILK, HULL, all, gbp(value), AccountRole.RECEIVED_NOT_INVOICED));
    }

    private Books.Attempt sell(LocalDate day, long units, LotPart... lots) {
        return post(PostingKind.SALE, day, List.of(lots),
                new StockLine.Relieve(MILK, HULL, Quantity.units(units), AccountRole.COST_OF_SALES));
    }

    private final List<UUID> used = new ArrayList<>();

    private Books.Attempt post(PostingKind kind, LocalDate day, List<LotPart> lots, StockLine line) {
        used.add(new UUID(1, used.size()));
        return shop.post(new PostingRequest(used.get(used.size() - 1), kind, day, Shop.NOON, null, null, null, null, List.of(line),
                List.of(), lots.isEmpty() ? Map.of() : Map.of(0, lots)));
    }

    private static Lot lot(long id, LocalDate expires) {
        return new Lot(id, MILK, String.valueOf(id), expires);
    }

    private static LotPart part(Lot lot, long units) {
        return new LotPart(lot, Quantity.units(units), null);
    }

    private static Money gbp(String amount) {
        return Money.of(new BigDecimal(amount), GBP);
    }
}
