package entrepot.inventory.catalogue.server;

import entrepot.inventory.ledger.server.BookSetting;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Whether the book has something that a change to the catalogue would tear from its meaning. */
@ApplicationScoped
class StockHeld {

    @Inject
    private Database database;

    boolean atLocation(long location) {
        return database.jdbi().withHandle(handle -> handle
                .select("SELECT EXISTS (SELECT 1 FROM stock_balance WHERE location_id = ? AND on_hand <> 0)", location)
                .mapTo(boolean.class)
                .one());
    }

    boolean hasPlaces(long site) {
        return database.jdbi().withHandle(handle ->
                handle.select("SELECT EXISTS (SELECT 1 FROM location WHERE of_site = ?)", site).mapTo(boolean.class).one());
    }

    /** Whether an item moved at the site, or at a place of it, whose pool there is that of the site's group. */
    boolean movedByGroup(long site) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT EXISTS (SELECT 1 FROM location w JOIN stock_balance b ON b.location_id = w.id JOIN item i ON i.id = b.item_id"
                        + " WHERE w.site_id = :site AND (" + BookSetting.scope("i") + " = 'GROUP' OR EXISTS (SELECT 1 FROM scope_change s"
                        + " WHERE s.item_id = i.id AND 'GROUP' IN (s.was, s.becomes))) AND EXISTS (SELECT 1 FROM movement m"
                        + " WHERE m.item_id = b.item_id AND m.location_id = w.id))")
                .bind("site", site)
                .mapTo(boolean.class)
                .one());
    }

    /** Those of the items that ever moved. */
    Set<Long> moved(Collection<Long> items) {
        return among("SELECT DISTINCT item_id FROM movement WHERE item_id IN (<items>)", items);
    }

    /** Those of the items that ever moved, ours or a supplier's. */
    Set<Long> movedOrConsigned(Collection<Long> items) {
        return among("SELECT item_id FROM movement WHERE item_id IN (<items>) UNION SELECT item_id FROM consigned_event WHERE item_id IN (<items>)", items);
    }

    /** Those of the items that have stock or value now. */
    Set<Long> held(Collection<Long> items) {
        return among("SELECT DISTINCT item_id FROM cost_pool WHERE (on_hand <> 0 OR value <> 0) AND item_id IN (<items>)", items);
    }

    /** @param category 0 for the items whose category has no inventory account of its own, or that have no category; @param site or 0 for all */
    boolean inCategory(long category, long site) {
        String which = category != 0
                ? "i.category_id = :category"
                : ":category = 0 AND NOT EXISTS (SELECT 1 FROM account_mapping m WHERE m.role = 'INVENTORY' AND m.category_id = i.category_id AND m.site_id = 0)";
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT EXISTS (SELECT 1 FROM cost_pool p JOIN item i ON i.id = p.item_id"
                        + " WHERE (p.on_hand <> 0 OR p.value <> 0) AND :site IN (0, p.location_id) AND " + which + ")")
                .bind("category", category)
                .bind("site", site)
                .mapTo(boolean.class)
                .one());
    }

    private Set<Long> among(String sql, Collection<Long> items) {
        return items.isEmpty()
                ? Set.of()
                : database.jdbi().withHandle(handle ->
                        Set.copyOf(handle.createQuery(sql).bindList("items", List.copyOf(items)).mapTo(Long.class).list()));
    }
}
