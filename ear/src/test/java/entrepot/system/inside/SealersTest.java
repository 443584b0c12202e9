package entrepot.system.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import entrepot.inventory.goods.GoodsNote;
import entrepot.inventory.goods.server.GoodsDesk;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.ReturnCost;
import entrepot.kernel.Quantity;
import entrepot.platform.retry.Retry;
import jakarta.ejb.EJBException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** Two more sealers beside the product's own, as if a lease were held by three nodes at once. */
@Inside
class SealersTest {

    private static final int POSTERS = 4;
    private static final int POSTINGS = 50;
    private static final int SEALERS = 2;

    @Deployment
    static EnterpriseArchive archive() {
        return Inside.Archive.with(SealersTest.class, AsSystem.class, SealOnce.class);
    }

    @Test
    void everyPostingIsSealedOnceAndNoNumberIsLeftOut() throws Exception {
        long before = number("SELECT COUNT(*) FROM posting");
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger sealed = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();
        SealOnce other = InitialContext.doLookup("java:module/SealOnce");
        AsSystem system = InitialContext.doLookup("java:module/AsSystem");
        GoodsDesk goods = InitialContext.doLookup("java:app/inventory-ejb/GoodsDesk");
        ExecutorService threads = Executors.newFixedThreadPool(POSTERS + SEALERS); // has no names of its own
        try {
            List<Future<Void>> sealers = new ArrayList<>();
            for (int sealer = 0; sealer < SEALERS; sealer++) {
                sealers.add(threads.submit(() -> seal(other, over, sealed, lost)));
            }
            List<Future<Void>> posters = new ArrayList<>();
            for (int poster = 0; poster < POSTERS; poster++) {
                String code = item();
                posters.add(threads.submit(() -> post(system, goods, code)));
            }
            for (Future<Void> poster : posters) {
                poster.get();
            }
            over.set(true);
            for (Future<Void> sealer : sealers) {
                sealer.get();
            }
        } finally {
            threads.shutdown();
        }
        awaitSealed();
        System.out.println(sealed + " sealed by the two beside the product's own, " + lost + " races lost");
        assertEquals(POSTERS * POSTINGS, number("SELECT COUNT(*) FROM posting") - before);
        assertTrue(sealed.get() > 0, "the other two sealed nothing");
        assertEquals(0, number("SELECT MAX(number) - COUNT(*) FROM seal"));
        assertEquals(0, number("SELECT COUNT(*) - COUNT(DISTINCT posting_seq) FROM seal"));
        assertEquals(0, number("SELECT COUNT(*) FROM posting p LEFT JOIN seal s ON s.posting_seq = p.seq WHERE s.number IS NULL"));
    }

    private static Void seal(SealOnce other, AtomicBoolean over, AtomicInteger sealed, AtomicInteger lost) {
        while (!over.get()) {
            try {
                sealed.addAndGet(other.seal());
            } catch (EJBException race) {
                assertTrue(Retry.lostRace(race), race.toString());
                lost.incrementAndGet();
            }
        }
        return null;
    }

    private static Void post(AsSystem system, GoodsDesk goods, String code) throws Exception {
        for (int posting = 0; posting < POSTINGS; posting++) {
            var line = new GoodsNote.Line(code, Quantity.units(1), BigDecimal.ONE, null, null, 0);
            var note = new GoodsNote(UUID.randomUUID(), PostingKind.RECEIPT, code, null, LocalDate.now(), Instant.now(), null, null, null,
                    ReturnCost.ORIGINAL, List.of(line));
            PostingOutcome outcome = system.call(() -> goods.post(new GoodsDesk.Request(note, note.id().toString())));
            assertTrue(outcome instanceof PostingOutcome.Accepted, outcome.toString());
        }
        return null;
    }

    private static String item() throws Exception {
        long item = number("SELECT NEXT VALUE FOR entrepot_id");
        String code = "S" + item;
        execute("INSERT INTO location (id, code, name) VALUES (?, ?, ?)", item, code, code);
        execute("INSERT INTO item (id, sku, name, unit_code, costing) VALUES (?, ?, ?, 'EA', 'FIFO')", item, code, code);
        return code;
    }

    private static void awaitSealed() throws Exception {
        long end = System.currentTimeMillis() + 30_000;
        while (number("SELECT COUNT(*) FROM to_seal") > 0 && System.currentTimeMillis() < end) {
            Thread.sleep(50);
        }
    }

    private static long number(String sql) throws Exception {
        try (Connection connection = database().getConnection(); PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static void execute(String sql, Object... values) throws Exception {
        try (Connection connection = database().getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static DataSource database() throws Exception {
        return InitialContext.doLookup("java:jboss/datasources/Entrepot");
    }
}
