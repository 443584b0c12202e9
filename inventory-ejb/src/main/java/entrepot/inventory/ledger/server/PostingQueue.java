package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.server.LedgerTransaction.Signed;
import entrepot.platform.group.QueueFull;
import entrepot.platform.group.Together;
import entrepot.platform.retry.Retry;
import jakarta.ejb.ConcurrentAccessTimeoutException;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Documents that come at the same time, from whichever callers, are prepared and posted together: one transaction, one
 * flush of the disk. What the database holds is the truth, so that several servers may do so beside each other.
 */
@ApplicationScoped
class PostingQueue {

    /** Two, so that one works while the other waits for the disk. */
    private static final int WRITERS = 2;
    private static final int MOST = 128;
    private static final int LONGEST = 2_000;

    @EJB
    private LedgerTransaction ledger;

    @Inject
    private Retry retry;

    private final Together<Asked<?>, PostingOutcome> together =
            new Together<>(this::post, (one, other) -> one.closes() == other.closes(), WRITERS, MOST, LONGEST);

    /** @param closes whether the actor may post in a softly closed month */
    record Asked<D>(D document, Preparation<D> preparation, String actor, boolean closes) {}

    PostingOutcome post(Asked<?> asked) {
        try {
            return together.ask(asked);
        } catch (QueueFull full) {
            throw new ConcurrentAccessTimeoutException("postings: " + full.getMessage());
        }
    }

    private List<PostingOutcome> post(List<Asked<?>> group) {
        PostingOutcome[] outcomes = new PostingOutcome[group.size()];
        List<Signed> signed = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Prepared[] prepared = prepared(group);
        for (int i = 0; i < prepared.length; i++) {
            if (prepared[i].accepted()) {
                signed.add(new Signed(prepared[i].command(), group.get(i).actor()));
                places.add(i);
            } else {
                outcomes[i] = new PostingOutcome.Refused(prepared[i].refusals());
            }
        }
        if (!signed.isEmpty()) {
            List<PostingOutcome> posted = retry.run(() -> ledger.post(signed, group.get(0).closes()));
            for (int i = 0; i < posted.size(); i++) {
                outcomes[places.get(i)] = posted.get(i);
            }
        }
        return Arrays.asList(outcomes);
    }

    private static Prepared[] prepared(List<Asked<?>> group) {
        Map<Preparation<?>, List<Integer>> kinds = new LinkedHashMap<>();
        for (int i = 0; i < group.size(); i++) {
            kinds.computeIfAbsent(group.get(i).preparation(), kind -> new ArrayList<>()).add(i);
        }
        Prepared[] prepared = new Prepared[group.size()];
        kinds.forEach((kind, places) -> {
            List<Prepared> some = prepare(kind, places.stream().map(group::get).toList());
            for (int i = 0; i < places.size(); i++) {
                prepared[places.get(i)] = some.get(i);
            }
        });
        return prepared;
    }

    /** What is of one preparation has documents of its kind. */
    @SuppressWarnings("unchecked")
    private static <D> List<Prepared> prepare(Preparation<D> kind, List<Asked<?>> asked) {
        return kind.prepare(asked.stream().map(one -> (D) one.document()).toList());
    }
}
