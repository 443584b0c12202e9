package entrepot.inventory.stock.server;

import entrepot.inventory.stock.ShelfWorth;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The lots of items as of a day: a lot that is valued by itself has its own worth, others their part of the shelf's. */
final class LotsAsOf {

    private static final String LOTS = "SELECT i.sku, i.name, c.code category, l.code location, t.code lot, i.costing = 'SPECIFIC' own,"
            + " SUM(s.quantity) quantity, SUM(s.amount) worth FROM ("
            + "SELECT e.item_id, e.location_id, e.lot_id, SUM(e.quantity) quantity, 0 amount FROM movement e FORCE INDEX (movement_item) WHERE %1$s"
            + " GROUP BY e.item_id, e.location_id, e.lot_id UNION ALL"
            + " SELECT e.item_id, e.location_id, m.lot_id, 0, SUM(e.amount) FROM value_entry e FORCE INDEX (value_entry_item)"
            + " STRAIGHT_JOIN movement m ON m.id = e.movement_id WHERE %1$s GROUP BY e.item_id, e.location_id, m.lot_id) s"
            + " JOIN location q ON q.id = s.location_id JOIN location l ON l.id = q.site_id JOIN item i ON i.id = s.item_id"
            + " LEFT JOIN category c ON c.id = i.category_id LEFT JOIN lot t ON t.id = s.lot_id"
            + " WHERE i.tracking <> 'NONE' AND (:location IS NULL OR l.code = :location)"
            + " GROUP BY i.sku, i.name, c.code, l.code, t.code, i.costing ORDER BY i.sku, l.code, t.code";

    private LotsAsOf() {}

    record Lot(String sku, String name, String category, String location, String lot, boolean own, Quantity quantity, Money worth) {

        private Valuation.Row row(Money value) {
            return new Valuation.Row(sku, name, category, location, lot, quantity, value);
        }

        private boolean isThere() {
            return !quantity.isZero() || own && !worth.isZero();
        }
    }

    /** All lots of these items that were there, in the order of SKU, location and lot. */
    static List<Valuation.Row> of(Handle handle, ValuationReport.Day day, StockFilter filter, List<Long> items) {
        Query query = handle.createQuery(LOTS.formatted("e.item_id IN (<items>) AND " + day.counts()))
                .bindList("items", items)
                .bind("location", filter.location());
        Map<String, List<Lot>> shelves = new LinkedHashMap<>();
        day.bind(query).mapTo(Lot.class).forEach(lot ->
                shelves.computeIfAbsent(lot.sku() + "~" + lot.location(), fresh -> new ArrayList<>()).add(lot));
        return shelves.values().stream().flatMap(shelf -> rows(shelf).stream())
                .filter(row -> filter.lot() == null || filter.lot().equals(row.lot())).toList();
    }

    private static List<Valuation.Row> rows(List<Lot> shelf) {
        List<Lot> there = shelf.stream().filter(Lot::isThere).toList();
        if (there.isEmpty() || there.get(0).own()) {
            return there.stream().map(lot -> lot.row(lot.worth())).toList();
        }
        Money worth = shelf.stream().map(Lot::worth).reduce(Money::plus).orElseThrow();
        List<Money> parts = ShelfWorth.of(worth, there.stream().map(Lot::quantity).toList());
        List<Valuation.Row> rows = new ArrayList<>();
        for (int number = 0; number < there.size(); number++) {
            rows.add(there.get(number).row(parts.get(number)));
        }
        return rows;
    }
}
