package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A shelf is counted lot by lot and piece by piece, and nobody is told how much of each there should be. */
@OnProduct
class CountsByLotTest {

    private static final LocalDate LAST = LocalDate.now().plusDays(200);

    private final ShopFloor shop;
    private final Api storekeeper;
    private final Api accountant;
    private final String milk;
    private final String pump;

    CountsByLotTest(Product product) {
        shop = new ShopFloor(product);
        storekeeper = product.as("storekeeper");
        accountant = product.as("accountant");
        milk = shop.fifo.replace("F-", "CMILK-");
        pump = shop.fifo.replace("F-", "CPUMP-");
        item(milk, "FIFO", "LOT", true);
        item(pump, "SPECIFIC", "SERIAL", false);
    }

    @Test
    void lotsThatDifferArePostedAsTheyWereCounted() throws Exception {
        receive(milk, 10, "2.00", lot("A", LAST, 6), lot("B", LAST, 4));
        String count = made(milk);
        assertThat(sheet(count)).containsExactly(milk + " A -", milk + " B -");
        assertThat(storekeeper.get("api/v1/counts/" + count + "/lines").body()).doesNotContain("\"6\"", "\"4\"", "expected", "onHand");
        sell(milk, 1, lot("A", null, 1));
        counted(count, entry(milk, "A", null, 5), entry(milk, "B", null, 0), entry(milk, "C", LAST, 1));
        sell(milk, 2, lot("A", null, 2));
        assertThat(submit(count)).isEqualTo("RECOUNT");
        assertThat(sheet(count)).containsExactly(milk + " A 5", milk + " B -", milk + " C -");
        counted(count, entry(milk, "B", null, 3), entry(milk, "C", null, 1));
        assertThat(submit(count)).isEqualTo("SUBMITTED");
        assertThat(review(count)).containsExactly("A 5 5 0", "B 4 3 -1", "C 0 1 1");
        Answer approved = approve(count, "{'reasons':[{'sku':'%s','lot':'B','reason':'DAMAGE'}],'otherwise':'FOUND'}".formatted(milk));
        assertThat(approved.status()).as(approved.body()).isEqualTo(201);
        assertThat(onHand(milk)).containsExactlyInAnyOrder("A 3", "B 3", "C 1");
        JsonNode entries = accountant.get("api/v1/counts/" + count + "/review/" + milk + "?lot=B").json().get("entries");
        assertThat(entries).extracting(entry -> entry.get("quantity").asText()).containsExactly("0", "3");
        assertThat(accountant.get("api/v1/counts/" + count + "/review").json().at("/items/1/reason").asText()).isEqualTo("DAMAGE");
        hashIsWhatMovementsSay();
    }

    @Test
    void piecesThatWereNotScannedAreNotThere() throws Exception {
        receive(pump, 3, "100.00", lot("S-1", null, 1), lot("S-2", null, 1), lot("S-3", null, 1));
        String count = made(pump);
        assertThat(sheet(count)).as("no piece is named").containsExactly(pump + " - -");
        counted(count, entry(pump, "S-1", null, 1), entry(pump, "S-9", null, 1), entry(pump, null, null, 3));
        Answer differs = storekeeper.post("api/v1/counts/" + count + "/submit", "{}");
        assertThat(differs.status() + " " + differs.json().get("code").asText()).isEqualTo("409 pieces-differ");
        counted(count, entry(pump, null, null, 2));
        assertThat(submit(count)).isEqualTo("RECOUNT");
        counted(count, entry(pump, "S-2", null, 1), entry(pump, "S-3", null, 0), entry(pump, "S-9", null, 1));
        assertThat(submit(count)).isEqualTo("SUBMITTED");
        assertThat(review(count)).containsExactly("S-1 1 1 0", "S-9 0 1 1", "S-2 1 1 0", "S-3 1 0 -1");
        Answer approved = approve(count, "{'otherwise':'THEFT'}");
        assertThat(approved.status()).as(approved.body()).isEqualTo(201);
        assertThat(onHand(pump)).containsExactlyInAnyOrder("S-1 1", "S-2 1", "S-9 1");
        hashIsWhatMovementsSay();
    }

    @Test
    void whatIsWrongWithLotsIsToldAtOnce() {
        receive(milk, 1, "2.00", lot("A", LAST, 1));
        receive(pump, 1, "2.00", lot("S-1", null, 1));
        String count = made(milk, pump);
        Answer refused = put(count, entry(milk, null, null, 1), entry(milk, "A", LAST.plusDays(1), 1), entry(milk, "NEW", null, 1),
                entry(milk, "A B", LAST, 1), entry(pump, "S-1", null, 2), entry(shop.fifo, "A", null, 1));
        assertThat(refused.json().get("errors")).extracting(error -> error.get("pointer").asText() + " " + error.get("code").asText())
                .containsExactlyInAnyOrder("/lines/0 lot-missing", "/lines/1/expires expiry-differs", "/lines/2/expires expiry-missing",
                        "/lines/3/lot lot-code", "/lines/3/lot unknown-lot", "/lines/4 serial-is-one", "/lines/5/lot lots-not-kept");
    }

    private void item(String sku, String costing, String tracking, boolean perishable) {
        Answer made = shop.admin.post("api/v1/items", ("{'sku':'%s','name':'Item %s','unit':'EA','costing':'%s','tracking':'%s','perishable':%s}")
                .formatted(sku, sku, costing, tracking, perishable).replace('\'', '"'));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    private void receive(String sku, int quantity, String cost, String... lots) {
        Answer came = shop.note("RECEIPT", "", ("{'sku':'" + sku + "','quantity':'" + quantity + "','unitCost':'" + cost + "','lots':["
                + String.join(",", lots) + "]}").replace('\'', '"'));
        assertThat(came.status()).as(came.body()).isEqualTo(201);
    }

    private void sell(String sku, int quantity, String lot) {
        Answer sold = shop.admin.post("api/v1/sales", ("{'location':'" + shop.place + "','lines':[{'sku':'" + sku + "','quantity':'" + quantity
                + "','unitPrice':'5.00','lots':[" + lot + "]}]}").replace('\'', '"'), key(newKey()));
        assertThat(sold.status()).as(sold.body()).isEqualTo(201);
    }

    private static String lot(String code, LocalDate expires, int quantity) {
        return "{'lot':'" + code + "'" + (expires == null ? "" : ",'expires':'" + expires + "'") + ",'quantity':'" + quantity + "'}";
    }

    private String made(String... skus) {
        Answer made = storekeeper.post("api/v1/counts", "{\"location\":\"" + shop.place + "\",\"skus\":[\"" + String.join("\",\"", skus) + "\"]}",
                key(newKey()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().get("id").asText();
    }

    private static String entry(String sku, String lot, LocalDate expires, int quantity) {
        return "{'sku':'" + sku + "'" + (lot == null ? "" : ",'lot':'" + lot + "'") + (expires == null ? "" : ",'expires':'" + expires + "'")
                + ",'quantity':'" + quantity + "'}";
    }

    private Answer put(String count, String... entries) {
        return storekeeper.put("api/v1/counts/" + count + "/lines", ("{'lines':[" + String.join(",", entries) + "]}").replace('\'', '"'));
    }

    private void counted(String count, String... entries) {
        Answer answer = put(count, entries);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String submit(String count) {
        Answer answer = storekeeper.post("api/v1/counts/" + count + "/submit", "{}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("status").asText();
    }

    private List<String> sheet(String count) {
        List<String> lines = new ArrayList<>();
        storekeeper.get("api/v1/counts/" + count + "/lines").json().get("items").forEach(line ->
                lines.add(line.get("sku").asText() + " " + line.path("lot").asText("-") + " " + line.path("counted").asText("-")));
        return lines;
    }

    private List<String> review(String count) {
        List<String> lines = new ArrayList<>();
        accountant.get("api/v1/counts/" + count + "/review").json().get("items").forEach(line -> lines.add(line.get("lot").asText() + " "
                + line.get("expected").asText() + " " + line.get("counted").asText() + " " + line.get("difference").asText()));
        return lines;
    }

    private Answer approve(String count, String body) {
        String tag = accountant.get("api/v1/counts/" + count + "/review").response().headers().firstValue("ETag").orElseThrow();
        return accountant.post("api/v1/counts/" + count + "/approve", body.replace('\'', '"'), "Idempotency-Key", newKey(), "If-Match", tag);
    }

    private List<String> onHand(String sku) {
        List<String> found = new ArrayList<>();
        shop.admin.get("api/v1/lots?item=" + sku).json().get("items")
                .forEach(row -> found.add(row.get("lot").asText() + " " + row.get("onHand").asText()));
        return found;
    }

    private void hashIsWhatMovementsSay() throws Exception {
        JsonNode outcome = shop.run("rebuild-projections").get("outcome");
        assertThat(outcome.get("before").asText()).isEqualTo(outcome.get("after").asText());
        assertThat(outcome.get("different").asLong()).isZero();
    }
}
