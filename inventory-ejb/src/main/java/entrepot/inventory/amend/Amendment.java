package entrepot.inventory.amend;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What every amendment says of itself.
 *
 * @param id        chosen by the client before its first try
 * @param day       the business date of what is learnt; what is amended keeps its own
 * @param at        when it was learnt, UTC
 * @param reference the document it is learnt from, or null
 * @param reason    why; or null
 * @param content   what the client sent: a second try must say the same
 */
public record Amendment(UUID id, LocalDate day, Instant at, String reference, String reason, String content) {}
