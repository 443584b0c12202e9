package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.JournalLine;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BooksTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final LocationId HULL = new LocationId(1);
    private static final ItemId WIRE = new ItemId(1);
    private static final ItemId COFFEE = new ItemId(2);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    private final Shop shop = new Shop(GBP, true, Map.of(WIRE, CostFlow.FIFO, COFFEE, CostFlow.AVERAGE), List.of(HULL));

    @Test
    void revenueOfManyItemsIsOneJournalLineAnAccount() {
        receive(WIRE, 10);
        receive(COFFEE, 10);
        var sale = new PostingRequest(new UUID(1, 1), PostingKind.SALE, DAY, Shop.NOON, null, null, null, null,
                List.of(sell(WIRE, 2), sell(COFFEE, 3)),
                List.of(revenue(WIRE, "-8.00"), revenue(COFFEE, "-9.00"), MoneyLine.of(AccountRole.CASH, gbp("17.00"))));
        Posted posted = shop.books.post(sale, "test", Shop.NOON).posted();
        assertThat(posted.journal().lines().stream().filter(line -> line.movement() == null)).containsExactly(
                JournalLine.of(Shop.account(AccountRole.REVENUE), gbp("-17.00")),
                JournalLine.of(Shop.account(AccountRole.CASH), gbp("17.00")));
        assertThat(posted.journal().lines()).hasSize(6);
    }

    @Test
    void whatIsRefusedNamesWhatWasWantedAndWhatThereIsAndChangesNothing() {
        receive(WIRE, 2);
        Books.Attempt attempt = shop.post(PostingKind.SALE, DAY, sell(WIRE, 3));
        assertThat(attempt.refusals()).containsExactly(
                new Refusal(0, "out-of-stock", "wanted 3 units of ITEM-1 at L1, on hand 2"));
        assertThat(shop.onHand(new Stock.Place(WIRE, HULL))).isEqualTo(Quantity.units(2));
    }

    /** In a company with one average for all sites. */
    @Test
    void whatPassesThroughAPlaceCostedApartTouchesNoAverage() {
        LocationId dropShip = new LocationId(99);
        Shop company = new Shop(GBP, false, Map.of(COFFEE, CostFlow.AVERAGE), List.of(HULL, dropShip));
        company.post(PostingKind.RECEIPT, DAY, new StockLine.Receive(COFFEE, HULL, Quantity.units(2), gbp("2.00"), AccountRole.RECEIVED_NOT_INVOICED));
        company.post(PostingKind.RECEIPT, DAY, new StockLine.Receive(COFFEE, dropShip, Quantity.units(10), gbp("20.00"), AccountRole.RECEIVED_NOT_INVOICED));
        assertThat(company.post(PostingKind.SALE, DAY, new StockLine.Relieve(COFFEE, dropShip, Quantity.units(10), AccountRole.COST_OF_SALES))
                .posted().cost()).isEqualTo(gbp("20.00"));
        assertThat(company.post(PostingKind.SALE, DAY, sell(COFFEE, 2)).posted().cost()).isEqualTo(gbp("2.00"));
    }

    @Test
    void aRefusedCommandDoesNotSinkItsNeighbours() {
        receive(WIRE, 2);
        assertThat(shop.post(PostingKind.SALE, DAY, sell(WIRE, 1), sell(WIRE, 2)).accepted()).isFalse();
        assertThat(shop.post(PostingKind.SALE, DAY, sell(WIRE, 2)).accepted()).isTrue();
    }

    @Test
    void aCountThatWhatComesBeforeItMakesMoveLessKeepsPlacesInThePoolApart() {
        receive(WIRE, 10);
        shop.post(PostingKind.COUNT, DAY.plusDays(2), new StockLine.Count(WIRE, HULL, Quantity.units(12), null, AccountRole.SHRINKAGE));
        shop.post(PostingKind.RECEIPT, DAY.plusDays(1),
                new StockLine.Receive(WIRE, HULL, Quantity.units(1), gbp("2.00"), AccountRole.RECEIVED_NOT_INVOICED));
        assertThat(shop.last().movements()).extracting(Movement::quantity).containsExactly(Quantity.units(1), Quantity.units(-1));
        shop.post(PostingKind.SALE, DAY.plusDays(3), sell(WIRE, 1));
        assertThat(shop.posted.stream().flatMap(posted -> posted.movements().stream()).map(Movement::ordinal)).doesNotHaveDuplicates();
    }

    @Test
    void whatACountFoundHoldsThoughStockMovedOnSince() {
        receive(WIRE, 10);
        shop.post(PostingKind.SALE, DAY.plusDays(2), sell(WIRE, 4));
        Books.Attempt count = shop.post(PostingKind.COUNT, DAY.plusDays(1), found(-2));
        assertThat(count.posted().movements()).extracting(Movement::quantity).containsExactly(Quantity.units(-2));
        assertThat(shop.onHand(new Stock.Place(WIRE, HULL))).isEqualTo(Quantity.units(4));
        shop.post(PostingKind.SALE, DAY, sell(WIRE, 1));
        assertThat(shop.last().movements()).extracting(Movement::quantity).containsExactly(Quantity.units(-1), Quantity.units(1));
        assertThat(shop.last().ofLine(0)).as("what the sale itself asks for").extracting(Movement::quantity).containsExactly(Quantity.units(-1));
        assertThat(shop.onHand(new Stock.Place(WIRE, HULL))).isEqualTo(Quantity.units(4));
    }

    @Test
    void whatACountFoundMissingMustHaveBeenThere() {
        receive(WIRE, 10);
        shop.post(PostingKind.SALE, DAY, sell(WIRE, 9));
        assertThat(shop.post(PostingKind.COUNT, DAY, found(-2)).refusals()).containsExactly(new Refusal(0, "count-below-zero",
                "ITEM-1 at L1 has 1 on hand, and the count found 2 less than the book: count it again"));
    }

    private static StockLine found(long units) {
        return new StockLine.Found(WIRE, HULL, Quantity.units(units), AccountRole.SHRINKAGE);
    }

    private void receive(ItemId item, long units) {
        shop.post(PostingKind.RECEIPT, DAY,
                new StockLine.Receive(item, HULL, Quantity.units(units), gbp("20.00"), AccountRole.RECEIVED_NOT_INVOICED));
    }

    private static StockLine sell(ItemId item, long units) {
        return new StockLine.Relieve(item, HULL, Quantity.units(units), AccountRole.COST_OF_SALES);
    }

    private static MoneyLine revenue(ItemId item, String amount) {
        return MoneyLine.of(AccountRole.REVENUE, item, gbp(amount));
    }

    private static Money gbp(String amount) {
        return Money.of(new java.math.BigDecimal(amount), GBP);
    }
}
