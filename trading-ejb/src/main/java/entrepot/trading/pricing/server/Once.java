package entrepot.trading.pricing.server;

import entrepot.platform.idempotency.Fingerprint;
import entrepot.platform.idempotency.Idempotency;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/** Does what a key stands for once, in the caller's transaction, and remembers the row that came of it. */
@ApplicationScoped
public class Once {

    @Inject
    private Database database;

    @Inject
    private Idempotency idempotency;

    /** @param again the row was made by an earlier request with the same key */
    public record Made(long row, boolean again) {}

    /** @throws PriceRefused where the key stands for another request */
    Made once(UUID key, String content, LongSupplier work) {
        Optional<Idempotency.Claim> earlier = database.jdbi().withHandle(handle -> idempotency.earlier(handle, key));
        if (earlier.isPresent()) {
            return new Made(earlierRow(earlier.get(), content), true);
        }
        long row = work.getAsLong();
        database.jdbi().useHandle(handle -> idempotency.claim(handle,
                List.of(new Idempotency.Claim(key, Fingerprint.of(content), null, Long.toString(row)))));
        return new Made(row, false);
    }

    private static long earlierRow(Idempotency.Claim claim, String content) {
        if (claim.answer() == null || !claim.covers(content)) {
            throw PriceRefused.of(PriceRefused.Kind.CLASH, "idempotency-clash", "#Idempotency-Key",
                    "this key was used for another request");
        }
        return Long.parseLong(claim.answer());
    }
}
