package entrepot.web.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import entrepot.platform.job.JobLine;
import entrepot.platform.job.JobRefused;
import entrepot.web.api.Json;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** How far is this job, and what did it say? */
@Named
@RequestScoped
public class JobPage {

    private static final int LINES = 200;

    @Inject
    private JobDesk desk;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    private long id;
    private Job job;
    private List<JobLine> log;

    public void open() {
        job = desk.find(id).orElse(null);
        Missing.unless(job != null);
    }

    /** Of something that is shown with its job. @return whether it is over; it may not have been when that was read, and will not be looked at again */
    boolean follow(long of) {
        id = of;
        open();
        return job.status().isOver();
    }

    public String cancel() {
        return act(desk::cancel, "job.cancelled", "job.over");
    }

    public String retry() {
        return act(desk::retry, "job.retried", "job.not.failed");
    }

    private String act(LongPredicate action, String done, String late) {
        try {
            if (action.test(id)) {
                notes.good(show.word("note", done));
            } else {
                notes.bad(show.word("note", late));
            }
        } catch (JobRefused refused) {
            notes.bad(refused.getMessage());
        }
        return "job.xhtml?faces-redirect=true&id=" + id;
    }

    public boolean isCancellable() {
        return job != null && !job.status().isOver() && !job.cancelAsked() && desk.may(job);
    }

    public boolean isRetryable() {
        return job != null && (job.status() == Job.Status.FAILED || job.status() == Job.Status.CANCELLED) && desk.may(job);
    }

    public int getSeconds() {
        return job.status().isOver() ? 0 : 2;
    }

    public Job getJob() {
        return job;
    }

    public List<JobLine> getLog() {
        if (log == null) {
            log = desk.tail(id, LINES);
        }
        return log;
    }

    /** What came of it, part by part. */
    public Map<String, String> getOutcome() {
        return parts(JsonNode::isValueNode);
    }

    /** Parts that have parts themselves, as they are kept. */
    public Map<String, String> getDetails() {
        return parts(JsonNode::isContainerNode);
    }

    private Map<String, String> parts(Predicate<JsonNode> shown) {
        Map<String, String> parts = new LinkedHashMap<>();
        try {
            Json.MAPPER.readTree(job.outcome()).properties().stream()
                    .filter(part -> shown.test(part.getValue()))
                    .forEach(part -> parts.put(part.getKey(), part.getValue().isValueNode() ? part.getValue().asText() : part.getValue().toString()));
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException("the outcome of job " + id + " is no JSON", noJson);
        }
        return parts;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}
