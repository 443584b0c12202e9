package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.ChartOfAccounts;
import entrepot.inventory.ledger.Checkpoint;
import entrepot.inventory.ledger.History;
import entrepot.inventory.ledger.Movement;
import entrepot.inventory.ledger.Stock;
import entrepot.inventory.ledger.ValueEntry;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostTerms;
import entrepot.inventory.valuation.Source;
import entrepot.inventory.valuation.Turn;
import entrepot.kernel.ItemId;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads what moved of items, with what each movement is worth and the accounts that say so. */
@ApplicationScoped
public class HistoryReader {

    @Inject
    private CompanyFile companies;

    History ofItem(Handle handle, long item, ChartOfAccounts chart) {
        return ofItems(handle, Set.of(item), chart);
    }

    History ofItems(Handle handle, Set<Long> items, ChartOfAccounts chart) {
        List<History.Past> movements = read(handle, "m.item_id IN (" + items.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")", chart);
        Map<Long, Stock.Place> pools = new HashMap<>();
        handle.createQuery("SELECT id, item_id, location_id, lot_id FROM cost_pool WHERE item_id IN (<items>)")
                .bindList("items", List.copyOf(items))
                .map((row, context) -> pools.put(row.getLong(1), Places.of(row.getLong(2), row.getLong(3)).ofLot(row.getLong(4))))
                .list();
        return history(handle, History.Start.NOTHING, movements, pools);
    }

    private History history(Handle handle, History.Start start, List<History.Past> movements, Map<Long, Stock.Place> pools) {
        return new History(start, movements, MadeOf.elsewhere(handle, movements, companies.company().currency()), pools);
    }

    /**
     * What moved of the items from a day on, and before it back to their last checkpoint.
     *
     * @param named movements that what is posted names
     */
    History since(Handle handle, Map<ItemId, LocalDate> from, Collection<Long> named, Books books) {
        Currency currency = books.setting().currency();
        ChartOfAccounts chart = books.setting().chart();
        List<Checkpoint> checkpoints = CheckpointTable.before(handle, from, currency);
        List<History.Past> movements = new ArrayList<>(read(handle, after(from.keySet(), checkpoints, books), chart));
        checkpoints.forEach(checkpoint -> movements.removeIf(past -> isBefore(checkpoint, past)));
        var missing = new ArrayList<History.Past>();
        var sources = new ArrayList<Source>();
        Map<Long, Long> returnedTo = new HashMap<>();
        for (Checkpoint checkpoint : checkpoints) {
            ofMovements(handle, shortOf(checkpoint), chart).forEach(past -> missing.add(since(checkpoint.day(), past)));
            List<SourceReader.Row> direct = ofItem(checkpoint, SourceReader.read(handle, sourcesOf(movements, named), checkpoint.day()));
            Map<Long, Long> gaveBack = new HashMap<>();
            direct.stream().filter(row -> row.gaveBackTo() != null).forEach(row -> gaveBack.put(row.id(), row.gaveBackTo()));
            direct.forEach(row -> sources.add(row.source(currency)));
            SourceReader.read(handle, gaveBack.values(), checkpoint.day()).forEach(row -> sources.add(row.source(currency)));
            returnedTo.putAll(gaveBack);
        }
        Map<Long, Stock.Place> pools = new HashMap<>();
        books.pools().forEach((place, pool) -> pools.put(pool.id(), place));
        return history(handle, new History.Start(checkpoints, missing, sources, returnedTo), movements, pools);
    }

    /** What is returned, undone or charged is of the same item; the others are read as of the day of their own checkpoint. */
    private static List<SourceReader.Row> ofItem(Checkpoint checkpoint, List<SourceReader.Row> rows) {
        return rows.stream().filter(row -> row.itemId() == checkpoint.item().value()).toList();
    }

    /** It was booked later, its day being closed. */
    private static boolean isBefore(Checkpoint checkpoint, History.Past past) {
        return past.movement().item().equals(checkpoint.item()) && !past.date().isAfter(checkpoint.day());
    }

    private static String after(Set<ItemId> items, List<Checkpoint> checkpoints, Books books) {
        Map<ItemId, LocalDate> days = new HashMap<>();
        checkpoints.forEach(checkpoint -> days.put(checkpoint.item(), checkpoint.day()));
        return items.stream()
                .map(item -> "m.item_id = " + item.value() + (days.containsKey(item)
                        ? " AND m.location_id IN (" + places(item, books) + ") AND m.business_date > '" + days.get(item) + "'" : ""))
                .collect(Collectors.joining(") OR (", "((", "))"));
    }

    /** All places an item has ever lain at: with them the index of movements says what came after a day. */
    private static String places(ItemId item, Books books) {
        return books.balances().keySet().stream()
                .filter(place -> place.item().equals(item))
                .map(place -> String.valueOf(place.location().value()))
                .collect(Collectors.joining(", "));
    }

    private static List<Long> shortOf(Checkpoint checkpoint) {
        return checkpoint.pools().stream()
                .flatMap(pool -> pool.cost().shortages().stream())
                .map(shortage -> shortage.origin().movement())
                .toList();
    }

    private static History.Past since(LocalDate day, History.Past past) {
        return new History.Past(past.movement(), past.kind(), past.undone(), past.worth().tailMap(day.plusDays(1)), past.inventory(), past.against());
    }

    /** What is named by movements, or by what is posted, and is not among them. */
    private static Set<Long> sourcesOf(List<History.Past> movements, Collection<Long> named) {
        Set<Long> sources = new HashSet<>(named);
        movements.forEach(past -> {
            if (past.movement().source() != null) {
                sources.add(past.movement().source());
            }
        });
        movements.forEach(past -> sources.remove(past.movement().id()));
        return sources;
    }

    List<History.Past> ofMovements(Handle handle, Collection<Long> movements, ChartOfAccounts chart) {
        return movements.isEmpty() ? List.of()
                : read(handle, "m.id IN (" + movements.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")", chart);
    }

    private List<History.Past> read(Handle handle, String which, ChartOfAccounts chart) {
        Currency currency = companies.company().currency();
        List<MovementRow> rows = handle.createQuery("SELECT " + MovementRow.COLUMNS + " FROM " + MovementRow.ROWS + " WHERE " + which)
                .mapTo(MovementRow.class).list();
        Map<Long, Long> direct = new HashMap<>();
        Map<Long, SortedMap<LocalDate, Money>> worths = new HashMap<>();
        handle.createQuery("SELECT v.movement_id, v.kind = :direct own, SUM(v.amount), COALESCE(v.for_date, v.business_date) day FROM movement m"
                        + " JOIN value_entry v ON v.movement_id = m.id WHERE " + which + " GROUP BY v.movement_id, own, day")
                .bind("direct", ValueEntry.Kind.DIRECT.name())
                .map((row, context) -> {
                    if (row.getBoolean(2)) {
                        direct.merge(row.getLong(1), row.getLong(3), Long::sum);
                    }
                    return worths.computeIfAbsent(row.getLong(1), fresh -> new TreeMap<>()).merge(
                            row.getObject(4, LocalDate.class), new Money(row.getLong(3), currency), Money::plus);
                })
                .list();
        Map<Long, List<Account>> accounts = accounts(handle, which);
        Map<Long, Turn> turns = turns(handle, rows);
        Map<String, Long> pairs = new HashMap<>();
        return rows.stream().map(row -> {
            long pair = pairs.computeIfAbsent(row.together(), first -> row.id());
            return past(row, direct.get(row.id()), pair, turns.get(row.id()), worths.getOrDefault(row.id(), Collections.emptySortedMap()),
                    accounts.getOrDefault(row.id(), List.of()), chart, currency);
        }).toList();
    }

    private static Map<Long, Turn> turns(Handle handle, List<MovementRow> rows) {
        List<Long> turning = rows.stream().filter(row -> row.basis() == Basis.SET_TERMS).map(MovementRow::id).toList();
        Map<Long, Turn> turns = new HashMap<>();
        if (!turning.isEmpty()) {
            handle.createQuery("SELECT m.id, c.was, c.was_period, c.becomes, c.period FROM movement m JOIN costing_change c"
                            + " ON c.posting_seq = m.posting_seq AND c.item_id = m.item_id WHERE m.id IN (<turning>)")
                    .bindList("turning", turning)
                    .map((row, context) -> turns.put(row.getLong(1), new Turn(
                            new CostTerms(CostFlow.valueOf(row.getString(2)), AveragePeriod.valueOf(row.getString(3))),
                            new CostTerms(CostFlow.valueOf(row.getString(4)), AveragePeriod.valueOf(row.getString(5))))))
                    .list();
        }
        return turns;
    }

    private static Map<Long, List<Account>> accounts(Handle handle, String which) {
        Map<Long, List<Account>> accounts = new HashMap<>();
        handle.createQuery("SELECT m.id, j.account_code FROM movement m"
                        + " JOIN journal_line j ON j.posting_seq = m.posting_seq AND j.movement_id = m.id WHERE " + which
                        + " ORDER BY m.id, j.line_no")
                .map((row, context) -> accounts.computeIfAbsent(row.getLong(1), fresh -> new ArrayList<>(3))
                        .add(new Account(row.getString(2))))
                .list();
        return accounts;
    }

    /** A movement that was worth nothing has no line; its accounts are then those of today. */
    private static History.Past past(
            MovementRow row, Long direct, long pair, Turn turn, SortedMap<LocalDate, Money> worth, List<Account> accounts,
            ChartOfAccounts chart, Currency currency) {
        Account inventory = accounts.stream().filter(chart::isInventory).findFirst().orElse(null);
        Account against = accounts.stream().filter(account -> !chart.isInventory(account)).findFirst().orElse(null);
        Movement movement = row.movement(direct, pair, turn, currency);
        return new History.Past(movement, row.kind(), movement.basis().undoes() ? row.undone() : null, worth, inventory, against);
    }
}
