package entrepot.inventory.check.server;

import entrepot.inventory.ledger.SealedTable;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of the book that belong to no posting, and postings that are in no chain: what no seal covers. */
@ApplicationScoped
public class Strays {

    private static final List<String> BOOK = List.of("movement", "value_entry", "journal_line", "audit_entry");

    @Inject
    private Database database;

    /** @param posting the number that the row names */
    record Stray(long posting, String what) {}

    /** The lowest number over the whole book, or a lot. @param next the seal that would come next */
    Optional<ChainWalk.Finding> first(long next) {
        return in(0, Long.MAX_VALUE, 1).stream().findFirst().map(stray -> new ChainWalk.Finding(next, stray.posting(), null,
                stray.what(), "nothing that is not sealed", "posting " + stray.posting())).or(() -> lot(next));
    }

    private record LastDay(long posting, String lot, String item, String sealed, String found) {}

    /** The lot's own row is not sealed: it must say what came with its goods, or what the latest correction made of it. */
    private Optional<ChainWalk.Finding> lot(long next) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT x.posting, t.code lot, i.sku item, x.sealed, COALESCE(t.expires, 'none') found FROM (SELECT m.lot_id,"
                        + " MIN(m.posting_seq) posting, COALESCE((SELECT COALESCE(CAST(e.becomes AS CHAR), 'none') FROM lot_expiry e"
                        + " WHERE e.lot_id = m.lot_id ORDER BY e.posting_seq DESC LIMIT 1), CAST(MAX(m.lot_expires) AS CHAR)) sealed"
                        + " FROM movement m WHERE m.lot_id IS NOT NULL AND m.lot_expires IS NOT NULL GROUP BY m.lot_id) x"
                        + " JOIN lot t ON t.id = x.lot_id JOIN item i ON i.id = t.item_id WHERE COALESCE(t.expires, 'none') <> x.sealed"
                        + " ORDER BY x.posting LIMIT 1")
                .mapTo(LastDay.class)
                .findOne()
                .map(day -> new ChainWalk.Finding(next, day.posting(), null, "lot " + day.lot() + " of " + day.item()
                        + " has another last day than was sealed", "last day " + day.sealed(), "last day " + day.found())));
    }

    /** Those of the postings numbered from {@code from} to {@code to}. */
    List<Stray> in(long from, long to, int limit) {
        List<Stray> strays = new ArrayList<>();
        database.jdbi().useHandle(handle -> {
            for (String table : tables()) {
                handle.createQuery("SELECT DISTINCT t.posting_seq posting, CONCAT('a row of " + table + " belongs to no posting: ',"
                                + " t.posting_seq) what FROM " + table + " t LEFT JOIN posting p ON p.seq = t.posting_seq"
                                + " WHERE t.posting_seq BETWEEN :from AND :to AND p.seq IS NULL LIMIT :limit")
                        .bind("from", from).bind("to", to).bind("limit", limit)
                        .mapTo(Stray.class).forEach(strays::add);
            }
            handle.createQuery("SELECT p.seq posting, CONCAT('posting ', p.seq, ' is in no chain and does not wait to be sealed') what"
                            + " FROM posting p LEFT JOIN seal s ON s.posting_seq = p.seq LEFT JOIN to_seal t ON t.posting_seq = p.seq"
                            + " WHERE p.seq BETWEEN :from AND :to AND s.number IS NULL AND t.posting_seq IS NULL LIMIT :limit")
                    .bind("from", from).bind("to", to).bind("limit", limit)
                    .mapTo(Stray.class).forEach(strays::add);
        });
        return strays;
    }

    private static List<String> tables() {
        List<String> tables = new ArrayList<>(BOOK);
        SealedTable.ALL.forEach(table -> tables.add(table.name()));
        return tables;
    }
}
