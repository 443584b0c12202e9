package entrepot.platform.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * What was read of items, places, accounts, rules and taxes, until one of them changes. The database knows when: every
 * change leaves a stamp there that never comes again (V194__catalogue_stamp.sql), so that all servers see it at once.
 */
public final class Remembered<K, V> {

    private static final int MOST = 200_000;

    /** Read before {@code values} were, so that they are as new at least. */
    private record Known<K, V>(String stamp, Map<K, V> values) {}

    private volatile Known<K, V> known = new Known<>("", new ConcurrentHashMap<>());

    /** Equal to an earlier one only where nothing changed between them that a transaction may see. */
    public static String stamp(Handle handle) {
        return handle.createQuery("SELECT GROUP_CONCAT(stamp ORDER BY slot) FROM catalogue_stamp").mapTo(String.class).one();
    }

    /** @param read finds what is not known yet; what it does not find is asked for again the next time */
    public Map<K, V> find(String stamp, Collection<K> keys, Function<List<K>, Map<K, V>> read) {
        Map<K, V> values = at(stamp);
        Map<K, V> found = new HashMap<>(keys.size() * 2);
        List<K> unknown = new ArrayList<>();
        for (K key : keys) {
            V value = values.get(key);
            if (value == null) {
                unknown.add(key);
            } else {
                found.put(key, value);
            }
        }
        if (!unknown.isEmpty()) {
            Map<K, V> more = read.apply(unknown);
            values.putAll(more);
            found.putAll(more);
        }
        return found;
    }

    public V get(String stamp, K key, Supplier<V> read) {
        Map<K, V> values = at(stamp);
        V value = values.get(key);
        if (value == null) {
            value = read.get();
            values.put(key, value);
        }
        return value;
    }

    private Map<K, V> at(String stamp) {
        Known<K, V> now = known;
        if (!now.stamp().equals(stamp) || now.values().size() > MOST) {
            now = new Known<>(stamp, new ConcurrentHashMap<>());
            known = now;
        }
        return now.values();
    }
}
