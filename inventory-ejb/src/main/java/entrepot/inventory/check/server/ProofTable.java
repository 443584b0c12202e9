package entrepot.inventory.check.server;

import entrepot.inventory.check.ProofLaw;
import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How far the check that never stops is, and what it found. */
@ApplicationScoped
public class ProofTable {

    private static final int LONGEST = 1000;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** Where a way through the book goes on. */
    enum Way { NEW, NEW_ITEMS, CHAIN, ITEMS, POSTINGS, LINKS, SUBTOTALS }

    record Mark(long number, long position) {
        static final Mark START = new Mark(0, 0);
    }

    Mark mark(Way way) {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT number, position FROM proof_mark WHERE name = ?")
                .bind(0, way.name()).mapTo(Mark.class).one());
    }

    void keep(Way way, Mark mark) {
        execute("UPDATE proof_mark SET number = ?, position = ? WHERE name = ?", mark.number(), mark.position(), way.name());
    }

    /** What is broken of some subjects that were looked at; what is not broken any more is forgotten. */
    void note(ProofLaw law, Collection<Long> looked, Map<Long, String> broken) {
        List<Long> whole = looked.stream().filter(subject -> !broken.containsKey(subject)).toList();
        database.jdbi().useHandle(handle -> {
            if (!whole.isEmpty()) {
                handle.createUpdate("DELETE FROM proof_finding WHERE law = :law AND subject IN (<subjects>)")
                        .bind("law", law.name()).bindList("subjects", whole).execute();
            }
            LocalDateTime now = now();
            Batch.execute(handle, "INSERT INTO proof_finding (law, subject, text, found_at, seen_at) VALUES (?, ?, ?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE text = VALUES(text), seen_at = VALUES(seen_at)",
                    broken.entrySet().stream().map(one -> new Object[] {law.name(), one.getKey(), shortened(one.getValue()), now, now}));
        });
    }

    /** All numbers from {@code from} to {@code to} are as they should be. */
    void clear(ProofLaw law, long from, long to) {
        execute("DELETE FROM proof_finding WHERE law = ? AND subject BETWEEN ? AND ?", law.name(), from, to);
    }

    List<Long> broken(ProofLaw law, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT subject FROM proof_finding WHERE law = ? ORDER BY seen_at LIMIT " + limit)
                .bind(0, law.name()).mapTo(Long.class).list());
    }

    /** @param rows of the book that were looked at because they are new */
    void looked(ProofLaw law, long upToSeal, long rows) {
        execute("UPDATE proof_law SET checked_at = ?, up_to_seal = ?, new_rows = IF(? > 0, ?, new_rows) WHERE law = ?",
                now(), upToSeal, rows, rows, law.name());
    }

    void passed(ProofLaw law, long rows) {
        execute("UPDATE proof_law SET pass_rows = pass_rows + ? WHERE law = ?", rows, law.name());
    }

    /** The pass over the whole book is through. */
    void whole(ProofLaw law) {
        execute("UPDATE proof_law SET whole_at = ?, whole_rows = pass_rows, pass_rows = 0 WHERE law = ?", now(), law.name());
    }

    private void execute(String sql, Object... values) {
        database.jdbi().useHandle(handle -> handle.execute(sql, values));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
