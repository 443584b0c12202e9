package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten wires are in Hull, six of them reserved: four for one customer, two for another. */
class ReservedTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final LocationId HULL = new LocationId(1);
    private static final LocationId YORK = new LocationId(2);
    private static final LocationId HULL_BIN = new LocationId(101);
    private static final LocationId HULL_BROKEN = new LocationId(201);
    private static final ItemId WIRE = new ItemId(1);
    private static final Stock.Place WIRE_IN_HULL = new Stock.Place(WIRE, HULL);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final UUID ONE = new UUID(7, 1);
    private static final UUID OTHER = new UUID(7, 2);

    private final Shop shop = new Shop(GBP, true, Map.of(WIRE, CostFlow.FIFO), List.of(HULL, YORK, HULL_BIN, HULL_BROKEN));

    @BeforeEach
    void sixOfTenAreReserved() {
        shop.post(PostingKind.RECEIPT, TODAY.minusDays(9), new StockLine.Receive(
                WIRE, HULL, units(10), Money.of(new BigDecimal("20.00"), GBP), AccountRole.RECEIVED_NOT_INVOICED));
        reserve(Reserved.Rule.REFUSE);
    }

    private void reserve(Reserved.Rule rule) {
        Reserved reserved = shop.books.reserved();
        reserved.today(TODAY);
        reserved.hold(WIRE_IN_HULL, units(6), rule);
        reserved.hold(new Reserved.Line(ONE, 0), new Reserved.Open(WIRE_IN_HULL, units(4), units(5)));
        reserved.hold(new Reserved.Line(OTHER, 0), new Reserved.Open(WIRE_IN_HULL, units(2), units(2)));
    }

    @Test
    void whatIsReservedIsNotSoldToAnother() {
        assertThat(sell(5).refusals()).containsExactly(new Refusal(0, "reserved",
                "wanted 5 units of ITEM-1 at L1, on hand 10, of which 6 are reserved"));
        assertThat(sell(4).accepted()).isTrue();
        assertThat(sell(1).accepted()).isFalse();
    }

    @Test
    void whoReservedTakesHisOwnAndWhatIsFreeBesideButNotWhatIsAnothers() {
        assertThat(sell(9, ONE).refusals()).singleElement().extracting(Refusal::code).isEqualTo("reserved");
        assertThat(sell(8, ONE).accepted()).isTrue();
        assertThat(shop.books.reserved().taken()).singleElement().satisfies(taken -> {
            assertThat(taken.held()).isEqualTo(units(4));
            assertThat(taken.awaited()).isEqualTo(units(1));
        });
        assertThat(sell(1).accepted()).isFalse();
        assertThat(sell(2, OTHER).accepted()).isTrue();
    }

    @Test
    void whatIsTakenInPartLeavesTheRestReserved() {
        assertThat(sell(3, ONE).accepted()).isTrue();
        assertThat(sell(4).accepted()).isTrue();
        assertThat(sell(1).accepted()).isFalse();
        assertThat(sell(1, ONE).accepted()).isTrue();
    }

    @Test
    void whatIsUsedUpCannotBeTakenAgain() {
        sell(5, ONE);
        assertThat(sell(1, ONE).refusals()).singleElement().extracting(Refusal::code).isEqualTo("reservation-state");
        assertThat(sell(1, new UUID(9, 9)).refusals()).singleElement().extracting(Refusal::code).isEqualTo("unknown-reservation-line");
    }

    @Test
    void underTheRuleToWarnItIsSoldAllTheSame() {
        reserve(Reserved.Rule.WARN);
        assertThat(sell(9).accepted()).isTrue();
    }

    @Test
    void whatHappenedBeforeOrWasFoundIsNeverRefused() {
        assertThat(shop.post(PostingKind.SALE, TODAY.minusDays(1), relieve(5)).accepted()).isTrue();
        assertThat(shop.post(PostingKind.SCRAP, TODAY, relieve(5)).accepted()).isTrue();
    }

    @Test
    void whoTakesFirstMayTakeHisOwnWhereLessIsThereThanIsReserved() {
        shop.post(PostingKind.SCRAP, TODAY, relieve(6));
        assertThat(sell(1).accepted()).isFalse();
        assertThat(sell(4, ONE).accepted()).isTrue();
    }

    @Test
    void aTransferTakesItToo() {
        assertThat(shop.post(PostingKind.TRANSFER, TODAY, new StockLine.Move(WIRE, HULL, YORK, units(5))).accepted()).isFalse();
        assertThat(shop.post(PostingKind.TRANSFER, TODAY, new StockLine.Move(WIRE, HULL, YORK, units(4))).accepted()).isTrue();
    }

    @Test
    void whatLiesAtAnyPlaceOfTheSiteIsThereForWhoReservedIt() {
        assertThat(shop.post(PostingKind.TRANSFER, TODAY, new StockLine.Move(WIRE, HULL, HULL_BIN, units(9))).accepted()).isTrue();
        assertThat(shop.last().values()).as("no value moves").isEmpty();
        assertThat(shop.post(PostingKind.SALE, TODAY, relieve(HULL_BIN, 5)).refusals()).singleElement().extracting(Refusal::code).isEqualTo("reserved");
        assertThat(shop.post(PostingKind.SALE, TODAY, relieve(HULL_BIN, 4)).accepted()).isTrue();
    }

    @Test
    void whatIsNotForSaleIsNeitherSoldNorPromised() {
        assertThat(shop.post(PostingKind.TRANSFER, TODAY, new StockLine.Move(WIRE, HULL, HULL_BROKEN, units(5))).accepted()).isFalse();
        assertThat(shop.post(PostingKind.TRANSFER, TODAY, new StockLine.Move(WIRE, HULL, HULL_BROKEN, units(3))).accepted()).isTrue();
        assertThat(shop.post(PostingKind.SALE, TODAY, relieve(HULL_BROKEN, 1)).refusals()).singleElement().extracting(Refusal::code).isEqualTo("not-for-sale");
        assertThat(sell(2).accepted()).isFalse();
        assertThat(sell(1).accepted()).isTrue();
    }

    private static StockLine relieve(LocationId place, int quantity) {
        return new StockLine.Relieve(WIRE, place, units(quantity), AccountRole.COST_OF_SALES);
    }

    private Books.Attempt sell(int quantity) {
        return shop.post(PostingKind.SALE, TODAY, relieve(quantity));
    }

    private Books.Attempt sell(int quantity, UUID reservation) {
        var request = new PostingRequest(UUID.randomUUID(), PostingKind.SALE, TODAY, Shop.NOON, null, null, null, null,
                List.of(relieve(quantity)), List.of());
        return shop.books.post(request, List.of(new Fulfilment(0, reservation, 0)), "test", Shop.NOON);
    }

    private static StockLine relieve(int quantity) {
        return new StockLine.Relieve(WIRE, HULL, units(quantity), AccountRole.COST_OF_SALES);
    }

    private static Quantity units(int units) {
        return Quantity.units(units);
    }
}
