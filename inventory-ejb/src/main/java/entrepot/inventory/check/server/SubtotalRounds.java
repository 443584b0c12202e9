package entrepot.inventory.check.server;

import entrepot.inventory.check.ProofLaw;
import entrepot.inventory.check.server.ProofTable.Mark;
import entrepot.inventory.check.server.ProofTable.Way;
import entrepot.inventory.subtotal.server.SubtotalTransaction;
import entrepot.inventory.subtotal.server.Subtotals;
import entrepot.platform.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Holds the subtotals against the book, block by block, round and round. A block is named by its last seal; what was sealed
 * after the last one has no subtotals, and nothing can be wrong with them.
 */
@ApplicationScoped
public class SubtotalRounds {

    private static final Duration FOR_ALL = Duration.ofMillis(100);

    @Inject
    private SubtotalTransaction subtotals;

    @Inject
    private AuditTrail trail;

    @Inject
    private ProofTable table;

    void look() {
        long last = trail.last();
        long written = subtotals.written();
        long block = table.mark(Way.SUBTOTALS).number();
        long until = System.nanoTime() + FOR_ALL.toNanos();
        long lines = 0;
        for (; block < written && System.nanoTime() < until; block++) {
            lines += lookAt(block);
        }
        table.looked(ProofLaw.SUBTOTALS, last, lines);
        table.passed(ProofLaw.SUBTOTALS, lines);
        if (block >= written) {
            table.whole(ProofLaw.SUBTOTALS);
            block = 0;
        }
        table.keep(Way.SUBTOTALS, new Mark(block, 0));
    }

    /** @return how many lines it has */
    private long lookAt(long block) {
        SubtotalTransaction.Compared compared = subtotals.compared(block);
        long seal = (block + 1) * Subtotals.SIZE;
        table.note(ProofLaw.SUBTOTALS, List.of(seal), compared.identical() ? Map.of() : Map.of(seal, "written " + without(compared.stored(), compared.made())
                + ", the book has " + without(compared.made(), compared.stored())));
        return compared.made().size();
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> left = new ArrayList<>(lines);
        left.removeAll(others);
        return left;
    }
}
