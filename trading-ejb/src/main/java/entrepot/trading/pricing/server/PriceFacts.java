package entrepot.trading.pricing.server;

import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import entrepot.trading.pricing.Situation;
import entrepot.trading.pricing.Situation.Changes;
import entrepot.trading.pricing.Situation.Cost;
import entrepot.trading.pricing.Situation.DemandRate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Reads what inventory knows of an item: on hand, cost, demand. Read only, over all locations.
 *
 * <p>Cost is value over quantity of what is on hand, or the cost of the last movement where nothing is; it was confirmed
 * when the item was last received. Demand is what was sold less what came back, over the last {@value #WINDOW_DAYS} days
 * or since the item first moved.
 */
@ApplicationScoped
public class PriceFacts {

    static final int WINDOW_DAYS = 56;

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    record Item(long id, String sku, Long categoryId, boolean active) {}

    /** @param last null before the first change; {@code today} counts changes since midnight of the company */
    record Changed(LocalDateTime last, int today) {}

    record Stock(long onHand, long valued, long value, BigDecimal lastUnitCost, LocalDate received, LocalDate first, long sold) {}

    Optional<Item> item(long id) {
        return item("id", id);
    }

    Optional<Item> item(String sku) {
        return item("sku", sku);
    }

    private Optional<Item> item(String column, Object value) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id, sku, category_id, active FROM item WHERE " + column + " = ?")
                .bind(0, value)
                .mapTo(Item.class)
                .findOne());
    }

    Situation situation(PriceTable.Entry book) {
        Instant now = clock.instant();
        LocalDate today = companies.company().businessDate(now);
        Stock stock = stock(book.item(), today.minusDays(WINDOW_DAYS - 1));
        Changed changed = changed(book.item(), today);
        return new Situation(now, today, book.basePrice(), book.price(), cost(stock), new Quantity(stock.onHand()),
                demand(stock, today), new Changes(Optional.ofNullable(changed.last()).map(at -> at.toInstant(ZoneOffset.UTC)), changed.today()));
    }

    private Optional<Cost> cost(Stock stock) {
        int digits = companies.company().currency().getDefaultFractionDigits();
        BigDecimal unit = stock.valued() > 0
                ? BigDecimal.valueOf(stock.value(), digits).divide(new Quantity(stock.valued()).decimal(), 6, RoundingMode.HALF_UP)
                : stock.lastUnitCost();
        return unit == null || unit.signum() <= 0 || stock.received() == null
                ? Optional.empty()
                : Optional.of(new Cost(unit, stock.received()));
    }

    private static DemandRate demand(Stock stock, LocalDate today) {
        if (stock.first() == null || stock.first().isAfter(today)) {
            return new DemandRate(0, 0);
        }
        int days = (int) Math.min(WINDOW_DAYS, ChronoUnit.DAYS.between(stock.first(), today) + 1);
        return new DemandRate(Math.max(0, stock.sold()) / 1e6 / days, days);
    }

    private Stock stock(long item, LocalDate from) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT (SELECT COALESCE(SUM(on_hand), 0) FROM stock_balance WHERE item_id = :item) on_hand,"
                        + " (SELECT COALESCE(SUM(on_hand), 0) FROM cost_pool WHERE item_id = :item AND on_hand > 0) valued,"
                        + " (SELECT COALESCE(SUM(value), 0) FROM cost_pool WHERE item_id = :item AND on_hand > 0) value,"
                        + " (SELECT last_unit_cost FROM cost_pool WHERE item_id = :item AND last_unit_cost IS NOT NULL"
                        + " ORDER BY last_date DESC, location_id LIMIT 1) last_unit_cost,"
                        + " (SELECT MAX(business_date) FROM movement WHERE item_id = :item AND kind IN ('OPENING', 'RECEIPT')) received,"
                        + " (SELECT MIN(business_date) FROM movement WHERE item_id = :item) first,"
                        + " (SELECT COALESCE(-SUM(m.quantity), 0) FROM stock_balance b JOIN movement m ON m.item_id = b.item_id"
                        + " AND m.location_id = b.location_id LEFT JOIN movement s ON s.id = m.source_movement_id"
                        + " WHERE b.item_id = :item AND m.business_date >= :from AND (m.kind IN ('SALE', 'CUSTOMER_RETURN')"
                        + " OR m.kind = 'REVERSAL' AND s.kind IN ('SALE', 'CUSTOMER_RETURN'))) sold")
                .bind("item", item)
                .bind("from", from)
                .mapTo(Stock.class)
                .one());
    }

    private Changed changed(long item, LocalDate today) {
        LocalDateTime midnight = LocalDateTime.ofInstant(today.atStartOfDay(companies.company().zone()).toInstant(), ZoneOffset.UTC);
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT MAX(from_at) last, COALESCE(SUM(from_at >= :midnight), 0) today FROM price_history"
                        + " WHERE item_id = :item AND price <> price_before")
                .bind("item", item)
                .bind("midnight", midnight)
                .mapTo(Changed.class)
                .one());
    }
}
