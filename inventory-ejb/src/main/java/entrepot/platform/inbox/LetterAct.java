package entrepot.platform.inbox;

import java.time.LocalDateTime;

/**
 * What somebody did with a dead letter.
 *
 * @param at     UTC
 * @param act    REPLAYED or DISCARDED
 * @param body   what it said
 * @param reason why it was put aside
 * @param why    why it was discarded; null where it was sent again
 */
public record LetterAct(
        long id, LocalDateTime at, String actor, String act, String queue, String message, String body, String reason, String why) {}
