package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.Stock;
import entrepot.kernel.ItemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Keeps goods where they are: no posting of theirs goes on until the transaction ends. */
@ApplicationScoped
public class StockLock {

    @Inject
    private PoolRegister register;

    @Inject
    private BookSetting settings;

    /** In the one order in which everybody locks. @param sites each an item at its site */
    public void hold(Handle handle, Collection<Stock.Place> sites) {
        if (sites.isEmpty()) {
            return;
        }
        Books.Setting setting = settings.read(handle, sites.stream().map(Stock.Place::item).distinct().toList());
        List<Stock.Place> pools = sites.stream().filter(site -> !setting.isByLot(site.item())).map(setting::poolOf).distinct().sorted().toList();
        register.numbers(pools);
        ofAllLots(handle, setting.items().keySet(), setting);
        handle.createQuery("SELECT id FROM cost_pool WHERE item_id IN (<items>) AND location_id IN (<sites>) ORDER BY id FOR UPDATE")
                .bindList("items", sites.stream().map(site -> site.item().value()).distinct().toList())
                .bindList("sites", sites.stream().map(site -> setting.poolOf(site).location().value()).distinct().toList())
                .mapTo(Long.class)
                .list();
    }

    /** Where each lot has a pool of its own: what lies at a place, and what is reserved of it, is of all of them. Before the pools, once these are made. */
    static void ofAllLots(Handle handle, Collection<ItemId> items, Books.Setting setting) {
        List<Long> byLot = items.stream().filter(setting::isByLot).map(ItemId::value).sorted().toList();
        if (!byLot.isEmpty()) {
            PoolRegister.holdOff(handle, byLot);
        }
    }
}
