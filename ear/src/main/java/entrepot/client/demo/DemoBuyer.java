package entrepot.client.demo;

import static entrepot.client.demo.DemoWeek.body;
import static entrepot.client.demo.DemoWeek.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/** Orders from the suppliers every second week, receives what they bring, and supplies the other places from the dock. */
final class DemoBuyer {

    /** The buyer is away at the end, so that the newcomer finds something to order. */
    private static final int AWAY_DAYS = 11;
    private static final int TRUSTED_DAYS = 38;
    private static final int COVER_DAYS = 30;

    private record Line(DemoItem item, long units) {}

    private record Delivery(UUID order, DemoSupplier supplier, List<Line> lines, boolean half) {}

    private final DemoIds ids;
    private final List<DemoItem> items;
    private final DemoStock stock;
    private final DemoSeason season;
    private final SplittableRandom random;
    private final TreeMap<LocalDate, List<Delivery>> onTheWay = new TreeMap<>();

    DemoBuyer(DemoIds ids, List<DemoItem> items, DemoStock stock, DemoSeason season, SplittableRandom random) {
        this.ids = ids;
        this.items = items;
        this.stock = stock;
        this.season = season;
        this.random = random;
    }

    void order(DemoWeek week, int number) {
        if (week.day.isAfter(season.last().minusDays(AWAY_DAYS))) {
            return;
        }
        for (int place = 0; place < DemoSupplier.ALL.size(); place++) {
            if ((place + number) % 2 == 0) {
                order(week, DemoSupplier.ALL.get(place));
            }
        }
    }

    private void order(DemoWeek week, DemoSupplier supplier) {
        List<Line> lines = new ArrayList<>();
        for (DemoItem item : items) {
            if (item.range().supplier.equals(supplier.code())) {
                long units = wanted(item, supplier, week.day);
                if (units > 0) {
                    lines.add(new Line(item, units));
                    stock.order(item, units);
                }
            }
        }
        if (!lines.isEmpty()) {
            place(week, supplier, lines);
        }
    }

    private long wanted(DemoItem item, DemoSupplier supplier, LocalDate day) {
        double aDay = 0;
        long position = stock.onOrder(item);
        for (DemoPlaces.Place place : DemoPlaces.ALL) {
            aDay += stock.aDay(item, place.code(), day);
            position += stock.onHand(item, place.code());
        }
        double reorder = aDay * (supplier.promised() + 14 + 7);
        double missing = aDay * (supplier.promised() + 14 + COVER_DAYS) - position;
        return position > reorder || missing <= 0 ? 0 : (long) Math.ceil(missing / item.pack()) * item.pack();
    }

    private void place(DemoWeek week, DemoSupplier supplier, List<Line> lines) {
        UUID id = ids.of("order/" + supplier.code() + "/" + week.day);
        week.orders.add(new DemoWeek.Document("purchase-orders", id, body(
                "supplier", supplier.code(), "location", DemoPlaces.DOCK.code(), "orderedOn", week.day.toString(),
                "expectedOn", week.day.plusDays(supplier.promised()).toString(),
                "lines", lines.stream()
                        .map(line -> body("sku", line.item().sku(), "quantity", units(line.units()),
                                "unitCost", String.valueOf(season.cost(line.item(), week.day))))
                        .toList())));
        int days = supplier.least() + random.nextInt(supplier.most() - supplier.least() + 1);
        boolean stuck = supplier.code().equals("SLOWBOAT") && week.day.isAfter(season.last().minusDays(TRUSTED_DAYS));
        if (!stuck) {
            boolean half = random.nextInt(12) == 0 || week.day.isAfter(season.last().minusDays(AWAY_DAYS + 7L));
            onTheWay.computeIfAbsent(week.day.plusDays(days), due -> new ArrayList<>()).add(new Delivery(id, supplier, lines, half));
        }
    }

    /** What came since; a half delivery leaves the rest open for ten days, or for ever near the end. */
    void receive(DemoWeek week) {
        while (!onTheWay.isEmpty() && !onTheWay.firstKey().isAfter(week.day)) {
            onTheWay.pollFirstEntry().getValue().forEach(delivery -> receive(week, delivery));
        }
    }

    private void receive(DemoWeek week, Delivery delivery) {
        List<Map<String, Object>> came = new ArrayList<>();
        List<Line> rest = new ArrayList<>();
        for (int number = 0; number < delivery.lines().size(); number++) {
            Line line = delivery.lines().get(number);
            long units = delivery.half() ? line.units() / 2 / line.item().step() * line.item().step() : line.units();
            if (units > 0) {
                came.add(body("line", number, "quantity", units(units)));
                stock.deliver(line.item(), DemoPlaces.DOCK.code(), units);
            }
            rest.add(new Line(line.item(), line.units() - units));
        }
        if (!came.isEmpty()) {
            week.deliveries.add(new DemoWeek.Document("purchase-orders/" + delivery.order() + "/receipts",
                    ids.of("receipt/" + delivery.order() + "/" + week.day),
                    body("businessDate", week.day.toString(), "at", week.day + "T07:30:00Z",
                            "reference", "DN-" + delivery.supplier().code() + "-" + week.day, "lines", came)));
        }
        if (delivery.half()) {
            onTheWay.computeIfAbsent(week.day.plusDays(10), due -> new ArrayList<>())
                    .add(new Delivery(delivery.order(), delivery.supplier(), rest, false));
        }
    }

    /** Fills the other places up for three weeks and a half, as far as the dock can. */
    void supply(DemoWeek week) {
        for (DemoPlaces.Place place : DemoPlaces.ALL.subList(1, DemoPlaces.ALL.size())) {
            Map<DemoItem, Long> lines = new LinkedHashMap<>();
            for (DemoItem item : items) {
                long units = moved(item, place.code(), week.day);
                if (units > 0) {
                    lines.put(item, units);
                    stock.take(item, DemoPlaces.DOCK.code(), units);
                    stock.bring(item, place.code(), units);
                }
            }
            if (!lines.isEmpty()) {
                week.notes.add(transfer(week, place.code(), lines));
            }
        }
    }

    private Map<String, Object> transfer(DemoWeek week, String to, Map<DemoItem, Long> lines) {
        return body("id", ids.of("transfer/" + to + "/" + week.day).toString(), "kind", "TRANSFER",
                "location", DemoPlaces.DOCK.code(), "to", to, "businessDate", week.day.toString(), "at", week.day + "T08:00:00Z",
                "reference", "VAN-" + to + "-" + week.day,
                "lines", lines.entrySet().stream()
                        .map(line -> body("sku", line.getKey().sku(), "quantity", units(line.getValue())))
                        .toList());
    }

    private long moved(DemoItem item, String to, LocalDate day) {
        double aDay = stock.aDay(item, to, day);
        long onHand = stock.onHand(item, to);
        if (onHand > 10 * aDay) {
            return 0;
        }
        double spare = stock.onHand(item, DemoPlaces.DOCK.code()) - 5 * stock.aDay(item, DemoPlaces.DOCK.code(), day);
        return (long) Math.min(24 * aDay - onHand, spare) / item.step() * item.step();
    }
}
