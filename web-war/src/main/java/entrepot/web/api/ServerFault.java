package entrepot.web.api;

import entrepot.platform.retry.Retry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A fault that is not the client's. Logged once, with an incident number; the client gets the number and no more. Where
 * the database or a pool is away it is worth trying again, and the answer says so.
 */
public final class ServerFault {

    private static final Logger LOG = System.getLogger(ServerFault.class.getName());
    private static final String RETRY_SECONDS = "5";
    /** Of MariaDB: disk full, table full (which is what InnoDB says of a full disk), error while writing a file, error of the engine. */
    private static final Set<Integer> DISK_FULL = Set.of(1021, 1114, 1026, 1030);

    private final ProblemJson problem;
    private final boolean passing;

    private ServerFault(ProblemJson problem, boolean passing) {
        this.problem = problem;
        this.passing = passing;
    }

    /** @param request method and path, for the log */
    public static ServerFault of(Throwable cause, String request) {
        String incident = UUID.randomUUID().toString().substring(0, 13);
        boolean passing = isOutage(cause);
        LOG.log(Level.ERROR, "incident " + incident + ": " + request.replaceAll("\\p{Cntrl}", "?"), cause);
        ProblemJson problem = passing
                ? ProblemJson.of(503, "unavailable", "the server is too busy or its database is away or full: try again", incident)
                : ProblemJson.of(500, "server-fault", "something broke here; whoever runs the server finds it by the incident number", incident);
        return new ServerFault(problem, passing);
    }

    public ProblemJson problem() {
        return problem;
    }

    public Optional<String> retryAfter() {
        return passing ? Optional.of(RETRY_SECONDS) : Optional.empty();
    }

    /** No connection to be had, the one there was is gone, the disk is full, every race for a row was lost, or no bean was free. */
    static boolean isOutage(Throwable failure) {
        if (Retry.lostRace(failure)) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && isOutage(sql)
                    || cause instanceof jakarta.resource.ResourceException
                    || cause instanceof jakarta.ejb.ConcurrentAccessTimeoutException
                    || isPoolDry(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("08") || DISK_FULL.contains(failure.getErrorCode());
    }

    /** WildFly says so by its message alone (WFLYEJB0378). */
    private static boolean isPoolDry(Throwable cause) {
        return cause instanceof jakarta.ejb.EJBException && cause.getMessage() != null && cause.getMessage().contains("WFLYEJB0378");
    }
}
