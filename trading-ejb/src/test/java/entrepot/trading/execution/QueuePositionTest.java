package entrepot.trading.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What levels say of a queue is held against the orders themselves: never further in front, and no fill that the book would not have made. */
class QueuePositionTest {

    private static final long SEED = Long.getLong("laws.seed", 20261127);
    private static final long PRICE = 1000;

    @Test
    void tradesTakeWhatIsAheadFirstAndCancellationsAreTakenToBeBehind() {
        QueuePosition position = new QueuePosition(100, 30);
        position.level(160);
        assertThat(position.ahead()).isEqualTo(100);
        position.level(120);
        assertThat(position.ahead()).as("the 40 that went may have stood behind").isEqualTo(100);
        position.level(70);
        assertThat(position.ahead()).as("there are only 70").isEqualTo(70);
        assertThat(position.traded(60)).isZero();
        assertThat(position.traded(25)).isEqualTo(15);
        assertThat(position.left()).isEqualTo(15);
        assertThat(position.tradedThrough()).isEqualTo(15);
        assertThatThrownBy(() -> new QueuePosition(-1, 0)).hasMessageContaining("ahead is -1, size is 0");
    }

    /** The orders that stood before it came, with what is left of each. */
    private static final class Truth implements BookListener {
        private final Map<Long, Long> all = new LinkedHashMap<>();
        private final Map<Long, Long> before = new LinkedHashMap<>();
        private long tradedAtPrice;

        @Override
        public void traded(long taker, long maker, long price, long size, boolean makerDone, boolean takerDone) {
            take(maker, size);
            tradedAtPrice += price == PRICE ? size : 0;
        }

        @Override
        public void reduced(long order, long price, long size, boolean done) {
            take(order, size);
        }

        @Override
        public void rejected(long order, long price, long size) {}

        private void take(long order, long size) {
            all.computeIfPresent(order, (id, left) -> left == size ? null : Long.valueOf(left - size));
            before.computeIfPresent(order, (id, left) -> left == size ? null : Long.valueOf(left - size));
        }

        private static long sum(Map<Long, Long> orders) {
            return orders.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    @Test
    void itIsNeverFurtherInFrontThanTheOrdersThemselves() {
        long surely = 0;
        for (int run = 0; run < 2_000; run++) {
            SplittableRandom random = new SplittableRandom(SEED + run);
            Truth truth = new Truth();
            OrderBook book = new OrderBook(truth);
            long id = 0;
            for (; id < 20; id++) {
                place(book, truth, id, random);
            }
            truth.before.putAll(truth.all);
            QueuePosition position = new QueuePosition(Truth.sum(truth.before), 1 + random.nextInt(40));
            truth.tradedAtPrice = 0;
            for (int step = 0; step < 60; step++) {
                long ahead = Truth.sum(truth.before);
                switch (random.nextInt(3)) {
                    case 0 -> place(book, truth, id++, random);
                    case 1 -> book.cancel(random.nextLong(id), 0);
                    default -> book.place(100_000 + step, 0, BookSide.ASK, TimeInForce.IOC, PRICE, 1 + random.nextInt(60));
                }
                long missing = Math.max(0, truth.tradedAtPrice - ahead);
                long filled = position.traded(truth.tradedAtPrice);
                truth.tradedAtPrice = 0;
                position.level(Truth.sum(truth.all));
                String what = "seed " + (SEED + run) + ", step " + step;
                assertThat(position.ahead()).as(what).isGreaterThanOrEqualTo(Truth.sum(truth.before));
                assertThat(filled).as(what).isLessThanOrEqualTo(missing);
                surely += filled;
            }
        }
        assertThat(surely).as("lots filled").isPositive();
    }

    private static void place(OrderBook book, Truth truth, long id, SplittableRandom random) {
        long size = 1 + random.nextInt(30);
        truth.all.put(id, size);
        book.place(id, 0, BookSide.BID, TimeInForce.GTC, PRICE, size);
    }
}
