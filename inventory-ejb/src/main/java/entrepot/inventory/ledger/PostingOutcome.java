package entrepot.inventory.ledger;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** How a command ended. The caller answers for every case. */
public sealed interface PostingOutcome {

    record Accepted(Receipt receipt) implements PostingOutcome {}

    /** The same id was posted before with the same content: the first answer, again. */
    record AlreadyPosted(Receipt receipt) implements PostingOutcome {}

    /** The same id was posted before with other content. */
    record Clash(UUID id, long seq) implements PostingOutcome {}

    record Refused(List<Refusal> refusals) implements PostingOutcome {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * Answers by case. Java 17 has no pattern switch, so this stands in for one: a case added here makes every caller
     * fail to compile until it answers.
     */
    default <R> R fold(
            Function<Accepted, R> accepted,
            Function<AlreadyPosted, R> already,
            Function<Clash, R> clash,
            Function<Refused, R> refused) {
        if (this instanceof Accepted a) return accepted.apply(a);
        if (this instanceof AlreadyPosted a) return already.apply(a);
        if (this instanceof Clash c) return clash.apply(c);
        if (this instanceof Refused r) return refused.apply(r);
        throw new AssertionError(this);
    }
}
