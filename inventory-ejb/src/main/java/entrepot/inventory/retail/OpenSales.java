package entrepot.inventory.retail;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Sale lines that may still come back. A cancellation names no sale, so the latest earlier line of the same customer,
 * item and price that has enough left is taken for it.
 */
final class OpenSales {

    record Key(String customer, String sku, BigDecimal price) {
        static Key of(RetailRow row) {
            return new Key(row.customer(), row.sku(), row.price());
        }
    }

    /** A line of a sale, from 0. */
    record Line(UUID sale, int line) {}

    private static final class Open {
        private final Line line;
        private final LocalDateTime at;
        private long units;

        private Open(Line line, RetailRow row) {
            this.line = line;
            this.at = row.at();
            this.units = row.units();
        }
    }

    private final Set<Key> comingBack;
    private final Map<Key, List<Open>> open = new HashMap<>();

    /** @param comingBack only sales of these are kept, since no other is ever asked for */
    OpenSales(Set<Key> comingBack) {
        this.comingBack = comingBack;
    }

    void sold(RetailRow row, UUID sale, int line) {
        Key key = Key.of(row);
        if (row.hasCustomer() && comingBack.contains(key)) {
            open.computeIfAbsent(key, none -> new ArrayList<>()).add(new Open(new Line(sale, line), row));
        }
    }

    Optional<Line> comesBack(RetailRow row) {
        List<Open> lines = open.getOrDefault(Key.of(row), List.of());
        for (int place = lines.size() - 1; place >= 0; place--) {
            Open sold = lines.get(place);
            if (sold.units >= row.units() && !sold.at.isAfter(row.at())) {
                sold.units -= row.units();
                return Optional.of(sold.line);
            }
        }
        return Optional.empty();
    }
}
