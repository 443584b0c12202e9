package entrepot.platform.job;

import java.time.LocalDateTime;

/** A line of a job's log. */
public record JobLine(long id, LocalDateTime at, String text) {}
