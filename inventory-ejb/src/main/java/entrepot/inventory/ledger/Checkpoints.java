package entrepot.inventory.ledger;

import entrepot.kernel.ItemId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a group of postings makes of the checkpoints of its items. */
public final class Checkpoints {

    private final Map<ItemId, LocalDate> latest = new HashMap<>();
    private final Map<ItemId, LocalDate> spoilt = new HashMap<>();
    private final Map<ItemId, NavigableMap<LocalDate, Checkpoint>> taken = new HashMap<>();

    void hold(ItemId item, LocalDate day) {
        latest.put(item, day);
    }

    /** Something changes on {@code day}. */
    void spoil(ItemId item, LocalDate day) {
        if (latest.containsKey(item) && !latest.get(item).isBefore(day)) {
            spoilt.merge(item, day, (one, other) -> one.isBefore(other) ? one : other);
        }
        if (taken.containsKey(item)) {
            taken.get(item).tailMap(day, true).clear();
        }
    }

    void add(Collection<Checkpoint> more) {
        more.forEach(one -> taken.computeIfAbsent(one.item(), fresh -> new TreeMap<>()).put(one.day(), one));
    }

    /** From which day on those that are stored are no longer right. */
    public Map<ItemId, LocalDate> spoilt() {
        return Map.copyOf(spoilt);
    }

    public Collection<Checkpoint> taken() {
        return taken.values().stream().flatMap(days -> days.values().stream()).toList();
    }
}
