package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Api;
import entrepot.system.Product;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * A small wholesaler with two months behind it, posted over the API: thirty items, two places, one supplier, sales every
 * day, so that lists are long enough to look at and some stock has run low. Made once for a product.
 */
final class Shop {

    static final String ITEM = "COF-001";
    static final String INSTRUMENT = "ARABICA";
    private static final long SEED = 20_261_125;
    private static final int DAYS = 63;
    private static final List<String> COFFEES = List.of("Bourbon", "Caturra", "Geisha", "Santos", "Sidamo", "Antigua", "Kona", "Mandheling");
    private static final List<String> WIRES = List.of("0.5", "0.75", "1.0", "1.5", "2.5", "4.0", "6.0");

    private final Api admin;
    private final Random random = new Random(SEED);
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

    private Shop(Api admin) {
        this.admin = admin;
    }

    static synchronized void openOn(Product product) {
        Api admin = product.as("admin");
        if (admin.get("api/v1/items/" + ITEM).status() == 404) {
            new Shop(admin).open();
        }
        Research.openOn(product);
    }

    private void open() {
        make("locations", "{'code':'MAIN','name':'Main warehouse'}");
        make("locations", "{'code':'SHOP','name':'Harbour shop'}");
        make("suppliers", "{'code':'ANDES','name':'Andes Green Coffee','leadTimeDays':12}");
        make("suppliers", "{'code':'ELBE','name':'Elbe Wire Works','leadTimeDays':7}");
        make("categories", "{'code':'COFFEE','name':'Coffee'}");
        make("categories", "{'code':'WIRE','name':'Copper wire'}");
        List<String> skus = new ArrayList<>();
        for (String coffee : COFFEES) {
            skus.add(item("COF", skus.size() + 1, coffee + " coffee, roasted 500 g", "EA", "COFFEE", "ANDES", "FIFO"));
            skus.add(item("COF", skus.size() + 1, coffee + " coffee, green", "KG", "COFFEE", "ANDES", "FIFO"));
        }
        for (String wire : WIRES) {
            skus.add(item("CU", skus.size() + 1, "Copper wire " + wire + " mm, bare", "M", "WIRE", "ELBE", "AVERAGE"));
            skus.add(item("CU", skus.size() + 1, "Copper wire " + wire + " mm, tinned", "M", "WIRE", "ELBE", "AVERAGE"));
        }
        post("movements", skus.stream().flatMap(sku -> List.of(opening(sku, "MAIN"), opening(sku, "SHOP")).stream()).toList());
        post("sales", sales(skus));
        make("customers", "{'code':'QUAY','name':'Quay Street Bakery'}");
        order();
        count(admin, "SHOP", skus.get(0), skus.get(1));
    }

    private void order() {
        Api.Answer order = admin.post("api/v1/purchase-orders",
                "{\"supplier\":\"ANDES\",\"location\":\"MAIN\",\"lines\":[{\"sku\":\"" + ITEM + "\",\"quantity\":\"40\",\"unitCost\":\"6.25\"}]}",
                "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(order.status()).as(order.body()).isEqualTo(201);
    }

    /** Two items that wait for approval, counted twice. */
    static void count(Api admin, String location, String first, String second) {
        String count = "api/v1/counts/" + UUID.randomUUID();
        Api.Answer made = admin.post("api/v1/counts", "{\"location\":\"" + location + "\",\"skus\":[\"" + first + "\",\"" + second + "\"]}",
                "Idempotency-Key", count.substring(count.lastIndexOf('/') + 1));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        for (int round = 0; round < 2; round++) {
            admin.put(count + "/lines", "{\"lines\":[{\"sku\":\"" + first + "\",\"quantity\":\"7\"},{\"sku\":\"" + second + "\",\"quantity\":\"3\"}]}");
            admin.post(count + "/submit", "{}");
        }
    }

    private String item(String family, int number, String name, String unit, String category, String supplier, String costing) {
        String sku = "%s-%03d".formatted(family, number);
        make("items", ("{'sku':'%s','name':'%s','unit':'%s','category':'%s','costing':'%s','supplier':'%s','purchaseCost':'%d.%02d',"
                + "'pack':'10','minimumOrder':'20'}").formatted(sku, name, unit, category, costing, supplier, 2 + number % 9, number));
        Api.Answer price = admin.put("api/v1/prices/" + sku + "/base", "{\"price\":\"" + (6 + number % 9) + ".50\",\"reason\":\"list price\"}");
        assertThat(price.status()).as(price.body()).isEqualTo(200);
        return sku;
    }

    private String opening(String sku, String location) {
        return "{'id':'%s','kind':'OPENING','location':'%s','businessDate':'%s','reference':'OPENING','lines':[{'sku':'%s','quantity':'%d','unitCost':'%d.%02d'}]}"
                .formatted(UUID.randomUUID(), location, today.minusDays(DAYS + 1), sku, 90 + random.nextInt(160), 2 + random.nextInt(4), random.nextInt(100));
    }

    private List<String> sales(List<String> skus) {
        List<String> sales = new ArrayList<>();
        for (int day = DAYS; day > 0; day--) {
            for (int till = 0; till < 6; till++) {
                int first = random.nextInt(skus.size());
                sales.add(sale(today.minusDays(day), "TILL-%05d".formatted(sales.size() + 1),
                        List.of(skus.get(first), skus.get((first + 7) % skus.size()))));
            }
        }
        return sales;
    }

    private String sale(LocalDate day, String reference, List<String> skus) {
        List<String> lines = skus.stream()
                .map(sku -> "{'sku':'%s','quantity':'%d','unitPrice':'%d.50'}".formatted(sku, 1 + random.nextInt(12), 9 + random.nextInt(9)))
                .toList();
        return "{'id':'%s','location':'%s','businessDate':'%s','reference':'%s','lines':[%s]}".formatted(
                UUID.randomUUID(), random.nextInt(3) == 0 ? "SHOP" : "MAIN", day, reference, String.join(",", lines));
    }

    private void make(String noun, String json) {
        Api.Answer answer = admin.post("api/v1/" + noun, json.replace('\'', '"'));
        assertThat(answer.status()).as(answer.body()).isIn(201, 409);
    }

    private void post(String noun, List<String> lines) {
        for (int from = 0; from < lines.size(); from += 100) {
            String body = String.join("\n", lines.subList(from, Math.min(lines.size(), from + 100))).replace('\'', '"');
            Api.Answer answer = admin.send(admin.request("api/v1/" + noun)
                    .header("Content-Type", "application/x-ndjson")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
    }
}
