package entrepot.web.api;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.Receipt;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/**
 * Takes in what changes value without moving goods: posted, or shown as it would be, for those who ask over REST and on pages.
 *
 * @param <B> what is asked for, as it was typed
 */
public abstract class ProposedIntake<B> {

    @Inject
    Previews previews;

    /** @throws ApiProblem with everything that is wrong with it */
    abstract Proposed read(String key, B body);

    Previews.Preview shown(Books.Attempt attempt) {
        return previews.of(attempt);
    }

    Response post(String key, boolean dryRun, B body) {
        return dryRun ? Response.ok(preview(Proposed.orAny(key), body)).build() : read(key, body).posted();
    }

    /** @throws ApiProblem with everything that stands against it */
    public Previews.Preview preview(String key, B body) {
        return shown(read(key, body).look().get());
    }

    /** @throws ApiProblem with everything that stands against it */
    public Receipt book(String key, B body) {
        return read(key, body).booked();
    }
}
