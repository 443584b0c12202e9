package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.History;
import entrepot.inventory.valuation.Basis;
import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import entrepot.platform.sql.Rows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
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

/** What assemblies tie together: items to what was made of them, and what was made to what it cost. */
final class MadeOf {

    private static final String KINDS = "('ASSEMBLY', 'DISASSEMBLY')";
    private static final String MADE = " movement made ON made.posting_seq = part.posting_seq AND made.kind = part.kind AND made.quantity > 0"
            + " WHERE part.kind IN " + KINDS + " AND part.quantity < 0 AND ";
    private static final String BOTH_ENDS = " FROM movement part JOIN" + MADE;

    /** Or all movements there are would be looked through for the few that were made into something. */
    private static final String PARTS_FIRST = " FROM movement part FORCE INDEX (movement_item) STRAIGHT_JOIN" + MADE;

    private MadeOf() {}

    /**
     * With what was made of the items since their days, and of that: it changes with them. All of an item's pools are
     * locked before it is asked what was made of it.
     */
    static Map<ItemId, LocalDate> downstream(Handle handle, Map<ItemId, LocalDate> from) {
        Map<ItemId, LocalDate> all = new HashMap<>(from);
        Set<ItemId> open = new HashSet<>(from.keySet());
        while (!open.isEmpty()) {
            lock(handle, open);
            if (!isAnythingMade(handle)) {
                return all;
            }
            Map<ItemId, LocalDate> made = new HashMap<>();
            open.stream().collect(Collectors.groupingBy(all::get)).forEach((since, items) -> Rows.parts(items)
                    .forEach(part -> made(handle, part, since).forEach((one, day) -> made.merge(one, day, MadeOf::earlier))));
            made.entrySet().removeIf(one -> all.containsKey(one.getKey()) && !one.getValue().isBefore(all.get(one.getKey())));
            all.putAll(made);
            open = made.keySet();
        }
        return all;
    }

    private static boolean isAnythingMade(Handle handle) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM posting WHERE kind IN " + KINDS + ")").mapTo(boolean.class).one();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static void lock(Handle handle, Set<ItemId> items) {
        handle.createQuery("SELECT id FROM cost_pool WHERE item_id IN (<items>) ORDER BY id FOR UPDATE")
                .bindList("items", items.stream().map(ItemId::value).toList())
                .mapTo(Long.class)
                .list();
    }

    /** From the first day of the month, so that an average over a period is whole. */
    private static Map<ItemId, LocalDate> made(Handle handle, List<ItemId> items, LocalDate since) {
        Map<ItemId, LocalDate> made = new HashMap<>();
        handle.createQuery("SELECT made.item_id, MIN(COALESCE(made.for_date, made.business_date))" + PARTS_FIRST
                        + "part.item_id IN (<items>) AND part.business_date >= :since GROUP BY made.item_id")
                .bindList("items", items.stream().map(ItemId::value).toList())
                .bind("since", since)
                .map((row, context) -> made.put(new ItemId(row.getLong(1)), row.getObject(2, LocalDate.class).withDayOfMonth(1)))
                .list();
        return made;
    }

    /** The items with all that they were ever made of. */
    static Set<Long> upstream(Handle handle, Collection<Long> items) {
        Set<Long> all = new HashSet<>(items);
        Set<Long> open = new HashSet<>(items);
        while (!open.isEmpty()) {
            open = new HashSet<>(handle.createQuery("SELECT DISTINCT part.item_id" + BOTH_ENDS + "made.item_id IN (<items>)")
                    .bindList("items", List.copyOf(open))
                    .mapTo(Long.class)
                    .list());
            open.removeAll(all);
            all.addAll(open);
        }
        return all;
    }

    /** What hangs together with movements that are held, and is not among them. */
    static History.Elsewhere elsewhere(Handle handle, Collection<History.Past> held, Currency currency) {
        Map<Long, Long> pairs = new HashMap<>();
        held.stream().filter(past -> past.movement().basis() == Basis.MADE)
                .forEach(past -> pairs.put(past.movement().id(), past.movement().step().pair()));
        if (pairs.isEmpty()) {
            return History.Elsewhere.NOTHING;
        }
        Set<Long> ids = held.stream().map(past -> past.movement().id()).collect(Collectors.toSet());
        return new History.Elsewhere(given(handle, pairs, ids, currency), shares(handle, pairs, ids));
    }

    private static Map<Long, Money> given(Handle handle, Map<Long, Long> pairs, Set<Long> held, Currency currency) {
        Map<Long, Money> given = new HashMap<>();
        Set<String> counted = new HashSet<>();
        handle.createQuery("SELECT made.id, part.id, (SELECT COALESCE(SUM(v.amount), 0) FROM value_entry v WHERE v.movement_id = part.id)"
                        + BOTH_ENDS + "made.id IN (<made>)")
                .bindList("made", List.copyOf(pairs.keySet()))
                .map((row, context) -> {
                    long pair = pairs.get(row.getLong(1));
                    boolean isNew = counted.add(pair + "/" + row.getLong(2));
                    return held.contains(row.getLong(2)) || !isNew ? null
                            : given.merge(pair, new Money(-row.getLong(3), currency), Money::plus);
                })
                .list();
        return given;
    }

    /** The last that is made takes what is left, and so has none. */
    private static Map<Long, SortedMap<Long, BigDecimal>> shares(Handle handle, Map<Long, Long> pairs, Set<Long> held) {
        Map<Long, SortedMap<Long, BigDecimal>> shares = new HashMap<>();
        handle.createQuery("SELECT made.id, other.id, other.unit_cost FROM movement made JOIN movement other ON other.posting_seq = made.posting_seq"
                        + " AND other.kind = made.kind AND other.quantity > 0 AND other.unit_cost IS NOT NULL"
                        + " WHERE made.kind IN ('ASSEMBLY', 'DISASSEMBLY') AND made.id IN (<made>)")
                .bindList("made", List.copyOf(pairs.keySet()))
                .map((row, context) -> held.contains(row.getLong(2)) ? null
                        : shares.computeIfAbsent(pairs.get(row.getLong(1)), fresh -> new TreeMap<>()).put(row.getLong(2), row.getBigDecimal(3)))
                .list();
        return shares;
    }
}
