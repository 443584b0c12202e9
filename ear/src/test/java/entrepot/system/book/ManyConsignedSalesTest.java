package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Sales that come many at once take goods of suppliers as the same sales do that come one by one. */
@OnProduct
class ManyConsignedSalesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SALES = 60;

    private final ShopFloor shop;
    private final String milk;
    private final String pump;

    ManyConsignedSalesTest(Product product) {
        shop = new ShopFloor(product);
        milk = shop.fifo.replace("F-", "MANYMILK-");
        pump = shop.fifo.replace("F-", "MANYPUMP-");
        made("items", "{'sku':'" + milk + "','name':'Milk','unit':'EA','costing':'FIFO','tracking':'LOT'}");
        made("items", "{'sku':'" + pump + "','name':'Pump','unit':'EA','costing':'SPECIFIC','tracking':'SERIAL'}");
    }

    @Test
    void manyAtOnceEndAsTheSameOneByOne() throws Exception {
        long seed = new Random().nextLong();
        Side many = new Side("M", seed);
        Side single = new Side("S", seed);
        List<String> sales = many.sales();
        List<String> atOnce = many.bulk(sales);
        assertThat(atOnce).as("seed " + seed).isEqualTo(single.oneByOne(single.sales())).anyMatch(one -> one.startsWith("409"));
        assertThat(many.rest()).as("seed " + seed).isEqualTo(single.rest());
        assertThat(many.settled()).as("seed " + seed).isEqualTo(single.settled()).hasSizeGreaterThan(5);
        assertThat(many.bulk(sales).stream().map(one -> one.startsWith("409") ? "409" : one).toList()).as("sent again, seed " + seed)
                .isEqualTo(atOnce.stream().map(one -> one.startsWith("409") ? "409" : one.replaceFirst("^201", "200")).toList());
        assertThat(shop.run("rebuild-projections").get("outcome").get("different").asLong()).isZero();
    }

    /** One place with a supplier of its own; two of one seed are alike. */
    private final class Side {

        private final String place;
        private final String supplier;
        private final String piece;
        private final Random random;

        Side(String name, long seed) {
            place = shop.place + name;
            supplier = shop.place.replace("P-", "MANYSUP-") + name;
            piece = name + "-";
            random = new Random(seed);
            made("locations", "{'code':'" + place + "','name':'Side " + name + "'}");
            made("suppliers", "{'code':'" + supplier + "','name':'A supplier','leadTimeDays':5}");
            come("movements", "'kind':'RECEIPT'", line(shop.fifo, 6, "3.00", ""), line(milk, 4, "3.00", lots("A 4")));
            come("consignments/arrivals", "'supplier':'" + supplier + "'", line(shop.fifo, 20, "2.00", ""), line(milk, 20, "1.50", lots("B 12", "C 8")),
                    line(pump, 5, "90.00", lots(IntStream.range(0, 5).mapToObj(one -> piece + one + " 1").toArray(String[]::new))));
        }

        private void come(String what, String more, String... lines) {
            Answer come = shop.admin.post("api/v1/" + what,
                    json("{'location':'" + place + "'," + more + ",'lines':[" + String.join(",", lines) + "]}"), key(newKey()));
            assertThat(come.status()).as(come.body()).isEqualTo(201);
        }

        List<String> sales() {
            List<String> sales = new ArrayList<>();
            while (sales.size() < SALES) {
                sales.add(random.nextInt(8) == 0 && !sales.isEmpty() ? sales.get(random.nextInt(sales.size())) : sale());
            }
            return sales;
        }

        private String sale() {
            List<String> lines = IntStream.rangeClosed(0, random.nextInt(2)).mapToObj(line -> switch (random.nextInt(4)) {
                case 0 -> line(shop.fifo, 1 + random.nextInt(3), null, "");
                case 1 -> line(milk, 1 + random.nextInt(3), null, "");
                case 2 -> line(milk, 1, null, lots("ABC".charAt(random.nextInt(3)) + " 1"));
                default -> line(pump, 1, null, lots(piece + random.nextInt(5) + " 1"));
            }).toList();
            return json("{'id':'" + newKey() + "','location':'" + place + "','lines':[" + String.join(",", lines) + "]}");
        }

        List<String> bulk(List<String> sales) throws JsonProcessingException {
            Answer answer = shop.admin.send(shop.admin.request("api/v1/sales").header("Content-Type", "application/x-ndjson")
                    .POST(BodyPublishers.ofString(String.join("\n", sales))));
            List<String> ended = new ArrayList<>();
            for (String line : answer.body().lines().toList()) {
                JsonNode one = JSON.readTree(line);
                ended.add(ended(one.get("status").asInt(), one));
            }
            return ended;
        }

        List<String> oneByOne(List<String> sales) throws JsonProcessingException {
            List<String> ended = new ArrayList<>();
            for (String sale : sales) {
                Answer one = shop.admin.post("api/v1/sales", sale, key(JSON.readTree(sale).get("id").asText()));
                ended.add(ended(one.status(), one.json()));
            }
            return ended;
        }

        private String ended(int status, JsonNode one) {
            return (status + " " + one.path("cost").asText() + " " + one.path("code").asText() + " " + one.path("detail").asText() + " " + one.path("errors"))
                    .replace(place, "HERE").replace(piece, "#");
        }

        List<String> rest() {
            return texts(shop.admin.get("api/v1/consignments?supplier=" + supplier).json().get("theirs"), "sku", "lot", "onHand");
        }

        List<String> settled() {
            return texts(shop.admin.get("api/v1/consignments/settlement?supplier=" + supplier).json().get("items"), "sku", "lot", "quantity", "amount");
        }

        private List<String> texts(JsonNode rows, String... fields) {
            return StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> String.join(" ", List.of(fields).stream().map(field -> row.path(field).asText("-")).toList()).replace(piece, "#")).toList();
        }
    }

    private void made(String what, String body) {
        Answer made = shop.admin.post("api/v1/" + what, json(body));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    private static String line(String sku, int quantity, String cost, String lots) {
        return "{'sku':'" + sku + "','quantity':'" + quantity + "'," + (cost == null ? "'unitPrice':'5.00'" : "'unitCost':'" + cost + "'") + lots + "}";
    }

    private static String lots(String... lots) {
        return ",'lots':[" + String.join(",", List.of(lots).stream().map(lot -> lot.split(" "))
                .map(lot -> "{'lot':'" + lot[0] + "','quantity':'" + lot[1] + "'}").toList()) + "]";
    }

    private static String json(String body) {
        return body.replace('\'', '"');
    }
}
