package entrepot.trading.screen.server;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A screen that was asked.
 *
 * @param number  the later, the higher
 * @param day     as of it, or null for the last one with bars
 * @param nightly whether it was asked by itself
 */
public record ScreenRun(long number, UUID id, String name, int version, LocalDate day, boolean nightly, long jobId, LocalDateTime createdAt,
        String createdBy) {}
