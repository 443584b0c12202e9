package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.platform.retry.Retry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the database promises at our isolation level, on our tables and with our statements: whoever locks first and reads
 * then loses no update, and transactions over several rows have one order. And that the test would see it otherwise.
 */
@OnProduct
class LostUpdateTest {

    private static final String CONSUMER = "lost-update-test";
    private static final int THREADS = 16;
    private static final int TIMES = 40;
    private static final int KEYS = 6;

    private final Product product;
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final AtomicInteger again = new AtomicInteger();

    LostUpdateTest(Product product) {
        this.product = product;
    }

    private interface Work {
        void in(Connection book, Random random) throws SQLException;
    }

    @BeforeEach
    void marks() throws SQLException {
        swept();
        for (int key = 0; key < KEYS; key++) {
            asOwner("INSERT INTO inbox_mark (consumer, item_id, seal) VALUES ('" + CONSUMER + "', " + key + ", 0)");
        }
    }

    @AfterEach
    void swept() throws SQLException {
        asOwner("DELETE FROM decision WHERE consumer = '" + CONSUMER + "'");
        asOwner("DELETE FROM inbox_mark WHERE consumer = '" + CONSUMER + "'");
    }

    @Test
    void theLevelIsOurs() throws SQLException {
        try (Connection book = product.asApplication();
                ResultSet row = book.createStatement().executeQuery("SELECT @@transaction_isolation, @@innodb_snapshot_isolation, VERSION()")) {
            row.next();
            System.out.println("lost updates are looked for on " + row.getString(3));
            assertThat(row.getString(1) + " " + row.getString(2)).isEqualTo("READ-COMMITTED 1");
        }
    }

    @Test
    void whoLocksAndThenReadsLosesNothing() throws Exception {
        atOnce((book, random) -> add(book, random.nextInt(KEYS), " FOR UPDATE"));
        assertThat(sum()).isEqualTo(THREADS * TIMES);
    }

    @Test
    void theSameWithoutTheLockLoses() throws Exception {
        atOnce((book, random) -> add(book, 0, ""));
        assertThat(sum()).as("seed %d: this test can see a lost update", seed).isLessThan(THREADS * TIMES);
    }

    @Test
    void underRepeatableReadTheDatabaseRefusesToLose() throws Exception {
        atOnce((book, random) -> {
            book.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            add(book, random.nextInt(KEYS), "");
        });
        System.out.println("refused because somebody else was faster: " + again.get());
        assertThat(sum()).isEqualTo(THREADS * TIMES);
    }

    /** As the inbox does it: each transaction appends one row to the chains of two items. */
    @Test
    void appendsOfTransactionsHaveOneOrder() throws Exception {
        AtomicInteger numbers = new AtomicInteger();
        long base = System.nanoTime();
        atOnce((book, random) -> {
            int one = random.nextInt(KEYS - 1);
            int other = one + 1 + random.nextInt(KEYS - one - 1);
            long transaction = base + numbers.incrementAndGet() * 2L;
            append(book, one, transaction);
            append(book, other, transaction + 1);
        });
        List<List<Long>> chains = new ArrayList<>();
        for (int key = 0; key < KEYS; key++) {
            chains.add(chain(key, base));
        }
        assertThat(chains.stream().mapToInt(List::size).sum()).as("every append is there once").isEqualTo(2 * THREADS * TIMES);
        for (int one = 0; one < KEYS; one++) {
            for (int other = one + 1; other < KEYS; other++) {
                List<Long> first = new ArrayList<>(chains.get(one));
                List<Long> second = new ArrayList<>(chains.get(other));
                first.retainAll(chains.get(other));
                second.retainAll(chains.get(one));
                assertThat(first).as("seed %d: both chains have these in one order", seed).isEqualTo(second);
            }
        }
    }

    private static void add(Connection book, int key, String lock) throws SQLException {
        long seal = number(book, "SELECT seal FROM inbox_mark WHERE consumer = '" + CONSUMER + "' AND item_id = " + key + lock);
        set(book, key, seal + 1);
    }

    private static void append(Connection book, int key, long transaction) throws SQLException {
        long seal = number(book, "SELECT seal FROM inbox_mark WHERE consumer = '" + CONSUMER + "' AND item_id = " + key + " FOR UPDATE");
        set(book, key, seal + 1);
        try (PreparedStatement insert = book.prepareStatement("INSERT INTO decision (id, consumer, item_id, from_seal, to_seal, decided_at)"
                + " VALUES (?, '" + CONSUMER + "', ?, ?, ?, UTC_TIMESTAMP(6))")) {
            insert.setLong(1, transaction);
            insert.setInt(2, key);
            insert.setLong(3, seal);
            insert.setLong(4, seal + 1);
            insert.executeUpdate();
        }
    }

    private static void set(Connection book, int key, long seal) throws SQLException {
        try (PreparedStatement update = book.prepareStatement(
                "UPDATE inbox_mark SET seal = ? WHERE consumer = '" + CONSUMER + "' AND item_id = ?")) {
            update.setLong(1, seal);
            update.setInt(2, key);
            update.executeUpdate();
        }
    }

    private void atOnce(Work work) throws Exception {
        System.out.println("seed " + seed);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Void>> all = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(seed + thread);
            all.add(threads.submit((Callable<Void>) () -> {
                repeat(work, random);
                return null;
            }));
        }
        for (Future<Void> one : all) {
            one.get();
        }
        threads.shutdown();
    }

    private void repeat(Work work, Random random) throws SQLException {
        try (Connection book = product.asApplication()) {
            book.setAutoCommit(false);
            for (int time = 0; time < TIMES; time++) {
                while (!committed(work, random, book)) {
                    again.incrementAndGet();
                }
            }
        }
    }

    private static boolean committed(Work work, Random random, Connection book) throws SQLException {
        try {
            work.in(book, random);
            book.commit();
            return true;
        } catch (SQLException failure) {
            book.rollback();
            if (Retry.lostRace(failure)) {
                return false;
            }
            throw failure;
        }
    }

    /** The transactions of a chain in their order. */
    private List<Long> chain(int key, long base) throws SQLException {
        List<Long> chain = new ArrayList<>();
        try (Connection book = product.asApplication(); ResultSet rows = book.createStatement().executeQuery(
                "SELECT id FROM decision WHERE consumer = '" + CONSUMER + "' AND item_id = " + key + " ORDER BY from_seal")) {
            while (rows.next()) {
                chain.add((rows.getLong(1) - base) / 2);
            }
        }
        return chain;
    }

    private int sum() throws SQLException {
        try (Connection book = product.asApplication()) {
            return (int) number(book, "SELECT SUM(seal) FROM inbox_mark WHERE consumer = '" + CONSUMER + "'");
        }
    }

    private static long number(Connection book, String sql) throws SQLException {
        try (ResultSet row = book.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = product.asOwner()) {
            owner.createStatement().execute(sql);
        }
    }
}
