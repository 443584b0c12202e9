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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

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

    /** Empty where nothing of the item moved in the pool of {@code place} up to {@code day}. */
    public Optional<Pools> of(ItemId item, LocationId place, LocalDate day) {
        return database.jdbi().withHandle(handle -> {
            Books.Setting setting = settings.read(handle, List.of(item));
            History history = histories.ofItem(handle, item.value(), setting.chart());
            Stock.Place pool = setting.poolOf(new Stock.Place(item, place));
            CostPool held = history.pools(setting, step -> !step.date().isAfter(day)).get(pool);
            CostPool atCost = history.pools(setting, step -> !step.date().isAfter(day) && step.basis() != Basis.REVALUE).get(pool);
            return held == null ? Optional.empty() : Optional.of(new Pools(held, atCost));
        });
    }

    public Map<ItemId, CostFlow> costing(Collection<ItemId> items) {
        Map<ItemId, CostFlow> flows = new HashMap<>();
        database.jdbi().useHandle(handle ->
                settings.read(handle, items).items().forEach((item, facts) -> flows.put(item, facts.policy().flow())));
        return flows;
    }

    /** One location in use of each pool that an item has or may have. */
    public List<LocationId> onePlaceOfEachPool(ItemId item) {
        return database.jdbi().withHandle(handle -> {
            Books.Setting setting = settings.read(handle, List.of(item));
            Map<Stock.Place, LocationId> pools = new HashMap<>();
            locations(handle).forEach(location -> pools.putIfAbsent(setting.poolOf(new Stock.Place(item, location)), location));
            List<LocationId> places = new ArrayList<>(pools.values());
            places.sort((one, other) -> Long.compare(one.value(), other.value()));
            return places;
        });
    }

    private static List<LocationId> locations(Handle handle) {
        return handle.createQuery("SELECT id FROM location WHERE active ORDER BY id").mapTo(Long.class).map(LocationId::new).list();
    }
}
