package entrepot.inventory.exchange.server;

import entrepot.inventory.exchange.Exchange;
import entrepot.inventory.exchange.RateBook;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What other currencies are worth, from which day, and who said so. Nothing that was entered is changed. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "accountant", "auditor", "admin"})
public class RateDesk {

    @Inject
    private RateTable table;

    @Resource
    private SessionContext context;

    /** @param source where it was read, or null */
    public record Entry(Currency currency, LocalDate validFrom, BigDecimal rate, String source) {}

    /** @param replaced whether another one was entered for its day since */
    public record Rate(
            long id, String currency, LocalDate validFrom, BigDecimal rate, String source, String enteredBy, LocalDateTime enteredAt,
            boolean replaced) {}

    /** @param currency code, or null for all; @param after row number of the last one shown, or null */
    public record Filter(String currency, Long after, int limit) {}

    /** The last entered first. */
    public List<Rate> list(Filter filter) {
        return table.list(filter);
    }

    /** The latest on or before the day; empty where there is none. */
    public Optional<Exchange> on(Currency currency, LocalDate day) {
        return table.book(List.of(currency)).on(currency, day);
    }

    /** Codes of those that have a rate. */
    public List<String> currencies() {
        return table.currencies();
    }

    /**
     * All of them or none. Documents that were posted keep the rates they have.
     *
     * @return how many are new; one that holds on its day already is not kept twice
     */
    @RolesAllowed({"accountant", "admin"})
    public int add(List<Entry> entries) {
        RateBook known = table.book(entries.stream().map(Entry::currency).toList());
        List<Entry> fresh = entries.stream().filter(one -> !known.says(one.currency(), one.validFrom(), one.rate())).toList();
        table.add(fresh, context.getCallerPrincipal().getName());
        return fresh.size();
    }
}
