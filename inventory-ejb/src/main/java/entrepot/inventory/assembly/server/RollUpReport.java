package entrepot.inventory.assembly.server;

import entrepot.inventory.assembly.Bill;
import entrepot.inventory.assembly.RollUp;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.DocumentRefused.Why;
import entrepot.inventory.ledger.Stock;
import entrepot.inventory.ledger.server.StockAtCost;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What an item would cost to make today. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class RollUpReport {

    @Inject
    private Database database;

    @Inject
    private BillTable bills;

    @Inject
    private CodeBook codes;

    @Inject
    private StockAtCost stock;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;


    /** @throws BillRefused where nothing says what it is made of, or the place is not known */
    public RollUp.Node of(String sku, String location, Quantity quantity) {
        CodeBook.Item item = codes.items(List.of(sku)).get(sku);
        if (item == null || !bills.current(List.of(item.id())).containsKey(item.id())) {
            throw BillRefused.of(Why.MISSING, "not-found", "no bill of '" + sku + "'");
        }
        LocationId place = codes.locations(List.of(location)).get(location);
        if (place == null) {
            throw BillRefused.of(Why.ASKED, "unknown-location", "no location '" + location + "'");
        }
        LocalDate today = companies.company().businessDate(clock.instant());
        return new RollUp(companies.company().currency(), one -> known(one, place, today)).make(item.id(), quantity);
    }

    private RollUp.Known known(ItemId item, LocationId place, LocalDate day) {
        record Facts(String sku, BigDecimal purchaseCost) {}
        Facts facts = database.jdbi().withHandle(handle -> handle.createQuery("SELECT sku, purchase_cost FROM item WHERE id = ?")
                .bind(0, item.value()).mapTo(Facts.class).one());
        Bill bill = bills.current(List.of(item)).get(item);
        return new RollUp.Known(facts.sku(), stock.of(new Stock.Place(item, place), day).map(pools -> pools.held()).orElse(null), bill, facts.purchaseCost());
    }
}
