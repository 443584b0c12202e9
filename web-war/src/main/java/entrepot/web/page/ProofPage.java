package entrepot.web.page;

import entrepot.inventory.check.server.ProofReport;
import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Does the book hold? */
@Named
@RequestScoped
public class ProofPage {

    private static final int MOST = 200;

    @EJB
    private ProofReport report;

    @Inject
    private JobDesk desk;

    private List<ProofReport.State> laws;
    private List<ProofReport.Finding> findings;
    private List<Job> nightly;

    public List<ProofReport.State> getLaws() {
        if (laws == null) {
            laws = report.laws();
        }
        return laws;
    }

    public List<ProofReport.Finding> getFindings() {
        if (findings == null) {
            findings = report.findings(MOST);
        }
        return findings;
    }

    public boolean isHolds() {
        return getLaws().stream().allMatch(ProofReport.State::holds);
    }

    public boolean isStale() {
        return report.stale(getLaws());
    }

    public long getSealed() {
        return report.sealed();
    }

    /** The last run of each job that looks through all of the book. */
    public List<Job> getNightly() {
        if (nightly == null) {
            nightly = Stream.of("ledger-check", "audit-verify", "rebuild-projections")
                    .map(kind -> desk.list(kind, Long.MAX_VALUE, 1).stream().findFirst().orElse(null))
                    .filter(Objects::nonNull)
                    .toList();
        }
        return nightly;
    }
}
