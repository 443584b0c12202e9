package entrepot.platform.inbox;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Who sent which dead letter again or threw it away, and what it said. Only added to. */
@ApplicationScoped
class LetterActs {

    private static final int LONGEST_BODY = 4000;
    private static final int LONGEST_REASON = 500;

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    /** @param why null where it was sent again */
    void note(String actor, String act, DeadLetter letter, String why) {
        database.jdbi().useHandle(handle -> handle.execute(
                "INSERT INTO letter_act (id, at, actor, act, queue, message, body, reason, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(), LocalDateTime.now(clock.withZone(ZoneOffset.UTC)), actor, act, letter.queue(), letter.id(),
                cut(letter.body(), LONGEST_BODY), cut(letter.reason(), LONGEST_REASON), why));
    }

    /** Newest first. @param before an id, or {@code Long.MAX_VALUE} */
    List<LetterAct> list(long before, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id, at, actor, act, queue, message, body, reason, why FROM letter_act WHERE id < ? ORDER BY id DESC LIMIT ?")
                .bind(0, before)
                .bind(1, limit)
                .mapTo(LetterAct.class)
                .list());
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
