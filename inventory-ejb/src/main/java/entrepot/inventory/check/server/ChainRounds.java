package entrepot.inventory.check.server;

import entrepot.inventory.check.ProofLaw;
import entrepot.inventory.check.server.ProofTable.Mark;
import entrepot.inventory.check.server.ProofTable.Way;
import entrepot.platform.audit.AuditChain;
import entrepot.platform.audit.AuditTrail;
import entrepot.platform.audit.Sealed;
import entrepot.platform.audit.ShippedSeals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the chain a stretch at a time: one way from where all before was in order to the newest seal, another one from
 * the first seal on, round and round. A way stands still before what is not in order and looks at it again each time.
 */
@ApplicationScoped
public class ChainRounds {

    private static final int GROUP = 500;
    private static final Duration FOR_NEW = Duration.ofSeconds(1);
    private static final Duration FOR_ALL = Duration.ofMillis(100);

    @Inject
    private AuditTrail trail;

    @Inject
    private SealedLines lines;

    @Inject
    private ChainEnd end;

    @Inject
    private ProofTable table;

    void look() {
        Stretch stretch = go(Way.CHAIN, FOR_NEW);
        table.looked(ProofLaw.CHAIN, stretch.at.number(), stretch.seals);
    }

    void lookAtOld() {
        Stretch stretch = go(Way.LINKS, FOR_ALL);
        table.passed(ProofLaw.CHAIN, stretch.seals);
        if (stretch.ended) {
            table.whole(ProofLaw.CHAIN);
            table.keep(Way.LINKS, Mark.START);
        }
    }

    /** A part of the way. */
    private static final class Stretch {
        private Mark at;
        private long seals;
        private boolean ended;
        private ChainWalk.Finding finding;

        Stretch(Mark at) {
            this.at = at;
        }
    }

    private Stretch go(Way way, Duration time) {
        Mark from = table.mark(way);
        Stretch stretch = new Stretch(from);
        Optional<Sealed> believed = trail.at(from.number());
        if (from.number() > 0 && believed.isEmpty()) {
            stretch.finding = new ChainWalk.Finding(from.number(), null, null, "seal " + from.number() + " is missing",
                    "seal " + from.number(), "no such seal");
        } else {
            try (ShippedSeals file = ShippedSeals.open(from.position())) {
                walk(stretch, new ChainWalk(believed.map(AuditChain::after).orElseGet(AuditChain::whole), file), file, time);
            }
        }
        table.clear(ProofLaw.CHAIN, from.number(), stretch.at.number());
        if (stretch.finding != null) {
            table.note(ProofLaw.CHAIN, List.of(), Map.of(stretch.finding.number(), stretch.finding.text()));
        } else if (stretch.ended) {
            table.clear(ProofLaw.CHAIN, stretch.at.number() + 1, Long.MAX_VALUE);
        }
        table.keep(way, stretch.at);
        return stretch;
    }

    /** By groups that grow: among postings of thousands of lines the time is over after few of them. */
    private void walk(Stretch stretch, ChainWalk walk, ShippedSeals file, Duration time) {
        long until = System.nanoTime() + time.toNanos();
        List<Sealed> group;
        int size = 1;
        do {
            size = Math.min(2 * size, GROUP);
            group = trail.after(stretch.at.number(), size);
            if (!passes(group, stretch, walk, file)) {
                return;
            }
        } while (group.size() == size && System.nanoTime() < until);
        if (group.size() < size) {
            stretch.ended = true;
            stretch.finding = end.beyond(stretch.at.number(), file).orElse(null);
        }
    }

    /** @return whether all were in order, and the file had them */
    private boolean passes(List<Sealed> group, Stretch stretch, ChainWalk walk, ShippedSeals file) {
        Map<Long, String> rows = lines.today(group);
        for (Sealed sealed : group) {
            stretch.finding = walk.follow(sealed, rows.get(sealed.postingSeq())).orElse(null);
            if (stretch.finding == null && walk.isFileBehind()) {
                stretch.finding = end.unshipped(sealed.number()).orElse(null);
                return false;
            }
            if (stretch.finding != null) {
                return false;
            }
            stretch.at = new Mark(sealed.number(), file.position());
            stretch.seals++;
        }
        return true;
    }
}
