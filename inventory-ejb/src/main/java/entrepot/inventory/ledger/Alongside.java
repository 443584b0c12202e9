package entrepot.inventory.ledger;

import java.util.List;
import java.util.function.Function;

/**
 * Rows of another feature that commit with a posting or not at all: a sale's lines, the status of an order. All of one
 * statement in a group are sent together.
 */
public interface Alongside {

    /** One statement with {@code ?} for values. */
    String sql();

    /** The values of each row, in the order of the statement's question marks. */
    List<List<Object>> rows(Posted posted);

    /**
     * Whether each row must change exactly one row of the database. Where it does not, somebody changed it meanwhile:
     * the whole posting is undone.
     */
    default boolean mustHit() {
        return false;
    }

    /** Rows worked out of the posting. */
    record Rows(String sql, boolean mustHit, Function<Posted, List<List<Object>>> of) implements Alongside {
        @Override
        public List<List<Object>> rows(Posted posted) {
            return of.apply(posted);
        }
    }
}
