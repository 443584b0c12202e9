package entrepot.trading.learning.server;

import java.time.LocalDateTime;

/** What a person said of a model. @param step from 1; @param note why */
public record ModelDecision(int step, ModelState state, String note, LocalDateTime decidedAt, String decidedBy) {}
