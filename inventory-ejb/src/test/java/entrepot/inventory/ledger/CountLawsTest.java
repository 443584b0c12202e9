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
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A shelf loses goods that nobody books; it is counted in the middle of a day while the shop sells and goods arrive. */
class CountLawsTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final LocationId HULL = new LocationId(1);
    private static final ItemId WIRE = new ItemId(1);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final long SEED = 2_608;

    private Shop shop;
    private long shelf;

    @Test
    void onceACountIsPostedTheBookHasWhatLiesThereHoweverLateItIsPosted() {
        Random random = new Random(SEED);
        for (int round = 0; round < 400; round++) {
            shop = new Shop(GBP, true, Map.of(WIRE, CostFlow.values()[random.nextInt(3)]), List.of(HULL));
            shelf = 0;
            receive(DAY, 50 + random.nextInt(50));
            busy(random, DAY, 6);
            shelf -= random.nextInt(10);
            long difference = shelf - onHand();
            busy(random, DAY, random.nextInt(5));
            busy(random, DAY.plusDays(1), random.nextInt(5));
            Books.Attempt count = shop.post(PostingKind.COUNT, random.nextBoolean() ? DAY : DAY.plusDays(1),
                    new StockLine.Found(WIRE, HULL, Quantity.units(difference), AccountRole.SHRINKAGE));
            assertThat(count.accepted()).as("seed %d round %d %s", SEED, round, count.refusals()).isTrue();
            assertThat(onHand()).as("seed %d round %d", SEED, round).isEqualTo(shelf);
            busy(random, DAY.plusDays(2), 5);
            assertThat(onHand()).as("seed %d round %d", SEED, round).isEqualTo(shelf);
        }
    }

    private void busy(Random random, LocalDate day, int times) {
        for (int time = 0; time < times; time++) {
            long units = 1 + random.nextInt(3);
            if (random.nextInt(3) == 0) {
                receive(day, units);
            } else if (shelf - 12 > units) {
                assertThat(shop.post(PostingKind.SALE, day, new StockLine.Relieve(WIRE, HULL, Quantity.units(units), AccountRole.COST_OF_SALES))
                        .accepted()).isTrue();
                shelf -= units;
            }
        }
    }

    private void receive(LocalDate day, long units) {
        shop.post(PostingKind.RECEIPT, day, new StockLine.Receive(WIRE, HULL, Quantity.units(units),
                Money.of(new BigDecimal(units * 3 + ".37"), GBP), AccountRole.RECEIVED_NOT_INVOICED));
        shelf += units;
    }

    private long onHand() {
        return shop.onHand(new Stock.Place(WIRE, HULL)).millionths() / 1_000_000;
    }
}
