package entrepot.web.api;

import entrepot.inventory.count.server.ApprovalDesk;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.server.StaleCompanion;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes approvals of counts in, or shows what they would post: one line an account, however many lines the count has. */
@ApplicationScoped
public class ApprovalIntake {

    @EJB
    private ApprovalDesk desk;

    @Inject
    private DocumentFields documents;

    @Inject
    private Previews previews;

    /** @throws ApiProblem with everything that stands against it */
    public Previews.Preview preview(UUID count, ApprovalBody body) {
        ApprovalDesk.Request request = request(UUID.randomUUID().toString(), count, -1, body);
        List<Books.Attempt> attempts = unlessStale(() -> desk.preview(request));
        attempts.stream().filter(attempt -> !attempt.accepted()).findFirst().ifPresent(refused -> {
            throw CountProblems.ofApproval(refused.refusals());
        });
        return attempts.stream().map(previews::byAccount).reduce(Previews.Preview::and).orElseThrow();
    }

    /** @throws ApiProblem with everything that stands against it */
    public PostingOutcome approve(String key, UUID count, int mark, ApprovalBody body) {
        ApprovalDesk.Request request = request(key, count, mark, body);
        PostingOutcome outcome = unlessStale(() -> desk.approve(request));
        if (outcome instanceof PostingOutcome.Refused refused) {
            throw CountProblems.ofApproval(refused.refusals());
        }
        return outcome;
    }

    private static <T> T unlessStale(Supplier<T> act) {
        try {
            return act.get();
        } catch (StaleCompanion changed) {
            throw ApiProblem.stale("the count");
        }
    }

    private ApprovalDesk.Request request(String key, UUID count, int mark, ApprovalBody body) {
        Fields fields = new Fields();
        UUID posting = fields.uuid("#Idempotency-Key", key);
        ApprovalDesk.Request request = DocumentFields.body(body).read(fields, posting, count, mark, documents);
        fields.check();
        return request;
    }
}
