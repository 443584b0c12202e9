package entrepot.platform.inbox;

import java.time.Instant;

/**
 * A message that was put aside.
 *
 * @param id     a UUID, of this letter and not of the message it was
 * @param queue  where it came from
 * @param reason why it was put aside
 * @param body   what it says, as it came
 */
public record DeadLetter(String id, String queue, Instant putAsideAt, String reason, String body) {}
