package entrepot.trading.screen;

import java.time.LocalDate;
import java.util.List;

/**
 * What came of a screen as of a day.
 *
 * @param answers    those that passed by their rank, then the others by symbol; one for each instrument that was asked
 * @param dataHash   SHA-256 of all bars that were read: the version of the data
 * @param resultHash SHA-256 of the question, the data and all answers
 */
public record Screened(LocalDate day, List<Answer> answers, Summary summary, String dataHash, String resultHash) {}
