package entrepot.inventory.ledger;

import entrepot.inventory.valuation.Application;
import entrepot.inventory.valuation.CostTerms;
import entrepot.inventory.valuation.CostingScope;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.JournalLine;
import java.math.BigDecimal;
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

    /** The earlier movement it names, or null. */
    default Long names() {
        return null;
    }

    /** Whether it is of value alone. */
    default boolean movesNothing() {
        return false;
    }

    /** Whether what is posted already may be worth something else by it, whenever it is dated. */
    default boolean changesThePast() {
        return false;
    }

    /** Whether it counts as if it had always been so: all that ever moved of the item may be worth something else. */
    default boolean isRetrospective() {
        return false;
    }

    /** Stock comes in, worth {@code value}. */
    record Receive(ItemId item, LocationId location, Quantity quantity, Money value, AccountRole against)
            implements StockLine {}

    /** Stock goes out at what the cost flow says. */
    record Relieve(ItemId item, LocationId location, Quantity quantity, AccountRole against) implements StockLine {}

    /** Stock that went out with {@code movement} comes back, at what it cost then. */
    record GiveBack(ItemId item, LocationId location, Quantity quantity, long movement, AccountRole against)
            implements StockLine {
        @Override
        public Long names() {
            return movement;
        }
    }

    /** Stock comes back that no known movement sent out, at the unit cost the policy finds in the pool. */
    record GiveBackUnmatched(
            ItemId item, LocationId location, Quantity quantity, UnmatchedCost policy, AccountRole against)
            implements StockLine {}

    /** Stock that came in with {@code movement} goes back to where it came from. */
    record TakeBack(
            ItemId item, LocationId location, Quantity quantity, long movement, ReturnCost credit, AccountRole against)
            implements StockLine {
        @Override
        public Long names() {
            return movement;
        }
    }

    /**
     * A movement of an earlier posting is undone, at exactly what it is worth: what left comes back, what came leaves.
     *
     * @param quantity   all of the movement, positive
     * @param left       whether it took stock out
     * @param valued     whether it carried value; it did not where it moved inside one pool
     * @param returnedTo the movement it gave back to, which is open again, or null
     * @param assembled  whether its posting made one thing of others
     * @param journal    its lines in the journal, as they were
     * @param against    where there are none: what it would have been against
     */
    record Undo(
            ItemId item, LocationId location, Quantity quantity, long movement, boolean left, boolean valued, Long returnedTo,
            boolean assembled, List<JournalLine> journal, AccountRole against) implements StockLine {
        public Undo {
            journal = List.copyOf(journal);
        }

        @Override
        public Long names() {
            return movement;
        }
    }

    /** Stock changes its place and keeps its value. */
    record Move(ItemId item, LocationId location, LocationId to, Quantity quantity) implements StockLine {
        @Override
        public AccountRole against() {
            return AccountRole.INVENTORY;
        }
    }

    /** Stock leaves at what the cost flow says and becomes part of what its posting makes. */
    record Use(ItemId item, LocationId location, Quantity quantity) implements StockLine {
        @Override
        public AccountRole against() {
            return AccountRole.INVENTORY;
        }
    }

    /**
     * Stock comes, worth what its posting used and {@code beside}: labour, overhead.
     *
     * @param share of what the lines before it left of that, six decimals; null: all of it
     */
    record Make(ItemId item, LocationId location, Quantity quantity, BigDecimal share, Money beside, AccountRole against)
            implements StockLine {}

    /**
     * What the movement brought costs {@code amount} more, or less: freight, duty, another price on the invoice. The
     * policy of the item says what becomes of the part that has left.
     */
    record Charge(ItemId item, LocationId location, long movement, Money amount, AccountRole against) implements StockLine {
        @Override
        public boolean movesNothing() {
            return true;
        }

        @Override
        public Quantity quantity() {
            return Quantity.ZERO;
        }

        @Override
        public Long names() {
            return movement;
        }

        @Override
        public boolean changesThePast() {
            return true;
        }
    }

    /**
     * The movement was of another quantity than was written: it is corrected at its own date, at its own unit cost, and
     * everything after it with it.
     *
     * @param actual what it really was, zero where it never happened
     */
    record Correct(ItemId item, LocationId location, long movement, Quantity actual, AccountRole against) implements StockLine {
        @Override
        public Quantity quantity() {
            return actual;
        }

        @Override
        public Long names() {
            return movement;
        }

        @Override
        public boolean changesThePast() {
            return true;
        }
    }

    /**
     * The place holds just this.
     *
     * @param unitCost what each unit found is worth from now on, in major units, or null to leave it
     */
    record Count(ItemId item, LocationId location, Quantity quantity, BigDecimal unitCost, AccountRole against)
            implements StockLine {}

    /**
     * The place holds {@code difference} more, or less, than the book says at the end of the posting's day: what a count
     * found, wherever stock moved on between the count and its posting. What it holds then counts as counted.
     */
    record Found(ItemId item, LocationId location, Quantity difference, AccountRole against) implements StockLine {
        @Override
        public Quantity quantity() {
            return difference;
        }
    }

    /** What is on hand is worth {@code amount} more, or less. */
    record Revalue(ItemId item, LocationId location, Money amount, AccountRole against) implements StockLine {
        @Override
        public boolean movesNothing() {
            return true;
        }

        @Override
        public Quantity quantity() {
            return Quantity.ZERO;
        }
    }

    /**
     * The item is costed otherwise. Retrospectively: all that ever moved of it; what that changes of days before the
     * posting's goes to {@code against} and is booked on its day, and what it changes from then on, where it belongs.
     * Prospectively: what moves after all that is posted of the posting's day.
     */
    record ChangeCosting(ItemId item, LocationId location, CostTerms becomes, Application application, AccountRole against)
            implements StockLine {

        @Override
        public boolean isRetrospective() {
            return application == Application.RETROSPECTIVE;
        }

        @Override
        public boolean movesNothing() {
            return true;
        }

        @Override
        public Quantity quantity() {
            return Quantity.ZERO;
        }

        @Override
        public boolean changesThePast() {
            return true;
        }
    }

    /**
     * What is valued together of the item is so otherwise from the posting's day on: all that is on hand goes over. Prospectively at
     * what it is worth; retrospectively at what it would be worth had it always been so, the difference being opening equity.
     */
    record ChangeScope(ItemId item, LocationId location, CostingScope becomes, Application application) implements StockLine {

        @Override
        public boolean isRetrospective() {
            return application == Application.RETROSPECTIVE;
        }

        /** Prospectively. */
        ChangeScope(ItemId item, LocationId location, CostingScope becomes) {
            this(item, location, becomes, Application.PROSPECTIVE);
        }

        @Override
        public Quantity quantity() {
            return Quantity.ZERO;
        }

        @Override
        public AccountRole against() {
            return AccountRole.INVENTORY;
        }

        @Override
        public boolean changesThePast() {
            return true;
        }
    }

    /** A unit counts at {@code unitCost} from now on. */
    record SetStandard(ItemId item, LocationId location, BigDecimal unitCost, AccountRole against) implements StockLine {
        @Override
        public boolean movesNothing() {
            return true;
        }

        @Override
        public Quantity quantity() {
            return Quantity.ZERO;
        }
    }
}
