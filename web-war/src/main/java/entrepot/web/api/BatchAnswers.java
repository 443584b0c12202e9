package entrepot.web.api;

import entrepot.trading.pricing.server.Once;
import entrepot.trading.pricing.server.PriceList;
import entrepot.trading.pricing.server.PriceRecords;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** A batch of prices with all its changes; 201 where it is new, 200 where the key came again. */
@ApplicationScoped
public class BatchAnswers {

    @EJB
    private PriceRecords records;

    @EJB
    private PriceList list;

    Response of(Once.Made made) {
        return Response.status(made.again() ? Response.Status.OK : Response.Status.CREATED)
                .entity(find(made.row()).orElseThrow())
                .build();
    }

    Optional<PriceViews.Batch> find(long id) {
        return records.batch(id).map(batch -> PriceViews.Batch.of(batch, entries(id)));
    }

    private List<PriceViews.Entry> entries(long batch) {
        String currency = list.currency();
        return records.entriesOf(batch).stream().map(entry -> PriceViews.Entry.of(entry, currency)).toList();
    }
}
