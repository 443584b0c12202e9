package entrepot.inventory.purchasing.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import entrepot.inventory.purchasing.PurchaseOutcome;
import entrepot.platform.idempotency.Fingerprint;
import entrepot.platform.idempotency.Idempotency;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A buyer's request is done once: its key is claimed with the orders it made, and a second try is told these. */
@ApplicationScoped
public class Once {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    private Database database;

    @Inject
    private Idempotency idempotency;

    Optional<PurchaseOutcome> earlier(UUID key, String content) {
        return database.jdbi().withHandle(handle -> idempotency.earlier(handle, key))
                .map(claim -> claim.posting() == null && claim.covers(content)
                        ? new PurchaseOutcome.Done(read(claim.answer()), true)
                        : PurchaseOutcome.refused(PurchaseOutcome.Why.CLASH, "idempotency-clash",
                                "the key " + key + " was used before for another request; a new request needs a new key"));
    }

    PurchaseOutcome claim(UUID key, String content, List<UUID> orders) {
        var claim = new Idempotency.Claim(key, Fingerprint.of(content), null, write(orders));
        database.jdbi().useHandle(handle -> idempotency.claim(handle, List.of(claim)));
        return new PurchaseOutcome.Done(orders, false);
    }

    private static String write(List<UUID> orders) {
        try {
            return JSON.writeValueAsString(orders);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot write " + orders, failure);
        }
    }

    private static List<UUID> read(String answer) {
        try {
            return List.of(JSON.readValue(answer, UUID[].class));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("not a list of orders: " + answer, failure);
        }
    }
}
