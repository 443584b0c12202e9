package entrepot.inventory.statement.server;

import java.time.LocalDate;

/**
 * Which period, as known when, of which goods; null: no condition.
 *
 * @param knownAt a seal, or null for all that is posted
 */
public record StatementFilter(LocalDate from, LocalDate to, Long knownAt, String location, String category, String sku) {

    public boolean isOfAll() {
        return location == null && category == null && sku == null;
    }
}
