package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shelf is counted while the shop sells, by people who do not know what the book expects, and approved by another. */
@OnProduct
class CountsTest {

    private static final LocalDate TODAY = LocalDate.now();

    private final ShopFloor shop;
    private final Api storekeeper;
    private final Api accountant;

    CountsTest(Product product) {
        shop = new ShopFloor(product);
        storekeeper = product.as("storekeeper");
        accountant = product.as("accountant");
    }

    @BeforeEach
    void goodsLieThere() {
        shop.note("RECEIPT", "\"businessDate\":\"" + TODAY.minusDays(9) + "\",", line(shop.fifo, 100, "5.00"));
        shop.note("RECEIPT", "\"businessDate\":\"" + TODAY.minusDays(9) + "\",", line(shop.average, 50, "2.00"));
    }

    @Test
    void aSaleBetweenCountingAndApprovalChangesNothingOfTheDifference() {
        String count = made(shop.fifo, shop.average);
        shop.sell(shop.fifo, 10);
        set(count, shop.fifo, "88");
        set(count, shop.average, "50");
        shop.sell(shop.fifo, 5);
        assertThat(submit(count).get("status").asText()).isEqualTo("SUBMITTED");
        JsonNode line = review(count).at("/items/0");
        assertThat(line.get("expected").asText() + " " + line.get("difference").asText() + " " + line.get("worth").asText()
                + " " + line.get("since").asText()).isEqualTo("90 -2 -10.00 -5");
        shop.sell(shop.fifo, 5);
        Answer approved = approve(count, newKey(), "{\"otherwise\":\"THEFT\"}");
        assertThat(approved.status()).as(approved.body()).isEqualTo(201);
        assertThat(shop.onHand(shop.fifo)).isEqualTo("78");
        assertThat(approved.json().get("cost").asText()).isEqualTo("10.00");
        JsonNode posted = accountant.get("api/v1/movements/" + approved.json().get("id").asText()).json();
        assertThat(posted.at("/posting/kind").asText()).isEqualTo("COUNT");
        assertThat(posted.at("/posting/reference").asText()).isEqualTo(head(count).get("number").asText());
        assertThat(posted.get("movements")).hasSize(2);
    }

    /** What was counted is there in the end, whoever was first. */
    @Test
    void ofTwoWhoApproveWhileALateSaleComesOneDoesAndTheCountHolds() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < 4; round++) {
                String count = made(shop.fifo);
                set(count, shop.fifo, "98");
                submit(count);
                String tag = tag(count);
                String late = shop.sale(shop.fifo, 1).replaceFirst("\\{", "{\"businessDate\":\"" + TODAY.minusDays(2) + "\",");
                CyclicBarrier start = new CyclicBarrier(3);
                Future<Integer> one = people.submit(() -> approvedBy("accountant", count, tag, start));
                Future<Integer> other = people.submit(() -> approvedBy("admin", count, tag, start));
                Future<Integer> sale = people.submit(() -> {
                    start.await();
                    return shop.admin.post("api/v1/sales", late, key(newKey())).status();
                });
                List<Integer> approvals = List.of(one.get(), other.get());
                assertThat(sale.get()).isEqualTo(201);
                assertThat(approvals.stream().filter(status -> status == 201).count()).as(approvals.toString()).isLessThanOrEqualTo(1);
                assertThat(approvals).as("approved, over, or to be looked at again").allMatch(status -> Set.of(201, 409, 412).contains(status));
                if (!approvals.contains(201)) {
                    assertThat(approve(count, newKey(), "{\"otherwise\":\"THEFT\"}").status()).isEqualTo(201);
                }
                assertThat(shop.onHand(shop.fifo)).isEqualTo("98");
            }
        } finally {
            people.shutdownNow();
        }
    }

    private int approvedBy(String role, String count, String tag, CyclicBarrier start) throws Exception {
        start.await();
        return shop.product.as(role).post("api/v1/counts/" + count + "/approve", "{\"otherwise\":\"THEFT\"}", "Idempotency-Key", newKey(),
                "If-Match", tag).status();
    }

    @Test
    void whoNotesAReceiptOfBeforeTheCountIsAskedWhetherItWasCounted() {
        String count = made(shop.fifo);
        set(count, shop.fifo, "98");
        submit(count);
        assertThat(approve(count, newKey(), "{\"otherwise\":\"THEFT\"}").status()).isEqualTo(201);
        String before = "\"businessDate\":\"" + TODAY.minusDays(5) + "\",";
        Answer asked = shop.note("RECEIPT", before, line(shop.fifo, 5, "5.00"));
        assertThat(asked.status()).isGreaterThanOrEqualTo(400);
        assertThat(asked.body()).contains("counted-since", "98 units", "103 are there then");
        Answer among = shop.note("RECEIPT", before + "\"wasCounted\":true,", line(shop.fifo, 5, "5.00"));
        assertThat(among.status()).as(among.body()).isEqualTo(201);
        assertThat(shop.onHand(shop.fifo)).as("what was counted stays").isEqualTo("98");
        assertThat(shop.note("RECEIPT", "", line(shop.fifo, 5, "5.00")).status()).as("of the day of the count").isEqualTo(201);
        assertThat(shop.onHand(shop.fifo)).isEqualTo("103");
    }

    @Test
    void likewiseOfWhatCameForAnOrder() {
        String count = made(shop.fifo);
        set(count, shop.fifo, "98");
        submit(count);
        assertThat(approve(count, newKey(), "{\"otherwise\":\"THEFT\"}").status()).isEqualTo(201);
        String receipts = "api/v1/purchase-orders/" + ordered(shop.fifo, 9) + "/receipts";
        String lines = "\"lines\":[{\"line\":0,\"quantity\":\"3\",\"damaged\":\"1\",\"kept\":false,\"reason\":\"wet\"}]}";
        String before = "{\"businessDate\":\"" + TODAY.minusDays(5) + "\",";
        Answer asked = shop.admin.post(receipts, before + lines, key(newKey()));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.json().at("/errors/0/pointer").asText()).isEqualTo("/lines/0/quantity");
        assertThat(asked.body()).contains("counted-since", "98 stay there", "101 are there then");
        Answer among = shop.admin.post(receipts, before + "\"wasCounted\":true," + lines, key(newKey()));
        assertThat(among.status()).as(among.body()).isEqualTo(201);
        assertThat(shop.onHand(shop.fifo)).as("what was counted stays").isEqualTo("98");
        assertThat(shop.admin.post(receipts, "{" + lines, key(newKey())).status()).as("of the day of the count").isEqualTo(201);
        assertThat(shop.onHand(shop.fifo)).isEqualTo("101");
    }

    private String ordered(String sku, int quantity) {
        String name = shop.place.substring(2);
        shop.admin.post("api/v1/suppliers", "{\"code\":\"S" + name + "\",\"name\":\"Supplier\",\"leadTimeDays\":5}");
        String order = newKey();
        Answer made = shop.admin.post("api/v1/purchase-orders", ("{\"supplier\":\"S%s\",\"location\":\"%s\",\"orderedOn\":\"%s\",\"lines\":"
                + "[{\"sku\":\"%s\",\"quantity\":\"%d\",\"unitCost\":\"5.00\"}]}").formatted(name, shop.place, TODAY.minusDays(9), sku, quantity), key(order));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return order;
    }

    @Test
    void whoCountsIsNotToldWhatTheBookExpects() {
        String count = made(shop.fifo);
        set(count, shop.fifo, "60");
        for (String path : List.of("", "/lines", "/lines?only=COUNTED")) {
            String answer = storekeeper.get("api/v1/counts/" + count + path).body();
            assertThat(answer).doesNotContain("expected", "difference", "worth", "onHand").doesNotContain("\"100\"");
        }
        assertThat(storekeeper.get("api/v1/counts/" + count + "/review").status()).isEqualTo(403);
        assertThat(storekeeper.get("api/v1/counts/" + count + "/review/" + shop.fifo).status()).isEqualTo(403);
        assertThat(storekeeper.post("api/v1/counts/" + count + "/approve?dryRun=true", "{}").status()).isEqualTo(403);
        Answer open = accountant.get("api/v1/counts/" + count + "/review");
        assertThat(open.status() + " " + open.json().get("code").asText()).isEqualTo("409 not-submitted");
        JsonNode again = submit(count);
        assertThat(again.get("status").asText()).isEqualTo("RECOUNT");
        assertThat(lines(count).get(0).has("counted")).as("what was counted before").isFalse();
    }

    @Test
    void whatDiffersTooMuchIsCountedAgainAndTheLastCountStands() {
        String count = made(shop.fifo, shop.average);
        set(count, shop.fifo, "60");
        set(count, shop.average, "50");
        assertThat(submit(count).get("status").asText()).isEqualTo("RECOUNT");
        assertThat(code(put(count, shop.average, "49"))).isEqualTo("not-asked");
        assertThat(code(storekeeper.post("api/v1/counts/" + count + "/submit", "{}"))).isEqualTo("not-counted");
        set(count, shop.fifo, "97");
        assertThat(submit(count).get("status").asText()).isEqualTo("SUBMITTED");
        assertThat(review(count).at("/items/0/counted").asText()).isEqualTo("97");
        JsonNode entries = accountant.get("api/v1/counts/" + count + "/review/" + shop.fifo).json().get("entries");
        assertThat(entries).extracting(entry -> entry.get("round").asInt() + " " + entry.get("quantity").asText())
                .containsExactly("1 60", "2 97");
        Answer back = accountant.post("api/v1/counts/" + count + "/recount", "{\"skus\":[\"" + shop.average + "\"]}");
        assertThat(back.json().get("status").asText() + " " + back.json().get("round").asInt()).isEqualTo("RECOUNT 3");
        set(count, shop.average, "48");
        assertThat(submit(count).get("status").asText()).isEqualTo("SUBMITTED");
    }

    @Test
    void nobodyApprovesWhatHeCounted() {
        String count = made(shop.fifo);
        Answer own = shop.admin.put("api/v1/counts/" + count + "/lines", entry(shop.fifo, "99"));
        assertThat(own.status()).as(own.body()).isEqualTo(200);
        submit(count);
        Answer refused = shop.admin.post("api/v1/counts/" + count + "/approve?dryRun=true", "{\"otherwise\":\"OTHER\"}");
        assertThat(refused.status() + " " + refused.json().get("code").asText()).isEqualTo("403 own-count");
        assertThat(approve(count, newKey(), "{\"otherwise\":\"OTHER\"}").status()).isEqualTo(201);
    }

    @Test
    void aLineThatIsNotCountedIsNotZeroAndAnExplicitZeroIs() {
        String count = made(shop.fifo, shop.average);
        set(count, shop.average, "0");
        submit(count);
        set(count, shop.average, "0");
        submit(count);
        assertThat(review(count).get("lines").asInt()).isEqualTo(1);
        Answer bare = accountant.post("api/v1/counts/" + count + "/approve?dryRun=true", "{}");
        assertThat(bare.status() + " " + code(bare)).isEqualTo("422 reason-missing");
        JsonNode journal = accountant.post("api/v1/counts/" + count + "/approve?dryRun=true", reasons(shop.average, "DAMAGE")).json().get("journal");
        assertThat(journal).extracting(line -> line.get("account").asText()).containsExactlyInAnyOrder("1200", "5200");
        assertThat(approve(count, newKey(), reasons(shop.average, "DAMAGE")).status()).isEqualTo(201);
        assertThat(shop.onHand(shop.average)).isEqualTo("0");
        assertThat(shop.onHand(shop.fifo)).isEqualTo("100");
    }

    @Test
    void scansAddOnceHoweverOftenTheyAreSent() {
        String count = made(shop.fifo);
        String key = newKey();
        for (int tries = 0; tries < 3; tries++) {
            assertThat(storekeeper.post("api/v1/counts/" + count + "/lines", entry(shop.fifo, "2"), key(key)).status()).isEqualTo(200);
        }
        storekeeper.post("api/v1/counts/" + count + "/lines", entry(shop.fifo, "1"), key(newKey()));
        assertThat(lines(count).get(0).get("counted").asText()).isEqualTo("3");
        assertThat(code(storekeeper.post("api/v1/counts/" + count + "/lines", entry(shop.fifo, "5"), key(key)))).isEqualTo("idempotency-clash");
    }

    @Test
    void whatIsFoundWithoutBeingListedIsCountedToo() {
        String count = made(shop.fifo);
        set(count, shop.average, "50");
        assertThat(lines(count)).extracting(line -> line.get("sku").asText() + " " + line.get("listed").asBoolean())
                .containsExactly(shop.fifo + " true", shop.average + " false");
    }

    @Test
    void anItemIsOnOneOpenCountOfAPlace() {
        String count = made(shop.fifo);
        Answer second = create(shop.fifo, shop.average);
        assertThat(second.json().at("/errors/0/code").asText()).isEqualTo("on-another-count");
        assertThat(storekeeper.post("api/v1/counts/" + count + "/cancel", "{}").json().get("status").asText()).isEqualTo("CANCELLED");
        assertThat(create(shop.fifo, shop.average).status()).isEqualTo(201);
        assertThat(code(put(count, shop.fifo, "1"))).isEqualTo("count-state");
    }

    @Test
    void aZoneIsCountedPlaceByPlaceInTheOrderOfTheWay() {
        String zone = newKey().substring(0, 8);
        for (String[] place : new String[][] {{"-Z", zone, "10"}, {"-A", zone, "20"}, {"-E", zone, "30"}, {"-O", "other", "5"}}) {
            assertThat(shop.admin.post("api/v1/locations", "{\"code\":\"%s%s\",\"name\":\"Bin\",\"site\":\"%s\",\"zone\":\"%s\",\"pickSequence\":%s}"
                    .formatted(shop.place, place[0], shop.place, place[1], place[2])).status()).isEqualTo(201);
        }
        for (String place : List.of("-A", "-Z", "-O")) {
            Answer moved = shop.note("TRANSFER", "\"to\":\"" + shop.place + place + "\",", "{\"sku\":\"" + shop.fifo + "\",\"quantity\":\"7\"}");
            assertThat(moved.status()).as(moved.body()).isEqualTo(201);
        }
        String key = newKey();
        String body = "{\"site\":\"" + shop.place + "\",\"zone\":\"" + zone + "\"}";
        Answer made = storekeeper.post("api/v1/counts/by-zone", body, key(key));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().get("items").findValuesAsText("location")).as("none of the empty place").containsExactly(shop.place + "-Z", shop.place + "-A");
        assertThat(made.json().get("items").findValuesAsText("number")).isSorted();
        assertThat(lines(made.json().at("/items/0/id").asText()).findValuesAsText("sku")).containsExactly(shop.fifo);
        Answer again = storekeeper.post("api/v1/counts/by-zone", body, key(key));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(made.json());
        assertThat(storekeeper.get("api/v1/counts?zone=" + zone).json().get("items").findValuesAsText("id"))
                .containsExactlyInAnyOrderElementsOf(made.json().get("items").findValuesAsText("id"));

        Answer open = storekeeper.post("api/v1/counts/by-zone", body, key(newKey()));
        assertThat(open.status() + " " + code(open)).isEqualTo("409 nothing-to-count");
        Answer unknown = storekeeper.post("api/v1/counts/by-zone", body.replace(zone, "nowhere"), key(newKey()));
        assertThat(unknown.status() + " " + code(unknown)).isEqualTo("422 unknown-zone");
        assertThat(unknown.body()).contains("its zones are " + (zone.compareTo("other") < 0 ? zone + ", other" : "other, " + zone));
        Answer wrong = storekeeper.post("api/v1/counts/by-zone", "{\"most\":0}", key(newKey()));
        assertThat(wrong.json().get("errors").findValuesAsText("pointer")).containsExactlyInAnyOrder("/site", "/zone", "/most");
    }

    @Test
    void allThatIsWrongWithAnEntryIsToldAtOnce() {
        String count = made(shop.fifo);
        String body = String.join("\n", "{\"sku\":\"NO-SUCH\",\"quantity\":\"1\"}", "{\"sku\":\"" + shop.fifo + "\",\"quantity\":\"-1\"}",
                "{\"sku\":\"" + shop.fifo + "\",\"quantity\":\"1\",\"at\":\"2001-01-01T00:00:00Z\"}");
        Answer refused = storekeeper.send(storekeeper.request("api/v1/counts/" + count + "/lines")
                .header("Content-Type", "application/x-ndjson").PUT(BodyPublishers.ofString(body)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors")).extracting(error -> error.get("pointer").asText() + " " + error.get("code").asText())
                .containsExactly("/lines/0 unknown-sku", "/lines/1 quantity", "/lines/2 at");
        assertThat(lines(count).get(0).has("counted")).isFalse();
    }

    @Test
    void approvingTwiceIsApprovingOnce() {
        String count = made(shop.fifo);
        set(count, shop.fifo, "99");
        submit(count);
        String key = newKey();
        String tag = tag(count);
        assertThat(approve(count, key, tag, "{\"otherwise\":\"DAMAGE\"}").status()).isEqualTo(201);
        assertThat(approve(count, key, tag, "{\"otherwise\":\"DAMAGE\"}").status()).isEqualTo(200);
        assertThat(approve(count, key, tag, "{\"otherwise\":\"OTHER\"}").status()).isEqualTo(422);
        assertThat(code(approve(count, newKey(), tag, "{\"otherwise\":\"DAMAGE\"}"))).isEqualTo("count-state");
        assertThat(shop.onHand(shop.fifo)).isEqualTo("99");
    }

    @Test
    void aSaleThatArrivesLateIsSeenAndAsksForASecondLook() {
        String count = made(shop.fifo);
        set(count, shop.fifo, "98");
        submit(count);
        String tag = tag(count);
        String late = shop.sale(shop.fifo, 2).replaceFirst("\\{", "{\"businessDate\":\"" + TODAY.minusDays(1) + "\",");
        shop.admin.post("api/v1/sales", late, key(newKey()));
        assertThat(approve(count, newKey(), tag, "{\"otherwise\":\"THEFT\"}").status()).isEqualTo(412);
        assertThat(review(count).at("/items/0/difference").asText()).isEqualTo("0");
        JsonNode arrived = accountant.get("api/v1/counts/" + count + "/review/" + shop.fifo).json().get("late");
        assertThat(arrived).extracting(one -> one.get("kind").asText() + " " + one.get("quantity").asText()).containsExactly("SALE -2");
        assertThat(approve(count, newKey(), "{}").status()).isEqualTo(201);
        assertThat(shop.onHand(shop.fifo)).isEqualTo("98");
    }

    @Test
    void thePlanSaysWhatIsDueAndACountOfItClearsIt() throws InterruptedException {
        assertThat(shop.run("count-plan").get("status").asText()).isEqualTo("DONE");
        JsonNode plan = storekeeper.get("api/v1/count-plan").json();
        assertThat(plan.at("/policy/daysA").asInt()).isPositive();
        assertThat(due()).containsExactlyInAnyOrder(shop.fifo + " " + TODAY.minusDays(9), shop.average + " " + TODAY.minusDays(9));
        Answer made = storekeeper.post("api/v1/counts", "{\"location\":\"" + shop.place + "\",\"due\":true}", key(newKey()));
        assertThat(made.json().get("lineCount").asInt()).isEqualTo(2);
        String count = made.json().get("id").asText();
        assertThat(due()).isEmpty();
        set(count, shop.fifo, "100");
        set(count, shop.average, "50");
        submit(count);
        approve(count, newKey(), "{}");
        assertThat(due()).isEmpty();
        JsonNode month = accountant.get("api/v1/count-figures?location=" + shop.place).json().at("/months/0");
        assertThat(month.get("lines").asInt() + " " + month.get("right").asInt() + " " + month.get("accuracy").asText()).isEqualTo("2 2 1.0000");
        assertThat(code(storekeeper.post("api/v1/counts", "{\"location\":\"" + shop.place + "\",\"due\":true}", key(newKey()))))
                .isEqualTo("nothing-to-count");
    }

    @Test
    void whatWasCountedWrongIsCountedAgain() {
        Answer wrong = counted("99");
        String figures = "api/v1/count-figures?location=" + shop.place;
        assertThat(accountant.get(figures).json().at("/months/0/shrinkage").asText()).isEqualTo("5.00");
        assertThat(accountant.get(figures).json().at("/reasons/0/reason").asText()).isEqualTo("DAMAGE");
        assertThat(code(shop.reverse(wrong))).isEqualTo("not-reversible");
        assertThat(counted("100").status()).isEqualTo(201);
        assertThat(accountant.get(figures).json().at("/months/0/shrinkage").asText()).isEqualTo("0.00");
        assertThat(shop.onHand(shop.fifo)).isEqualTo("100");
    }

    private Answer counted(String quantity) {
        String count = made(shop.fifo);
        set(count, shop.fifo, quantity);
        submit(count);
        return approve(count, newKey(), "{\"otherwise\":\"DAMAGE\"}");
    }

    @Test
    void theRulesChangeForWhoLookedAtThem() {
        Answer plan = accountant.get("api/v1/count-plan");
        String tag = plan.response().headers().firstValue("ETag").orElseThrow();
        String policy = plan.json().get("policy").toString();
        assertThat(accountant.put("api/v1/count-plan", policy, "If-Match", tag).status()).isEqualTo(200);
        assertThat(accountant.put("api/v1/count-plan", policy, "If-Match", tag).status()).isEqualTo(412);
        assertThat(storekeeper.put("api/v1/count-plan", policy, "If-Match", tag).status()).isEqualTo(403);
        String wrong = policy.replaceFirst("\"shareA\":\"[^\"]*\"", "\"shareA\":\"0.99\"").replaceFirst("\"daysA\":\\d+", "\"daysA\":0");
        assertThat(accountant.put("api/v1/count-plan", wrong, "If-Match", "\"1\"").json().get("errors")).hasSize(2);
    }

    private List<String> due() {
        JsonNode items = storekeeper.get("api/v1/count-plan/items?due=true&location=" + shop.place).json().get("items");
        return StreamSupport.stream(items.spliterator(), false).map(item -> item.get("sku").asText() + " " + item.get("dueOn").asText()).toList();
    }

    private Answer create(String... skus) {
        return storekeeper.post("api/v1/counts", "{\"location\":\"" + shop.place + "\",\"skus\":[\"" + String.join("\",\"", skus) + "\"]}",
                key(newKey()));
    }

    private String made(String... skus) {
        Answer made = create(skus);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().get("id").asText();
    }

    private void set(String count, String sku, String quantity) {
        Answer answer = put(count, sku, quantity);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Answer put(String count, String sku, String quantity) {
        return storekeeper.put("api/v1/counts/" + count + "/lines", entry(sku, quantity));
    }

    private static String entry(String sku, String quantity) {
        return "{\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":\"" + quantity + "\"}]}";
    }

    private JsonNode submit(String count) {
        Answer answer = storekeeper.post("api/v1/counts/" + count + "/submit", "{}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode head(String count) {
        return storekeeper.get("api/v1/counts/" + count).json();
    }

    private JsonNode lines(String count) {
        return storekeeper.get("api/v1/counts/" + count + "/lines").json().get("items");
    }

    private JsonNode review(String count) {
        Answer answer = accountant.get("api/v1/counts/" + count + "/review");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String tag(String count) {
        return accountant.get("api/v1/counts/" + count + "/review").response().headers().firstValue("ETag").orElseThrow();
    }

    private Answer approve(String count, String key, String body) {
        return approve(count, key, tag(count), body);
    }

    private Answer approve(String count, String key, String tag, String body) {
        return accountant.post("api/v1/counts/" + count + "/approve", body, "Idempotency-Key", key, "If-Match", tag);
    }

    private static String reasons(String sku, String reason) {
        return "{\"reasons\":[{\"sku\":\"" + sku + "\",\"reason\":\"" + reason + "\"}]}";
    }

    private static String code(Answer answer) {
        JsonNode code = answer.json().get("code");
        return code == null ? answer.body() : code.asText();
    }

    private static String line(String sku, int quantity, String unitCost) {
        return "{\"sku\":\"" + sku + "\",\"quantity\":\"" + quantity + "\",\"unitCost\":\"" + unitCost + "\"}";
    }
}
