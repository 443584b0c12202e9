package entrepot.web.api;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Receipt;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Supplier;

/** A document that was read: ready to be posted, or shown as it would be. */
record Proposed(Supplier<PostingOutcome> post, Supplier<Books.Attempt> look) {

    private static final String NOUN = "movements";

    /** What a key is where nothing will be posted. */
    static String orAny(String key) {
        return key == null ? UUID.randomUUID().toString() : key;
    }

    Response posted() {
        return Postings.answer(post.get(), NOUN);
    }

    /** @throws ApiProblem with everything that stands against it */
    Receipt booked() {
        return Postings.receipt(post.get());
    }
}
