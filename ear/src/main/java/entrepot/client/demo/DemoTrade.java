package entrepot.client.demo;

import static entrepot.client.demo.DemoWeek.body;
import static entrepot.client.demo.DemoWeek.units;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Eighteen months of trade, half a week at a time: goods come on Mondays and Thursdays, sales follow. */
final class DemoTrade {

    private static final int OPENING_DAYS = 45;
    private static final String[] LOSSES = {"torn bag", "kinked coil", "damp", "past its date", "crushed in transit"};

    private final DemoIds ids = new DemoIds();
    private final SplittableRandom random;
    private final List<DemoItem> items;
    private final DemoSeason season;
    private final DemoStock stock = new DemoStock();
    private final DemoShop shop;
    private final DemoBuyer buyer;

    DemoTrade(List<DemoItem> items, DemoSeason season, SplittableRandom random) {
        this.items = items;
        this.season = season;
        this.random = random;
        shop = new DemoShop(ids, items, stock, season, random.split());
        buyer = new DemoBuyer(ids, items, stock, season, random.split());
    }

    void play(Consumer<DemoWeek> post) {
        DemoWeek week = new DemoWeek(season.first());
        for (DemoPlaces.Place place : DemoPlaces.ALL) {
            week.notes.add(opening(place));
        }
        int number = 0;
        for (LocalDate day = season.first(); !day.isAfter(season.last()); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.MONDAY || day.getDayOfWeek() == DayOfWeek.THURSDAY) {
                post.accept(week);
                week = begin(day, number++);
            }
            shop.sell(week, day);
        }
        post.accept(week);
    }

    private DemoWeek begin(LocalDate day, int number) {
        DemoWeek week = new DemoWeek(day);
        buyer.receive(week);
        shop.takeBack(week);
        if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
            buyer.order(week, number / 2);
            buyer.supply(week);
        }
        if (number % 8 == 5) {
            lose(week);
        }
        return week;
    }

    private Map<String, Object> opening(DemoPlaces.Place place) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (DemoItem item : items) {
            long aDay = shop.expected(item, place);
            long units = Math.max(item.pack(), OPENING_DAYS * aDay / item.step() * item.step());
            stock.open(item, place.code(), season.first(), aDay, units);
            lines.add(body("sku", item.sku(), "quantity", units(units), "unitCost", String.valueOf(season.cost(item, season.first()))));
        }
        return body("id", openingId(place).toString(), "kind", "OPENING", "location", place.code(),
                "businessDate", season.first().toString(), "at", season.first() + "T06:00:00Z",
                "reference", "OPENING-" + place.code(), "lines", lines);
    }

    private java.util.UUID openingId(DemoPlaces.Place place) {
        return ids.of("opening/" + place.code());
    }

    /** A few goods a month are written off, one count a month finds some or misses some. */
    private void lose(DemoWeek week) {
        for (DemoPlaces.Place place : DemoPlaces.ALL) {
            DemoItem item = items.get(random.nextInt(items.size()));
            long units = item.step() * (1 + random.nextInt(3));
            if (stock.free(item, place) > units) {
                stock.take(item, place.code(), units);
                week.notes.add(note(week, "SCRAP", place, item, units, LOSSES[random.nextInt(LOSSES.length)]));
            }
            DemoItem counted = items.get(random.nextInt(items.size()));
            long found = counted.step() * (random.nextInt(5) - 2);
            if (counted != item && found != 0 && stock.free(counted, place) + found > 0) {
                stock.bring(counted, place.code(), found);
                week.notes.add(note(week, "ADJUSTMENT", place, counted, found, "stock count"));
            }
        }
    }

    private Map<String, Object> note(DemoWeek week, String kind, DemoPlaces.Place place, DemoItem item, long units, String reason) {
        return body("id", ids.of(kind + "/" + place.code() + "/" + week.day).toString(), "kind", kind, "location", place.code(),
                "businessDate", week.day.toString(), "at", week.day + "T08:15:00Z", "reason", reason,
                "lines", List.of(body("sku", item.sku(), "quantity", units(units))));
    }
}
