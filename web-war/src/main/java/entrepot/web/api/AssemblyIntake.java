package entrepot.web.api;

import entrepot.inventory.assembly.AssemblyNote;
import entrepot.inventory.assembly.server.AssemblyDesk;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.Receipt;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Takes in what was made and what was taken apart. */
@ApplicationScoped
public class AssemblyIntake {

    @EJB
    private AssemblyDesk desk;

    @Inject
    private DocumentFields documents;

    @Inject
    private Previews previews;

    /** @throws ApiProblem with everything that stands against it */
    public Previews.Preview preview(String key, PostingKind kind, AssemblyBody body) {
        return previews.of(desk.preview(read(key, kind, body), content(kind, body)));
    }

    /** @throws ApiProblem with everything that stands against it */
    public Receipt book(String key, PostingKind kind, AssemblyBody body) {
        return Postings.receipt(desk.post(read(key, kind, body), content(kind, body)));
    }

    Response post(String key, boolean dryRun, PostingKind kind, AssemblyBody body) {
        return dryRun
                ? Response.ok(preview(key == null ? UUID.randomUUID().toString() : key, kind, body)).build()
                : Postings.answer(desk.post(read(key, kind, body), content(kind, body)), "movements");
    }

    private AssemblyNote read(String key, PostingKind kind, AssemblyBody body) {
        Fields fields = new Fields();
        UUID id = documents.id(fields, key, null);
        AssemblyNote note = DocumentFields.body(body).read(fields, id, kind, documents);
        fields.check();
        return note;
    }

    private static String content(PostingKind kind, AssemblyBody body) {
        return DocumentFields.content(kind.name(), body);
    }
}
