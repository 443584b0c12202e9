package entrepot.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.Receipt;
import entrepot.inventory.sale.Sale;
import entrepot.inventory.sale.server.SaleDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.UUID;

/** Takes sales and returns in: one, a preview of one, or many. */
@ApplicationScoped
public class SaleIntake {

    private static final String NOUN = "sales";

    @EJB
    private SaleDesk desk;

    @Inject
    private DocumentFields documents;

    @Inject
    private Previews previews;

    @Inject
    private TillPrices prices;

    /** @param costs whether the caller may see them. @throws ApiProblem with everything that stands against it */
    public Previews.Preview preview(Sale.Kind kind, String key, SaleBody body, boolean costs) {
        Books.Attempt attempt = desk.preview(request(kind, key, body));
        return costs ? previews.of(attempt) : previews.withoutCost(attempt);
    }

    /** @throws ApiProblem with everything that stands against it */
    public Receipt book(Sale.Kind kind, String key, SaleBody body) {
        return Postings.receipt(desk.post(request(kind, key, body)));
    }

    Response post(Sale.Kind kind, String key, boolean dryRun, SaleBody body) {
        if (dryRun) {
            return Response.ok(preview(kind, key == null ? UUID.randomUUID().toString() : key, body, true)).build();
        }
        return Postings.answer(desk.post(request(kind, key, body)), NOUN);
    }

    StreamingOutput bulk(Sale.Kind kind, InputStream body, String encoding) {
        var reader = new Bulk.Reader<SaleDesk.Request>() {
            @Override
            public SaleDesk.Request read(String line) throws JsonProcessingException {
                return request(kind, null, Json.MAPPER.readValue(line, SaleBody.class));
            }

            @Override
            public UUID id(SaleDesk.Request document) {
                return document.sale().id();
            }

            @Override
            public int size(SaleDesk.Request document) {
                return document.sale().lines().size();
            }
        };
        return new Bulk<>(reader, desk::post).answer(body, encoding);
    }

    private SaleDesk.Request request(Sale.Kind kind, String key, SaleBody body) {
        Fields fields = new Fields();
        UUID id = documents.id(fields, key, DocumentFields.body(body).id());
        SaleBody priced = kind == Sale.Kind.SALE ? prices.fill(body) : body;
        Sale sale = priced.read(fields, kind, id, documents);
        fields.check();
        return new SaleDesk.Request(sale, DocumentFields.content(kind.name(), body), prices::of);
    }
}
