package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.JournalLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A closed month keeps its figures: what is learnt of it later is booked on the first open day. */
class ClosingTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final ItemId TEA = new ItemId(1);
    private static final LocationId HULL = new LocationId(1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 10);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 5);
    private static final LocalDate FIRST_OPEN = LocalDate.of(2026, 4, 1);

    private Shop open;
    private Posted receipt;
    private Posted sale;

    @BeforeEach
    void tenCameAndFourAreSoldInMarch() {
        open = new Shop(GBP, false, List.of(HULL), Map.of(TEA, CostPolicy.of(CostFlow.FIFO)));
        receipt = post(open, PostingKind.RECEIPT, MARCH,
                new StockLine.Receive(TEA, HULL, Quantity.units(10), gbp("50.00"), AccountRole.RECEIVED_NOT_INVOICED));
        sale = post(open, PostingKind.SALE, MARCH.plusDays(1),
                new StockLine.Relieve(TEA, HULL, Quantity.units(4), AccountRole.COST_OF_SALES));
    }

    @Test
    void nothingIsPostedInAClosedMonth() {
        Books.Attempt late = closed(null).post(PostingKind.RECEIPT, MARCH,
                new StockLine.Receive(TEA, HULL, Quantity.units(1), gbp("1.00"), AccountRole.RECEIVED_NOT_INVOICED));
        assertThat(late.refusals()).singleElement().isEqualTo(Refusal.whole("period-closed",
                "2026-03-10 is in a closed period: the books are closed through 2026-03-31, and the first open day is 2026-04-01"));
    }

    @Test
    void freightOnAClosedReceiptIsBookedOnTheFirstOpenDay() {
        Posted freight = freight(closed(null), "10.00");
        assertThat(freight.values()).extracting(ValueEntry::amount, ValueEntry::date, ValueEntry::booked).containsExactlyInAnyOrder(
                tuple(gbp("10.00"), MARCH, FIRST_OPEN),
                tuple(gbp("-4.00"), MARCH.plusDays(1), FIRST_OPEN));
        assertThat(freight.journal().lines()).extracting(freight::dateOf).containsOnly(FIRST_OPEN);
        assertThat(change(freight, AccountRole.COST_OF_SALES)).isEqualTo(gbp("4.00"));
    }

    @Test
    void aCorrectedQuantityIsOfItsDayAndBookedLater() {
        Shop shop = closed(null);
        shop.remember(receipt);
        Posted corrected = post(shop, PostingKind.CORRECTION, APRIL,
                new StockLine.Correct(TEA, HULL, receipt.movements().get(0).id(), Quantity.units(8), AccountRole.INVENTORY));
        assertThat(corrected.movements()).singleElement().satisfies(movement -> {
            assertThat(movement.step().date()).isEqualTo(MARCH);
            assertThat(movement.booked()).isEqualTo(FIRST_OPEN);
        });
        assertThat(corrected.journal().lines()).extracting(corrected::dateOf).containsOnly(FIRST_OPEN);
    }

    @Test
    void whatIsMaterialIsKeptOutOfTheResultOfTheYear() {
        Posted small = freight(closed("4.01"), "10.00");
        assertThat(change(small, AccountRole.PRIOR_PERIOD)).isEqualTo(gbp("0"));
        tenCameAndFourAreSoldInMarch();
        Posted large = freight(closed("4.00"), "10.00");
        assertThat(change(large, AccountRole.COST_OF_SALES)).isEqualTo(gbp("0"));
        assertThat(change(large, AccountRole.PRIOR_PERIOD)).isEqualTo(gbp("4.00"));
    }

    @Test
    void whatWasBookedLaterIsNotBookedTwice() {
        Shop shop = closed(null);
        freight(shop, "10.00");
        Posted second = freight(shop, "5.00");
        assertThat(change(second, AccountRole.COST_OF_SALES)).isEqualTo(gbp("2.00"));
    }

    /** The same company, the books of March closed. */
    private Shop closed(String material) {
        Shop shop = new Shop(GBP, false, List.of(HULL), Map.of(TEA, CostPolicy.of(CostFlow.FIFO)),
                new Closing(LocalDate.of(2026, 3, 31), material == null ? null : gbp(material)));
        shop.continueFrom(open);
        return shop;
    }

    private Posted freight(Shop shop, String amount) {
        shop.remember(receipt);
        return post(shop, PostingKind.CHARGE, APRIL,
                new StockLine.Charge(TEA, HULL, receipt.movements().get(0).id(), gbp(amount), AccountRole.CHARGES_TO_COME));
    }

    private static Posted post(Shop shop, PostingKind kind, LocalDate day, StockLine line) {
        Books.Attempt attempt = shop.post(kind, day, line);
        assertThat(attempt.refusals()).isEmpty();
        return attempt.posted();
    }

    private static Money change(Posted posted, AccountRole role) {
        return posted.journal().lines().stream().filter(line -> line.account().equals(Shop.account(role))).map(JournalLine::amount)
                .reduce(gbp("0"), Money::plus);
    }

    private static Money gbp(String amount) {
        return Money.of(new BigDecimal(amount), GBP);
    }
}
