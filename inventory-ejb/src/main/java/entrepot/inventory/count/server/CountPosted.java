package entrepot.inventory.count.server;

import entrepot.inventory.count.CountState;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Posted;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** The count is over with its posting; not where somebody changed it meanwhile. */
record CountPosted(CountTable.Head count, CountState.Posted state, String by, LocalDateTime now, LocalDate countedOn)
        implements Alongside {

    @Override
    public String sql() {
        return "UPDATE stock_count SET status = ?, closed_by = ?, closed_at = ?, counted_on = ?, posting_id = ?, version = version + 1"
                + " WHERE id = ? AND version = ?";
    }

    @Override
    public List<List<Object>> rows(Posted posted) {
        return List.of(List.of(state.status().name(), by, now, countedOn, posted.request().id(), count.id(), count.version()));
    }

    @Override
    public boolean mustHit() {
        return true;
    }
}
