package entrepot.client.demo;

import static entrepot.client.demo.DemoWeek.body;
import static entrepot.client.demo.DemoWeek.units;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Sells what customers ask for as far as it is there, and takes some of it back. */
final class DemoShop {

    private static final double SALES_A_DAY = 27;
    private static final int RETURNED_OF_100 = 2;
    private static final int COUNTER_OF_100 = 60;

    private final DemoIds ids;
    private final List<DemoItem> items;
    private final DemoStock stock;
    private final DemoSeason season;
    private final SplittableRandom random;
    private final List<DemoPlaces.Customer> customers = DemoPlaces.customers();
    private final TreeMap<LocalDate, List<Map<String, Object>>> comingBack = new TreeMap<>();
    private final Map<Map<String, Object>, Runnable> shelved = new java.util.IdentityHashMap<>();

    DemoShop(DemoIds ids, List<DemoItem> items, DemoStock stock, DemoSeason season, SplittableRandom random) {
        this.ids = ids;
        this.items = items;
        this.stock = stock;
        this.season = season;
        this.random = random;
    }

    void sell(DemoWeek week, LocalDate day) {
        double[] favour = favour(day);
        int sales = (int) Math.round(SALES_A_DAY * season.trade(day) * (0.75 + 0.5 * random.nextDouble()));
        for (int number = 0; number < sales; number++) {
            sell(week, day, number, favour);
        }
    }

    private void sell(DemoWeek week, LocalDate day, int number, double[] favour) {
        DemoPlaces.Place place = place();
        Map<DemoItem, Long> basket = new LinkedHashMap<>();
        int lines = 1 + (int) (-2.6 * Math.log(1 - random.nextDouble()));
        for (int line = 0; line < Math.min(lines, 12); line++) {
            DemoItem item = items.get(pick(favour));
            long there = stock.free(item, place) / item.step() * item.step();
            long units = Math.min(asked(item), there);
            if (units > 0 && !basket.containsKey(item)) {
                basket.put(item, units);
                stock.sell(item, place.code(), day, units);
            }
        }
        if (!basket.isEmpty()) {
            boolean counter = place.code().equals("BRISTOL") && random.nextInt(100) < COUNTER_OF_100;
            String customer = counter ? null : customers.get(random.nextInt(customers.size())).code();
            week.sales.add(sale(day, number, place, customer, basket));
        }
    }

    private Map<String, Object> sale(
            LocalDate day, int number, DemoPlaces.Place place, String customer, Map<DemoItem, Long> basket) {
        String id = ids.of("sale/" + day + "/" + number).toString();
        String at = day + String.format("T%02d:%02d:00Z", 8 + number * 9 / 40 % 10, number * 7 % 60);
        List<Map<String, Object>> lines = new ArrayList<>();
        int rebate = customer == null ? 0 : random.nextInt(4) * 2;
        basket.forEach((item, units) -> lines.add(body(
                "sku", item.sku(), "quantity", units(units), "unitPrice", String.valueOf(item.price()),
                "discount", rebate == 0 ? null : rebate(item, units, rebate))));
        if (random.nextInt(100) < RETURNED_OF_100) {
            comesBack(id, day.plusDays(3 + random.nextInt(9)), place, customer, basket);
        }
        return body("id", id, "location", place.code(), "channel", customer == null ? "POS" : "WHOLESALE", "customer", customer,
                "businessDate", day.toString(), "at", at,
                "reference", String.format("S-%ty%<tm%<td-%03d", day, number + 1), "lines", lines);
    }

    private static String rebate(DemoItem item, long units, int percent) {
        return BigDecimal.valueOf(item.price()).multiply(BigDecimal.valueOf(units, 3))
                .multiply(BigDecimal.valueOf(percent, 2)).setScale(2, RoundingMode.DOWN).toPlainString();
    }

    private void comesBack(String sale, LocalDate day, DemoPlaces.Place place, String customer, Map<DemoItem, Long> basket) {
        DemoItem item = basket.keySet().iterator().next();
        long units = Math.max(item.step(), basket.get(item) / 2 / item.step() * item.step());
        Map<String, Object> document = body("id", ids.of("return/" + sale).toString(), "location", place.code(),
                "channel", customer == null ? "POS" : "WHOLESALE", "customer", customer, "reason", "wrong item sent",
                "lines", List.of(body("sku", item.sku(), "quantity", units(units),
                        "returnOf", body("sale", sale, "line", 0))));
        shelved.put(document, () -> stock.bring(item, place.code(), units));
        comingBack.computeIfAbsent(day, due -> new ArrayList<>()).add(document);
    }

    /** What was to come back up to the day, dated on it. */
    void takeBack(DemoWeek week) {
        while (!comingBack.isEmpty() && !comingBack.firstKey().isAfter(week.day)) {
            for (Map<String, Object> document : comingBack.pollFirstEntry().getValue()) {
                shelved.remove(document).run();
                document.put("businessDate", week.day.toString());
                document.put("at", week.day + "T07:45:00Z");
                week.returns.add(document);
            }
        }
    }

    private long asked(DemoItem item) {
        double much = item.usual() * (0.3 + 1.4 * random.nextDouble());
        return Math.max(1, Math.round(much / item.step())) * item.step();
    }

    private DemoPlaces.Place place() {
        double drawn = random.nextDouble();
        for (DemoPlaces.Place place : DemoPlaces.ALL) {
            drawn -= place.share();
            if (drawn < 0) {
                return place;
            }
        }
        return DemoPlaces.DOCK;
    }

    /** Summed up, for drawing. */
    private double[] favour(LocalDate day) {
        double[] sums = new double[items.size()];
        double sum = 0;
        for (int place = 0; place < sums.length; place++) {
            sum += season.favour(items.get(place), day);
            sums[place] = sum;
        }
        return sums;
    }

    private int pick(double[] sums) {
        int found = java.util.Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return Math.min(found >= 0 ? found : -found - 1, sums.length - 1);
    }

    /** Units a day that may be expected of an item at a place, before anything is sold. */
    long expected(DemoItem item, DemoPlaces.Place place) {
        double all = items.stream().mapToDouble(DemoItem::favour).sum();
        double linesADay = SALES_A_DAY * 3.1 * 5.4 / 7;
        return Math.round(linesADay * place.share() * item.favour() / all * item.usual());
    }
}
