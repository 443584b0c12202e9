package entrepot.inventory.retail;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What one look through the files finds out before anything is posted: items, customers, and sales that come back. */
public final class RetailSurvey {

    private static final class Item {
        private final LocalDate firstDay;
        private LocalDate firstSale;
        private long openingUnits;
        private final List<BigDecimal> prices = new ArrayList<>();
        private final Map<String, Integer> names = new HashMap<>();

        private Item(LocalDate firstDay) {
            this.firstDay = firstDay;
        }
    }

    private final Buying buying;
    private final Map<String, Item> items = new TreeMap<>();
    private final Map<String, String> customers = new TreeMap<>();
    private final Set<OpenSales.Key> comingBack = new HashSet<>();
    private LocalDate firstDay;
    private LocalDate lastDay;

    public RetailSurvey(Buying buying) {
        this.buying = buying;
    }

    public void add(RetailDay day) {
        firstDay = firstDay == null ? day.date() : firstDay;
        lastDay = day.date();
        day.rows().stream().filter(sorted -> sorted.fate().isPosted()).forEach(sorted -> add(sorted, day.date()));
    }

    private void add(SortedRow sorted, LocalDate day) {
        RetailRow row = sorted.row();
        Item item = items.computeIfAbsent(row.sku(), sku -> new Item(day));
        if (row.hasCustomer()) {
            customers.putIfAbsent(row.customer(), row.country());
        }
        if (sorted.fate().isReturn()) {
            comingBack.add(OpenSales.Key.of(row));
        }
        if (sorted.fate().isSale()) {
            sold(item, row, day);
        }
        if (sorted.fate() == Fate.SALE && !row.description().isBlank()) {
            item.names.merge(row.description().strip(), 1, Integer::sum);
        }
    }

    private void sold(Item item, RetailRow row, LocalDate day) {
        if (day.isBefore(item.firstDay.plusDays(buying.openingDays()))) {
            item.openingUnits += row.units();
        }
        if (row.price().signum() > 0) {
            item.firstSale = item.firstSale == null ? day : item.firstSale;
            if (day.isBefore(item.firstSale.plusDays(buying.priceDays()))) {
                item.prices.add(row.price());
            }
        }
    }

    /** By SKU. */
    public Map<String, RetailItem> items() {
        Map<String, RetailItem> found = new TreeMap<>();
        items.forEach((sku, item) -> found.put(sku, new RetailItem(
                sku, name(sku, item), Math.max(1, item.openingUnits), buying.unitCost(median(item.prices)))));
        return found;
    }

    /** The country of each customer, by number. */
    public Map<String, String> customers() {
        return Map.copyOf(customers);
    }

    /** The first day with a row; null where there is none. */
    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    Buying buying() {
        return buying;
    }

    Set<OpenSales.Key> comingBack() {
        return comingBack;
    }

    /** The most frequent description, of equals the first in the alphabet. */
    private static String name(String sku, Item item) {
        return item.names.entrySet().stream()
                .min(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("Item " + sku);
    }

    private static BigDecimal median(List<BigDecimal> prices) {
        if (prices.isEmpty()) {
            return BigDecimal.ZERO;
        }
        List<BigDecimal> sorted = prices.stream().sorted().toList();
        BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
        return lower.add(sorted.get(sorted.size() / 2)).divide(BigDecimal.valueOf(2));
    }
}
