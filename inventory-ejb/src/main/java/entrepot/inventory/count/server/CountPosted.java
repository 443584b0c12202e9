package entrepot.inventory.count.server;

import entrepot.inventory.count.CountState;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Posted;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * The count is over with its posting; not where somebody changed it meanwhile. Its stock is locked when this is asked, so that
 * nobody can post what would change the book of then before the end.
 *
 * @param holds whether the count and the book of then still are what was approved, by the number of the posting
 */
record CountPosted(
        CountTable.Head count, CountState.Posted state, String by, LocalDateTime now, LocalDate countedOn, LongPredicate holds)
        implements Alongside {

    private static final int NO_VERSION = -1;

    @Override
    public String sql() {
        return "UPDATE stock_count SET status = ?, closed_by = ?, closed_at = ?, counted_on = ?, posting_id = ?, version = version + 1"
                + " WHERE id = ? AND version = ?";
    }

    @Override
    public List<List<Object>> rows(Posted posted) {
        int version = holds.test(posted.seq()) ? count.version() : NO_VERSION;
        return List.of(List.of(state.status().name(), by, now, countedOn, posted.request().id(), count.id(), version));
    }

    @Override
    public boolean mustHit() {
        return true;
    }
}
