package entrepot.client.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import entrepot.client.Rest;
import entrepot.launcher.CannotStart;
import entrepot.launcher.Pause;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Loads the demonstration, or goes on with a load that was cut off. Run again when all is there, it changes nothing. */
public final class DemoLoad {

    public static final String COMPANY = "Anchor & Bean Wholesale (demo)";
    private static final long SEED = 20_240_229;
    private static final int MONTHS = 18;
    private static final int BULK = 1000;
    private static final List<String> DECIDERS = List.of("replenishment", "prices");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rest rest;
    private final PrintStream out;
    private long postings;
    private long lines;

    public DemoLoad(Rest rest, PrintStream out) {
        this.rest = rest;
        this.out = out;
    }

    public void load(LocalDate today) {
        long begun = System.nanoTime();
        say(false);
        SplittableRandom random = new SplittableRandom(SEED);
        List<DemoItem> items = DemoRange.items(random.split());
        new DemoCatalogue(rest).load(items);
        DemoSeason season = season(today);
        out.printf("%s: %d items; posting %s to %s …%n", COMPANY, items.size(), season.first(), season.last());
        new DemoTrade(items, season, random.split()).play(this::post);
        say(true);
        DECIDERS.forEach(this::awaitDecided);
        out.printf("Demo company loaded: %,d postings with %,d sale lines in %d s%n",
                postings, lines, (System.nanoTime() - begun) / 1_000_000_000);
    }

    /** Nothing is decided on a history that still comes. */
    private void say(boolean loaded) {
        rest.post("company/demo", null, Map.of("name", COMPANY, "loaded", loaded));
    }

    /** A book that is long in deciding is as good: the decisions come. */
    private void awaitDecided(String decider) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (rest.get(decider + "/lag").path("waiting").asInt() > 0 && System.nanoTime() < until) {
            Pause.millis(200);
        }
    }

    /** Up to yesterday; a load that was begun on another day goes on with that day's dates. */
    private DemoSeason season(LocalDate today) {
        JsonNode opening = rest.find("movements/" + new DemoIds().of("opening/" + DemoPlaces.DOCK.code()));
        LocalDate first = opening == null
                ? today.minusMonths(MONTHS)
                : LocalDate.parse(opening.path("posting").path("businessDate").asText());
        return new DemoSeason(first, first.plusMonths(MONTHS).minusDays(1));
    }

    private void post(DemoWeek week) {
        if (!week.sales.isEmpty() && rest.find("sales/" + week.sales.get(week.sales.size() - 1).get("id")) != null) {
            return;
        }
        say(false);
        week.orders.forEach(this::post);
        week.deliveries.forEach(this::post);
        bulk("returns", week.returns);
        bulk("movements", week.notes);
        bulk("sales", week.sales);
        week.sales.forEach(sale -> lines += ((List<?>) sale.get("lines")).size());
    }

    private void post(DemoWeek.Document document) {
        rest.post(document.path(), document.key(), document.body());
        postings++;
    }

    private void bulk(String path, List<Map<String, Object>> documents) {
        for (int from = 0; from < documents.size(); from += BULK) {
            StringBuilder text = new StringBuilder();
            documents.subList(from, Math.min(from + BULK, documents.size())).forEach(one -> text.append(json(one)).append('\n'));
            rest.bulk(path, text.toString()).lines().forEach(answer -> need(path, answer));
        }
        postings += documents.size();
    }

    private static void need(String path, String answer) {
        JsonNode node = Rest.tree(answer);
        if (node.path("status").asInt(500) >= 400) {
            throw new CannotStart("The demo company cannot be loaded: " + path + " answers " + answer);
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("cannot be written as JSON: " + body, broken);
        }
    }
}
