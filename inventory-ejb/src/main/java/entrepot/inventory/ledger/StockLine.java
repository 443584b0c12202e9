package entrepot.inventory.ledger;

import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.JournalLine;
import java.util.List;

/**
 * What a posting does to stock: the whole instruction set of the ledger. Quantities are positive; the instruction says
 * the direction. {@code against} is the account that takes the other side of the value.
 */
public sealed interface StockLine {

    ItemId item();

    Quantity quantity();

    AccountRole against();

    /** The location whose stock the line touches first. */
    LocationId location();

    /** Stock comes in, worth {@code value}. */
    record Receive(ItemId item, LocationId location, Quantity quantity, Money value, AccountRole against)
            implements StockLine {}

    /** Stock goes out at what the cost flow says. */
    record Relieve(ItemId item, LocationId location, Quantity quantity, AccountRole against) implements StockLine {}

    /** Stock that went out with {@code movement} comes back, at what it cost then. */
    record GiveBack(ItemId item, LocationId location, Quantity quantity, long movement, AccountRole against)
            implements StockLine {}

    /** Stock comes back that no known movement sent out, at the unit cost the policy finds in the pool. */
    record GiveBackUnmatched(
            ItemId item, LocationId location, Quantity quantity, UnmatchedCost policy, AccountRole against)
            implements StockLine {}

    /** Stock that came in with {@code movement} goes back to where it came from. */
    record TakeBack(
            ItemId item, LocationId location, Quantity quantity, long movement, ReturnCost credit, AccountRole against)
            implements StockLine {}

    /**
     * A movement of an earlier posting is undone, at exactly what it was worth: what left comes back, what came leaves.
     *
     * @param quantity   all of the movement, positive
     * @param left       whether it took stock out
     * @param value      what it was worth, not negative; null where it moved inside one pool
     * @param returnedTo the movement it gave back to, which is open again, or null
     * @param journal    its lines in the journal, as they were
     */
    record Undo(
            ItemId item, LocationId location, Quantity quantity, long movement, boolean left, Money value, Long returnedTo,
            List<JournalLine> journal) implements StockLine {
        public Undo {
            journal = List.copyOf(journal);
        }

        @Override
        public AccountRole against() {
            return AccountRole.INVENTORY;
        }
    }

    /** Stock changes its place and keeps its value. */
    record Move(ItemId item, LocationId location, LocationId to, Quantity quantity) implements StockLine {
        @Override
        public AccountRole against() {
            return AccountRole.INVENTORY;
        }
    }
}
