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
import entrepot.platform.sql.Rows;
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
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        List<History.Past> movements = read(handle, Rows.parts(items).stream().map(part -> in("m.item_id", part)).toList(), chart);
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
        Map<ItemId, LocalDate> days = checkpoints.stream().collect(Collectors.toMap(Checkpoint::item, Checkpoint::day));
        List<History.Past> movements = new ArrayList<>(read(handle, after(from.keySet(), days, books), chart));
        movements.removeIf(past -> !past.date().isAfter(days.getOrDefault(past.movement().item(), LocalDate.MIN))); // booked later, its day being closed
        List<History.Past> missing = ofMovements(handle, checkpoints.stream().flatMap(HistoryReader::shortOf).toList(), chart).stream()
                .map(past -> since(days.get(past.movement().item()), past)).toList();
        var sources = new ArrayList<Source>();
        Map<Long, Long> returnedTo = new HashMap<>();
        for (LocalDate day : new TreeSet<>(days.values())) {
            List<SourceReader.Row> direct = SourceReader.read(handle, sourcesOf(movements, named, days, day), day).stream()
                    .filter(row -> day.equals(days.get(new ItemId(row.itemId())))).toList();
            Map<Long, Long> gaveBack = new HashMap<>();
            direct.stream().filter(row -> row.gaveBackTo() != null).forEach(row -> gaveBack.put(row.id(), row.gaveBackTo()));
            direct.forEach(row -> sources.add(row.source(currency)));
            SourceReader.read(handle, gaveBack.values(), day).forEach(row -> sources.add(row.source(currency)));
            returnedTo.putAll(gaveBack);
        }
        Map<Long, Stock.Place> pools = new HashMap<>();
        books.pools().forEach((place, pool) -> pools.put(pool.id(), place));
        return history(handle, new History.Start(checkpoints, missing, sources, returnedTo), movements, pools);
    }

    /** @param days of the last checkpoints */
    private static List<String> after(Set<ItemId> items, Map<ItemId, LocalDate> days, Books books) {
        Map<ItemId, String> places = books.balances().keySet().stream().filter(place -> days.containsKey(place.item())).collect(Collectors.groupingBy(
                Stock.Place::item, Collectors.mapping(place -> String.valueOf(place.location().value()), Collectors.joining(", "))));
        return Rows.parts(items).stream()
                .map(part -> part.stream().map(item -> after(item, days.get(item), places.get(item))).collect(Collectors.joining(") OR (", "((", "))")))
                .toList();
    }

    /** @param places at which it has ever lain: with them the index of movements says what came after a day */
    private static String after(ItemId item, LocalDate day, String places) {
        return "m.item_id = " + item.value() + (day == null ? "" : " AND m.location_id IN (" + places + ") AND m.business_date > '" + day + "'");
    }

    private static Stream<Long> shortOf(Checkpoint checkpoint) {
        return checkpoint.pools().stream()
                .flatMap(pool -> pool.cost().shortages().stream())
                .map(shortage -> shortage.origin().movement());
    }

    private static History.Past since(LocalDate day, History.Past past) {
        return new History.Past(past.movement(), past.kind(), past.undone(), past.worth().tailMap(day.plusDays(1)), past.inventory(), past.against());
    }

    /**
     * What is named by movements of items whose last checkpoint is of {@code day}, or by what is posted, and is not among them: what is
     * returned, undone or charged is of the same item.
     */
    private static Set<Long> sourcesOf(List<History.Past> movements, Collection<Long> named, Map<ItemId, LocalDate> days, LocalDate day) {
        Set<Long> sources = new HashSet<>(named);
        movements.stream().map(History.Past::movement)
                .filter(movement -> movement.source() != null && day.equals(days.get(movement.item())))
                .forEach(movement -> sources.add(movement.source()));
        movements.forEach(past -> sources.remove(past.movement().id()));
        return sources;
    }

    List<History.Past> ofMovements(Handle handle, Collection<Long> movements, ChartOfAccounts chart) {
        return read(handle, Rows.parts(movements).stream().map(part -> in("m.id", part)).toList(), chart);
    }

    private static String in(String column, Collection<Long> numbers) {
        return column + " IN (" + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
    }

    /** @param which conditions, each of some items or movements */
    private List<History.Past> read(Handle handle, List<String> which, ChartOfAccounts chart) {
        Currency currency = companies.company().currency();
        List<MovementRow> rows = new ArrayList<>();
        Map<Long, Long> direct = new HashMap<>();
        Map<Long, SortedMap<LocalDate, Money>> worths = new HashMap<>();
        Map<Long, List<Account>> accounts = new HashMap<>();
        for (String part : which) {
            rows.addAll(handle.createQuery("SELECT " + MovementRow.COLUMNS + " FROM " + MovementRow.ROWS + " WHERE " + part)
                    .mapTo(MovementRow.class).list());
            worths(handle, part, direct, worths, currency);
            accounts(handle, part, accounts);
        }
        Map<Long, Turn> turns = turns(handle, rows);
        Map<String, Long> pairs = new HashMap<>();
        return rows.stream().map(row -> {
            long pair = pairs.computeIfAbsent(row.together(), first -> row.id());
            return past(row, direct.get(row.id()), pair, turns.get(row.id()), worths.getOrDefault(row.id(), Collections.emptySortedMap()),
                    accounts.getOrDefault(row.id(), List.of()), chart, currency);
        }).toList();
    }

    private static void worths(
            Handle handle, String which, Map<Long, Long> direct, Map<Long, SortedMap<LocalDate, Money>> worths, Currency currency) {
        handle.createQuery("SELECT v.movement_id, v.kind = :direct own, SUM(v.amount), COALESCE(v.for_date, v.business_date) day FROM movement m"
                        + " JOIN value_entry v FORCE INDEX (value_entry_movement) ON v.movement_id = m.id WHERE " + which
                        + " GROUP BY v.movement_id, own, day")
                .bind("direct", ValueEntry.Kind.DIRECT.name())
                .map((row, context) -> {
                    if (row.getBoolean(2)) {
                        direct.merge(row.getLong(1), row.getLong(3), Long::sum);
                    }
                    return worths.computeIfAbsent(row.getLong(1), fresh -> new TreeMap<>()).merge(
                            row.getObject(4, LocalDate.class), new Money(row.getLong(3), currency), Money::plus);
                })
                .list();
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

    private static void accounts(Handle handle, String which, Map<Long, List<Account>> accounts) {
        handle.createQuery("SELECT m.id, j.account_code FROM movement m"
                        + " JOIN journal_line j FORCE INDEX (journal_movement) ON j.movement_id = m.id AND j.posting_seq = m.posting_seq WHERE " + which
                        + " ORDER BY m.id, j.line_no")
                .map((row, context) -> accounts.computeIfAbsent(row.getLong(1), fresh -> new ArrayList<>(3))
                        .add(new Account(row.getString(2))))
                .list();
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
