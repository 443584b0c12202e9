package entrepot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Launch;
import java.sql.SQLException;
import java.time.Duration;

/** What follows a sale: its seal, the messages, the decisions; and what goes over the book all the time, proof and subtotals. Held while posting is measured. */
record Behind(BookSql book) {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final long LEASE_MILLIS = 11_000;

    /** @param seals a second, all that waited; @param decisions a second, of both consumers */
    record Rates(double seals, long sealed, double decisions, long decided) {}

    /** As if another node did all that. */
    void hold() throws SQLException {
        book.execute("INSERT INTO lease (name, owner, until) VALUES ('pump', 'benchmark', '2999-01-01'), ('proof', 'benchmark', '2999-01-01'),"
                + " ('subtotals', 'benchmark', '2999-01-01') ON DUPLICATE KEY UPDATE owner = VALUES(owner), until = VALUES(until)");
        Launch.pause(LEASE_MILLIS);
    }

    /** Lets go of all that waits to be sealed, and of what the queues are to be told of {@code sales} alone. */
    Rates measure(Runnable sales) throws SQLException {
        book.execute("DELETE FROM outbox");
        sales.run();
        long waiting = book.number("SELECT COUNT(*) FROM to_seal");
        long before = book.number("SELECT COUNT(*) FROM decision");
        book.execute("DELETE FROM lease WHERE name = 'pump'");
        long begun = System.nanoTime();
        await("SELECT COUNT(*) = 0 FROM to_seal");
        double sealing = (System.nanoTime() - begun) / 1e9;
        long told = System.nanoTime();
        await("SELECT COUNT(*) = 0 FROM outbox");
        await("SELECT NOW(6) > (SELECT MAX(decided_at) FROM decision) + INTERVAL 5 SECOND");
        double deciding = (System.nanoTime() - told) / 1e9 - 5;
        long decided = book.number("SELECT COUNT(*) FROM decision") - before;
        return new Rates(waiting / sealing, waiting, decided / deciding, decided);
    }

    private void await(String query) throws SQLException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (book.number(query) == 0) {
            assertThat(System.nanoTime()).as(query).isLessThan(until);
            Launch.pause(100);
        }
    }
}
