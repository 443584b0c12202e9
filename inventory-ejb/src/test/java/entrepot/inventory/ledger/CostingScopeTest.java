package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.CostingScope;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is valued together: the company, the sites of a group, a site. */
class CostingScopeTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final ItemId TEA = new ItemId(1);
    private static final LocationId HULL = new LocationId(1);
    private static final LocationId YORK = new LocationId(2);
    private static final LocationId BERLIN = new LocationId(3);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    private Shop shop;

    @Test
    void sitesOfAGroupShareAPoolAndASiteOfNoneHasItsOwn() {
        open(CostingScope.GROUP, CostFlow.AVERAGE);
        assertThat(sell(YORK, 1)).isEqualTo(gbp("3.00"));
        assertThat(sell(BERLIN, 1)).isEqualTo(gbp("9.00"));
        assertThat(shop.books.pools().keySet()).extracting(pool -> pool.location().value()).containsExactlyInAnyOrder(Shop.GROUP.value(), BERLIN.value());
    }

    @Test
    void theOldestOfAGroupLeavesFirstWhereverItLies() {
        open(CostingScope.GROUP, CostFlow.FIFO);
        assertThat(sell(YORK, 10)).as("what came to Hull").isEqualTo(gbp("20.00"));
    }

    @Test
    void insideAGroupATransferMovesNoValueAndOutOfItItDoes() {
        open(CostingScope.GROUP, CostFlow.AVERAGE);
        assertThat(move(HULL, YORK).values()).isEmpty();
        assertThat(move(HULL, BERLIN).values()).extracting(ValueEntry::amount).containsExactly(gbp("-3.00"), gbp("3.00"));
    }

    @Test
    void theCompanyIsOnePool() {
        open(CostingScope.COMPANY, CostFlow.AVERAGE);
        assertThat(sell(HULL, 1)).isEqualTo(gbp("5.00"));
    }

    private void open(CostingScope scope, CostFlow flow) {
        shop = new Shop(GBP, scope, List.of(HULL, YORK, BERLIN), Map.of(TEA, CostPolicy.of(flow)));
        receive(HULL, "20.00");
        receive(YORK, "40.00");
        receive(BERLIN, "90.00");
    }

    private void receive(LocationId at, String worth) {
        post(PostingKind.RECEIPT, new StockLine.Receive(TEA, at, Quantity.units(10), gbp(worth), AccountRole.RECEIVED_NOT_INVOICED));
    }

    private Posted move(LocationId from, LocationId to) {
        return post(PostingKind.TRANSFER, new StockLine.Move(TEA, from, to, Quantity.units(1)));
    }

    private Money sell(LocationId at, int units) {
        return post(PostingKind.SALE, new StockLine.Relieve(TEA, at, Quantity.units(units), AccountRole.COST_OF_SALES))
                .values().get(0).amount().negated();
    }

    private Posted post(PostingKind kind, StockLine line) {
        Books.Attempt attempt = shop.post(kind, MARCH, line);
        assertThat(attempt.refusals()).isEmpty();
        return attempt.posted();
    }

    private static Money gbp(String amount) {
        return Money.of(new BigDecimal(amount), GBP);
    }
}
