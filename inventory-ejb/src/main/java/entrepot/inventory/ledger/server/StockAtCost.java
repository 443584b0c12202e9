package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.History;
import entrepot.inventory.ledger.Stock;
import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPool;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works the pools of an item out for a day, as they are and as they would be without write-downs. */
@ApplicationScoped
public class StockAtCost {

    @Inject
    private Database database;

    @Inject
    private HistoryReader histories;

    @Inject
    private BookSetting settings;

    /** @param atCost never written down */
    public record Pools(CostPool held, CostPool atCost) {}

    /** @param places one location in use of each pool that the item has or may have */
    public record Costing(CostFlow flow, List<LocationId> places) {}

    /** Empty where nothing of the item moved in the pool of {@code place} up to {@code day}. */
    public Optional<Pools> of(Stock.Place place, LocalDate day) {
        return database.jdbi().withHandle(handle -> {
            Books.Setting setting = settings.read(handle, List.of(place.item()));
            History history = histories.ofItem(handle, place.item().value(), setting.chart());
            Stock.Place pool = setting.poolOf(place);
            CostPool held = history.pools(setting, step -> !step.date().isAfter(day)).get(pool);
            CostPool atCost = history.pools(setting, step -> !step.date().isAfter(day) && step.basis() != Basis.REVALUE).get(pool);
            return held == null ? Optional.empty() : Optional.of(new Pools(held, atCost));
        });
    }

    /** By what items are costed, and where each has its pools. */
    public Map<ItemId, Costing> costing(Collection<ItemId> items) {
        return database.jdbi().withHandle(handle -> {
            Books.Setting setting = settings.read(handle, items);
            List<LocationId> locations =
                    handle.createQuery("SELECT id FROM location WHERE active ORDER BY id").mapTo(Long.class).map(LocationId::new).list();
            Map<ItemId, Costing> costing = new HashMap<>();
            setting.items().forEach((item, facts) ->
                    costing.put(item, new Costing(facts.policy().flow(), onePlaceOfEachPool(item, locations, setting))));
            return costing;
        });
    }

    private static List<LocationId> onePlaceOfEachPool(ItemId item, List<LocationId> locations, Books.Setting setting) {
        Map<Stock.Place, LocationId> pools = new LinkedHashMap<>();
        locations.forEach(location -> pools.putIfAbsent(setting.poolOf(new Stock.Place(item, location)), location));
        return List.copyOf(pools.values());
    }
}
