package entrepot.system.book;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Api.Answer;
import entrepot.system.Launch;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Sealing runs behind the postings: it takes nothing that a posting waits for, and numbers what is committed. */
@OnProduct
class SealingTest {

    private static final int SALES = 60;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Product product;
    private final ShopFloor shop;

    SealingTest(Product product) {
        this.product = product;
        this.shop = new ShopFloor(product);
        assertThat(shop.receive(shop.fifo, 10_000, "1.00").status()).isEqualTo(201);
    }

    @Test
    void nobodyWaitsForASealerThatIsStuck() throws SQLException {
        try (Connection hand = product.asOwner()) {
            hand.setAutoCommit(false);
            holdsARowThatIsToBeSealed(hand);
            await("SELECT VARIABLE_VALUE = 1 FROM information_schema.global_status WHERE VARIABLE_NAME = 'INNODB_ROW_LOCK_CURRENT_WAITS'");
            List<Long> millis = new ArrayList<>();
            for (int sale = 0; sale < SALES; sale++) {
                long begun = System.nanoTime();
                assertThat(shop.sell(shop.fifo, 1).status()).isEqualTo(201);
                millis.add((System.nanoTime() - begun) / 1_000_000);
                assertThat(waiting()).as("the sealer alone waits").isEqualTo(1);
            }
            assertThat(shop.count("SELECT COUNT(*) FROM to_seal")).as("nothing was sealed meanwhile").isGreaterThan(SALES);
            System.out.println("sales while the sealer is stuck, ms: " + millis.stream().sorted().toList());
            assertThat(millis.stream().mapToLong(Long::longValue).max().orElse(0)).isLessThan(3000);
            hand.rollback();
        }
        await("SELECT COUNT(*) = 0 FROM to_seal");
        sealsAreDense();
    }

    /** The sealer takes such rows away last, after it has written all seals of the group. */
    private void holdsARowThatIsToBeSealed(Connection hand) throws SQLException {
        for (int tries = 0; tries < 200; tries++) {
            Answer sold = shop.sell(shop.fifo, 1);
            String seq = "(SELECT seq FROM posting WHERE id = UNHEX('" + sold.json().get("id").asText().replace("-", "") + "'))";
            try (Statement sql = hand.createStatement();
                    ResultSet row = sql.executeQuery("SELECT posting_seq FROM to_seal WHERE posting_seq = " + seq + " FOR UPDATE")) {
                if (row.next()) {
                    return;
                }
            }
            hand.rollback();
        }
        throw new IllegalStateException("every sale was sealed before it could be held");
    }

    @Test
    void whatCommitsLaterIsNumberedLaterThoughItBeganFirst() throws SQLException {
        CompletableFuture<Answer> slow;
        long quick;
        try (Connection hand = product.asOwner(); Statement sql = hand.createStatement()) {
            sql.execute("LOCK TABLES tender WRITE");
            slow = CompletableFuture.supplyAsync(() -> shop.sell(shop.fifo, 1));
            Launch.pause(2000);
            assertThat(slow).isNotDone();
            quick = seq(shop.receive(shop.average, 1, "1.00"));
            await("SELECT COUNT(*) FROM seal WHERE posting_seq = " + quick);
            sql.execute("UNLOCK TABLES");
        }
        long late = seq(slow.join());
        await("SELECT COUNT(*) FROM seal WHERE posting_seq = " + late);
        assertThat(late).as("began first").isLessThan(quick);
        assertThat(number(late)).as("committed last").isGreaterThan(number(quick));
        sealsAreDense();
    }

    private void sealsAreDense() throws SQLException {
        assertThat(shop.count("SELECT MAX(number) - COUNT(*) FROM seal")).isZero();
        assertThat(shop.count("SELECT COUNT(*) FROM posting p LEFT JOIN seal s ON s.posting_seq = p.seq LEFT JOIN to_seal t"
                + " ON t.posting_seq = p.seq WHERE s.number IS NULL AND t.posting_seq IS NULL")).isZero();
    }

    private long waiting() throws SQLException {
        return shop.count("SELECT VARIABLE_VALUE FROM information_schema.global_status WHERE VARIABLE_NAME = 'INNODB_ROW_LOCK_CURRENT_WAITS'");
    }

    private long number(long posting) throws SQLException {
        return shop.count("SELECT number FROM seal WHERE posting_seq = " + posting);
    }

    private long seq(Answer posted) throws SQLException {
        assertThat(posted.status()).as(posted.body()).isEqualTo(201);
        return shop.count("SELECT seq FROM posting WHERE id = UNHEX('" + posted.json().get("id").asText().replace("-", "") + "')");
    }

    private void await(String query) throws SQLException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (shop.count(query) == 0) {
            assertThat(System.nanoTime()).as(query).isLessThan(until);
            Launch.pause(20);
        }
    }
}
