package entrepot.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import entrepot.inventory.goods.GoodsNote;
import entrepot.inventory.goods.server.GoodsDesk;
import entrepot.inventory.ledger.PostingKind;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Takes notes of goods moved in: one, a preview of one, or many; each role its kinds. */
@ApplicationScoped
public class NoteIntake {

    private static final String NOUN = "movements";
    private static final Map<String, Set<PostingKind>> KINDS = Map.of(
            "admin", EnumSet.allOf(PostingKind.class),
            "storekeeper", EnumSet.allOf(PostingKind.class),
            "buyer", EnumSet.of(PostingKind.RECEIPT, PostingKind.SUPPLIER_RETURN),
            "accountant", EnumSet.of(PostingKind.OPENING, PostingKind.ADJUSTMENT));

    @EJB
    private GoodsDesk desk;

    @Inject
    private DocumentFields documents;

    @Inject
    private Previews previews;

    Response post(SecurityContext caller, String key, boolean dryRun, NoteBody body) {
        if (dryRun) {
            String preview = key == null ? UUID.randomUUID().toString() : key;
            return previews.answer(desk.preview(request(caller, preview, DocumentFields.body(body))));
        }
        return Postings.answer(desk.post(request(caller, key, DocumentFields.body(body))), NOUN);
    }

    StreamingOutput bulk(SecurityContext caller, InputStream body, String encoding) {
        var reader = new Bulk.Reader<GoodsDesk.Request>() {
            @Override
            public GoodsDesk.Request read(String line) throws JsonProcessingException {
                return request(caller, null, Json.MAPPER.readValue(line, NoteBody.class));
            }

            @Override
            public UUID id(GoodsDesk.Request document) {
                return document.note().id();
            }

            @Override
            public int size(GoodsDesk.Request document) {
                return document.note().lines().size();
            }
        };
        return new Bulk<>(reader, desk::post).answer(body, encoding);
    }

    private GoodsDesk.Request request(SecurityContext caller, String key, NoteBody body) {
        Fields fields = new Fields();
        UUID id = documents.id(fields, key, DocumentFields.body(body).id());
        GoodsNote note = body.read(fields, id, documents);
        fields.check();
        mayPost(caller, note.kind());
        return new GoodsDesk.Request(note, DocumentFields.content("NOTE", body));
    }

    private static void mayPost(SecurityContext caller, PostingKind kind) {
        boolean may = KINDS.entrySet().stream()
                .anyMatch(role -> role.getValue().contains(kind) && caller.isUserInRole(role.getKey()));
        if (!may) {
            throw ApiProblem.of(403, "forbidden", "your role does not post movements of kind " + kind);
        }
    }
}
