package entrepot.web.page;

import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import entrepot.platform.job.JobRefused;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What is running, how far, and what failed? */
@Named
@RequestScoped
public class JobsPage {

    private static final int LIMIT = 50;

    @Inject
    private JobDesk desk;

    @Inject
    private NoteBox notes;

    private String kind;
    private boolean broken;
    private long before = Long.MAX_VALUE;
    private List<JobDesk.Kind> kinds;
    private Part<Job> jobs;

    public String run(String name) {
        try {
            return "job.xhtml?faces-redirect=true&id=" + desk.runNow(name).id();
        } catch (JobRefused refused) {
            notes.bad(refused.getMessage());
            return "jobs.xhtml?faces-redirect=true";
        }
    }

    public List<JobDesk.Kind> getKinds() {
        if (kinds == null) {
            kinds = desk.kinds();
        }
        return kinds;
    }

    public Part<Job> getJobs() {
        if (jobs == null) {
            jobs = broken ? new Part<>(desk.broken(LIMIT), null)
                    : Part.of(desk.list(Asked.text(kind), before, LIMIT + 1), LIMIT, Job::id);
        }
        return jobs;
    }

    /** Seconds until the list is worth reading again. */
    public int getSeconds() {
        return getJobs().rows().stream().allMatch(job -> job.status().isOver()) ? 20 : 3;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public boolean isBroken() {
        return broken;
    }

    public void setBroken(boolean broken) {
        this.broken = broken;
    }

    public long getBefore() {
        return before;
    }

    public void setBefore(long before) {
        this.before = before;
    }
}
