package entrepot.platform.job;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Does one attempt and writes down how it ended. The work runs as role {@code system}. */
@Singleton
@PermitAll
@RunAs("system")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class JobWorker {

    private static final Logger LOG = System.getLogger(JobWorker.class.getName());

    @Inject
    private JobTable table;

    public void work(JobKind kind, Attempt attempt) {
        LOG.log(Level.INFO, "job started: kind={0} job={1} attempt={2}", kind.name(), attempt.job(), attempt.attempt());
        try {
            kind.run(attempt);
            end(kind, attempt);
        } catch (JobLost lost) {
            LOG.log(Level.WARNING, "job went to another node: kind={0} job={1}", kind.name(), attempt.job());
        } catch (RuntimeException failure) {
            fail(kind, attempt, failure);
        }
    }

    private void end(JobKind kind, Attempt attempt) {
        if (attempt.cancelSeen()) {
            table.log(attempt.job(), "cancelled");
            table.finish(attempt.job(), Job.Status.CANCELLED, null);
        } else if (attempt.serverStops()) {
            table.release(attempt.job());
        } else {
            table.finish(attempt.job(), Job.Status.DONE, null);
        }
        LOG.log(Level.INFO, "job ended: kind={0} job={1}", kind.name(), attempt.job());
    }

    /** Work that breaks because the server goes down under it did not fail: it goes on after the restart. */
    private void fail(JobKind kind, Attempt attempt, RuntimeException failure) {
        if (attempt.serverStops()) {
            table.release(attempt.job());
            return;
        }
        LOG.log(Level.ERROR, "job failed: kind=" + kind.name() + " job=" + attempt.job(), failure);
        table.log(attempt.job(), "failed: " + reason(failure));
        table.finish(attempt.job(), Job.Status.FAILED, reason(failure));
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && (cause.getMessage() == null || cause instanceof jakarta.ejb.EJBException)) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
