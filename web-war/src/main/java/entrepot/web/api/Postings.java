package entrepot.web.api;

import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Receipt;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** How a posting ended, as an HTTP answer. */
public final class Postings {

    private Postings() {}

    /** 201 for a new posting, 200 with the same answer for one that was there; a problem for all else. */
    static Response answer(PostingOutcome outcome, String noun) {
        return outcome.fold(
                accepted -> answer(Response.Status.CREATED, PostingAnswer.of(accepted.receipt(), noun)),
                already -> answer(Response.Status.OK, PostingAnswer.of(already.receipt(), noun)),
                clash -> {
                    throw Refusals.problem(clash);
                },
                refused -> {
                    throw Refusals.problem(refused.refusals());
                });
    }

    /** What was posted, now or before. @throws ApiProblem where it was not */
    public static Receipt receipt(PostingOutcome outcome) {
        return outcome.fold(
                accepted -> accepted.receipt(),
                already -> already.receipt(),
                clash -> {
                    throw Refusals.problem(clash);
                },
                refused -> {
                    throw Refusals.problem(refused.refusals());
                });
    }

    private static Response answer(Response.Status status, PostingAnswer answer) {
        return Response.status(status).location(URI.create(answer.links().self())).entity(answer).build();
    }
}
