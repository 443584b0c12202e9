package entrepot.trading.sweep.server;

import entrepot.trading.sweep.Summary;
import java.time.LocalDateTime;

/**
 * What came of a sweep.
 *
 * @param dataHash   SHA-256 of all bars
 * @param resultHash of the question, the bars and all chunks
 */
public record SweepFigures(String currency, String dataHash, String resultHash, Summary summary, LocalDateTime finishedAt) {}
