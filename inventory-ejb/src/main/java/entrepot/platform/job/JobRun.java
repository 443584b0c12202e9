package entrepot.platform.job;

import java.util.Optional;

/** One attempt at a job, as the work sees it. */
public interface JobRun {

    long job();

    /** Name of the account that asked for it; {@code system} for a scheduled one. */
    String requestedBy();

    /** 1 for the first. */
    int attempt();

    /** What was asked, read from JSON. */
    <T> T parameters(Class<T> type);

    /** What the attempt before left for this one. */
    <T> Optional<T> checkpoint(Class<T> type);

    /** Where the next attempt goes on, as JSON; call it after the work up to there is committed. */
    void keep(Object checkpoint);

    /** How far it is; written at most twice a second. */
    void progress(long done, long total);

    /** A line for the people who watch. */
    void log(String text);

    /** What came of it, as JSON; may be set again. */
    void outcome(Object outcome);

    /** Whether the work must stop at the next good place: somebody cancelled it, or this server is stopping. */
    boolean stopAsked();
}
