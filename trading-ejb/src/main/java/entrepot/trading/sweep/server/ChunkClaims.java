package entrepot.trading.sweep.server;

import entrepot.platform.node.Node;
import entrepot.platform.node.ThisNode;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says who makes a chunk, so that no two do. What a node claimed that fell silent may be claimed again. */
@ApplicationScoped
class ChunkClaims {

    @Inject
    private Database database;

    @Inject
    private ThisNode here;

    @Inject
    private Clock clock;

    /** @return false where another has it that lives */
    boolean take(long sweep, int chunk) {
        LocalDateTime silent = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).minus(Node.SILENCE);
        return database.jdbi().withHandle(handle ->
                handle.execute("INSERT IGNORE INTO sweep_claim (sweep, chunk, run, node) VALUES (?, ?, ?, ?)", sweep, chunk, here.run(), here.name()) == 1
                        || handle.execute("UPDATE sweep_claim SET run = ?, node = ? WHERE sweep = ? AND chunk = ? AND run NOT IN"
                                + " (SELECT run FROM node WHERE seen_at >= ? AND left_at IS NULL)", here.run(), here.name(), sweep, chunk, silent) == 1);
    }

    /** Of a chunk that was begun and is not there. */
    void giveUp(long sweep, int chunk) {
        database.jdbi().useHandle(handle ->
                handle.execute("DELETE FROM sweep_claim WHERE sweep = ? AND chunk = ? AND run = ?", sweep, chunk, here.run()));
    }

    /** Names of nodes with how many chunks each made. */
    Map<String, Long> made(long sweep) {
        Map<String, Long> made = new LinkedHashMap<>();
        database.jdbi().useHandle(handle -> handle
                .createQuery("SELECT node, COUNT(*) n FROM sweep_claim WHERE sweep = ? GROUP BY node ORDER BY node")
                .bind(0, sweep)
                .map((row, context) -> Map.entry(row.getString("node"), row.getLong("n")))
                .forEach(entry -> made.put(entry.getKey(), entry.getValue())));
        return made;
    }
}
