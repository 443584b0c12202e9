package entrepot.inventory.exchange.server;

import entrepot.inventory.exchange.RateBook;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Rates as they were entered. */
@ApplicationScoped
public class RateTable {

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    private record Dated(String currency, LocalDate validFrom, BigDecimal rate) {}

    /** All there is of these currencies. */
    public RateBook book(Collection<Currency> currencies) {
        Currency own = companies.company().currency();
        List<String> codes = currencies.stream().filter(one -> !one.equals(own)).map(Currency::getCurrencyCode).distinct().toList();
        Map<Currency, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();
        if (!codes.isEmpty()) {
            database.jdbi().useHandle(handle -> handle
                    .createQuery("SELECT currency, valid_from, rate FROM exchange_rate WHERE currency IN (<codes>) ORDER BY id")
                    .bindList("codes", codes).mapTo(Dated.class)
                    .forEach(one -> rates.computeIfAbsent(Currency.getInstance(one.currency()), code -> new TreeMap<>())
                            .put(one.validFrom(), one.rate())));
        }
        return new RateBook(own, rates);
    }

    List<String> currencies() {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT DISTINCT currency FROM exchange_rate ORDER BY currency").mapTo(String.class).list());
    }

    void add(List<RateDesk.Entry> entries, String by) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.jdbi().useHandle(handle -> Batch.execute(handle,
                "INSERT INTO exchange_rate (id, currency, valid_from, rate, source, entered_by, entered_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                entries.stream().map(one -> new Object[] {
                    ids.next(), one.currency().getCurrencyCode(), one.validFrom(), one.rate(), one.source(), by, now
                })));
    }

    /** The last entered first. */
    List<RateDesk.Rate> list(RateDesk.Filter filter) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT r.id, r.currency, r.valid_from, r.rate, r.source, r.entered_by, r.entered_at,"
                        + " EXISTS (SELECT 1 FROM exchange_rate s WHERE s.currency = r.currency AND s.valid_from = r.valid_from"
                        + " AND s.id > r.id) replaced FROM exchange_rate r WHERE (:currency IS NULL OR r.currency = :currency)"
                        + " AND (:after IS NULL OR r.id < :after) ORDER BY r.id DESC LIMIT :limit")
                .bind("currency", filter.currency())
                .bind("after", filter.after())
                .bind("limit", filter.limit())
                .mapTo(RateDesk.Rate.class)
                .list());
    }
}
