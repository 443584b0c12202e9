package entrepot.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import entrepot.inventory.goods.GoodsNote;
import entrepot.inventory.goods.server.GoodsDesk;
import entrepot.inventory.ledger.Receipt;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** Takes notes of goods moved in: one, a preview of one, or many. */
@ApplicationScoped
public class NoteIntake {

    private static final String NOUN = "movements";

    @EJB
    private GoodsDesk desk;

    @Inject
    private DocumentFields documents;

    @Inject
    private Previews previews;

    /** @throws ApiProblem with everything that stands against it */
    public Previews.Preview preview(String key, NoteBody body) {
        return previews.of(desk.preview(request(key, body)));
    }

    /** @throws ApiProblem with everything that stands against it */
    public Receipt book(String key, NoteBody body) {
        return Postings.receipt(desk.post(request(key, body)));
    }

    Response post(String key, boolean dryRun, NoteBody body) {
        if (dryRun) {
            return Response.ok(preview(key == null ? UUID.randomUUID().toString() : key, body)).build();
        }
        return Postings.answer(desk.post(request(key, body)), NOUN);
    }

    StreamingOutput bulk(InputStream body, String encoding) {
        var reader = new Bulk.Reader<GoodsDesk.Request>() {
            @Override
            public GoodsDesk.Request read(String line) throws JsonProcessingException {
                return request(null, Json.MAPPER.readValue(line, NoteBody.class));
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

    private GoodsDesk.Request request(String key, NoteBody body) {
        Fields fields = new Fields();
        UUID id = documents.id(fields, key, DocumentFields.body(body).id());
        GoodsNote note = body.read(fields, id, documents);
        fields.check();
        return new GoodsDesk.Request(note, DocumentFields.content("NOTE", body), List.of(), Boolean.TRUE.equals(body.wasCounted()));
    }
}
