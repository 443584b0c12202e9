package entrepot.inventory.valuation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** In which order, or at which rate, cost leaves a pool. */
public enum CostFlow {

    /** First in, first out (IAS 2.25). */
    FIFO,

    /** Last in, first out (US GAAP, ASC 330-10-30-9; not allowed by IAS 2). */
    LIFO,

    /** Weighted average (IAS 2.27), moving or of a period: see {@link AveragePeriod}. */
    AVERAGE,

    /** What each lot or piece itself cost (IAS 2.23): a pool of its own, in which the units of a lot share their cost. */
    SPECIFIC,

    /** A rate set in advance (IAS 2.21); what goods really cost beyond it is a variance. */
    STANDARD;

    /** The flows that need nothing but receipts and issues, so that each can take the place of another. */
    public static final Set<CostFlow> INTERCHANGEABLE = Collections.unmodifiableSet(EnumSet.of(FIFO, LIFO, AVERAGE));

    /** Whether a layer can still be told from those that came with other movements. */
    boolean tellsApart() {
        return this == FIFO || this == LIFO;
    }
}
