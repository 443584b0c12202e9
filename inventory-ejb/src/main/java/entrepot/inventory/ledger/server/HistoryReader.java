package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.ChartOfAccounts;
import entrepot.inventory.ledger.History;
import entrepot.inventory.ledger.ValueEntry;
import entrepot.kernel.Money;
import entrepot.kernel.book.Account;
import entrepot.platform.company.CompanyFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Reads all that moved of an item, with what each movement is worth and the accounts that say so: three statements. */
@ApplicationScoped
public class HistoryReader {

    private static final String OF_ITEMS = " WHERE m.item_id IN (<keys>)";
    private static final String OF_MOVEMENTS = " WHERE m.id IN (<keys>)";

    @Inject
    private CompanyFile companies;

    History ofItems(Handle handle, Collection<Long> items, ChartOfAccounts chart) {
        return new History(read(handle, OF_ITEMS, items, chart));
    }

    List<History.Past> ofMovements(Handle handle, Collection<Long> movements, ChartOfAccounts chart) {
        return movements.isEmpty() ? List.of() : read(handle, OF_MOVEMENTS, movements, chart);
    }

    private List<History.Past> read(Handle handle, String which, Collection<Long> keys, ChartOfAccounts chart) {
        Currency currency = companies.company().currency();
        List<Long> list = List.copyOf(keys);
        List<MovementRow> rows = handle.createQuery("SELECT " + MovementRow.COLUMNS + " FROM movement m" + which)
                .bindList("keys", list).mapTo(MovementRow.class).list();
        Map<Long, Long> direct = new HashMap<>();
        Map<Long, SortedMap<LocalDate, Money>> worths = new HashMap<>();
        handle.createQuery("SELECT v.movement_id, v.kind, v.amount, v.business_date FROM movement m"
                        + " JOIN value_entry v ON v.movement_id = m.id" + which)
                .bindList("keys", list)
                .map((row, context) -> {
                    if (ValueEntry.Kind.DIRECT.name().equals(row.getString(2))) {
                        direct.merge(row.getLong(1), row.getLong(3), Long::sum);
                    }
                    return worths.computeIfAbsent(row.getLong(1), fresh -> new TreeMap<>()).merge(
                            row.getObject(4, LocalDate.class), new Money(row.getLong(3), currency), Money::plus);
                })
                .list();
        Map<Long, List<Account>> accounts = accounts(handle, which, list);
        Map<String, Long> pairs = new HashMap<>();
        return rows.stream().map(row -> {
            long pair = pairs.computeIfAbsent(row.postingSeq() + "/" + row.lineNo(), first -> row.id());
            return past(row, direct.get(row.id()), pair, worths.getOrDefault(row.id(), Collections.emptySortedMap()),
                    accounts.getOrDefault(row.id(), List.of()), chart, currency);
        }).toList();
    }

    private static Map<Long, List<Account>> accounts(Handle handle, String which, List<Long> keys) {
        Map<Long, List<Account>> accounts = new HashMap<>();
        handle.createQuery("SELECT m.id, j.account_code FROM movement m"
                        + " JOIN journal_line j ON j.posting_seq = m.posting_seq AND j.movement_id = m.id" + which
                        + " ORDER BY m.id, j.line_no")
                .bindList("keys", keys)
                .map((row, context) -> accounts.computeIfAbsent(row.getLong(1), fresh -> new ArrayList<>(3))
                        .add(new Account(row.getString(2))))
                .list();
        return accounts;
    }

    /** A movement that was worth nothing has no line; its accounts are then those of today. */
    private static History.Past past(
            MovementRow row, Long direct, long pair, SortedMap<LocalDate, Money> worth, List<Account> accounts,
            ChartOfAccounts chart, Currency currency) {
        Account inventory = accounts.stream().filter(chart::isInventory).findFirst().orElse(null);
        Account against = accounts.stream().filter(account -> !chart.isInventory(account)).findFirst().orElse(null);
        return new History.Past(row.movement(direct, pair, currency), row.kind(), worth, inventory, against);
    }
}
