package entrepot.web.api;

import entrepot.platform.inbox.DeadLetter;
import entrepot.platform.inbox.DeadLetters;
import entrepot.platform.inbox.LetterAct;
import entrepot.platform.outbox.Outbox;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** Messages that were put aside, each with its reason: look, send again, discard. */
@Path("dead-letters")
@RequestScoped
@RolesAllowed({"auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class DeadLettersResource {

    @EJB
    private DeadLetters letters;

    /** @param reason why nobody needs it */
    record Discard(String reason) {}

    /** @param total of the queue asked for, or of all */
    public record Answer(int total, List<DeadLetter> items, String next) {}

    @GET
    public Answer list(@QueryParam("queue") String queue, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        if (queue != null && !Outbox.TOPICS.contains(queue)) {
            fields.refuse("?queue", "unknown-queue", "must be one of " + String.join(", ", Outbox.TOPICS));
        }
        int rows = fields.limit(limit);
        UUID last = fields.uuidIfGiven("?after", after);
        fields.check();
        List<DeadLetter> all = letters.list(queue);
        List<DeadLetter> rest = last == null ? all
                : all.stream().dropWhile(letter -> !letter.id().equals(last.toString())).skip(1).toList();
        Page<DeadLetter> page = Page.of(rest.stream().limit(rows + 1L).toList(), rows, DeadLetter::id);
        return new Answer(all.size(), page.items(), page.next());
    }

    /** What was done with letters, newest first. */
    @GET
    @Path("acts")
    public Page<LetterAct> acts(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        int rows = fields.limit(limit);
        long before = fields.key(after, 18, Long.MAX_VALUE);
        fields.check();
        return Page.of(letters.acts(before, rows + 1), rows, LetterAct::id);
    }

    @POST
    @Path("{id}/replay")
    @RolesAllowed("admin")
    public void replay(@PathParam("id") String id) {
        if (!letters.sendAgain(known(id))) {
            throw ApiProblem.notFound("dead letter " + id);
        }
    }

    @POST
    @Path("{id}/discard")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public void discard(@PathParam("id") String id, Discard body) {
        Fields fields = new Fields();
        String reason = fields.text("/reason", DocumentFields.body(body).reason(), 200);
        fields.check();
        if (!letters.discard(known(id), reason)) {
            throw ApiProblem.notFound("dead letter " + id);
        }
    }

    private static String known(String id) {
        return PathId.of(id).map(UUID::toString).orElseThrow(() -> ApiProblem.notFound("dead letter " + id));
    }
}
