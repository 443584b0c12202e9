package entrepot.trading.screen.server;

import entrepot.trading.screen.Summary;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** What came of a run, without its answers. @param finishedAt UTC */
public record ScreenFigures(LocalDate day, String dataHash, String resultHash, Summary summary, LocalDateTime finishedAt) {}
