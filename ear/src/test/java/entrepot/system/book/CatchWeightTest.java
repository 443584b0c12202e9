package entrepot.system.book;

import static entrepot.system.book.ShopFloor.id;
import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static entrepot.system.book.ShopFloor.posted;
import static entrepot.system.book.ShopFloor.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Wheels of cheese: kept and sold by the kilogram, counted by the piece, from the scale to the count. */
@OnProduct
class CatchWeightTest {

    private final ShopFloor shop;
    private final Api storekeeper;
    private final Api accountant;
    private final String cheese;
    private final String ham;
    private final String slices;

    CatchWeightTest(Product product) {
        shop = new ShopFloor(product);
        storekeeper = product.as("storekeeper");
        accountant = product.as("accountant");
        cheese = shop.fifo.replace("F-", "CHEESE-");
        ham = shop.fifo.replace("F-", "HAM-");
        slices = shop.fifo.replace("F-", "SLICES-");
        item("{'sku':'" + cheese + "','name':'Gouda, wheel','unit':'KG','costing':'FIFO','pieceSize':'4.5','pieceTolerance':'0.1'}");
        item("{'sku':'" + ham + "','name':'Ham','unit':'KG','costing':'FIFO','tracking':'LOT','pieceSize':'7','pieceTolerance':'0.2'}");
        item("{'sku':'" + slices + "','name':'Gouda, cut','unit':'KG','costing':'FIFO'}");
    }

    private void item(String card) {
        posted(shop.admin.post("api/v1/items", json(card)));
    }

    @Test
    void aWheelIsBoughtSoldAndBroughtBackByWhatItWeighs() throws Exception {
        posted(note("RECEIPT", "", line(cheese, "13.2", 3, ",'unitCost':'10.00'")));
        Answer sale = posted(sell(line(cheese, "4.62", 1, ",'unitPrice':'19.90'")));
        assertThat(stock()).isEqualTo("8.58 2");
        JsonNode lines = shop.admin.get("api/v1/sales/" + id(sale)).json().get("lines");
        assertThat(lines.at("/0/pieces").asLong()).isEqualTo(1);
        assertThat(lines.at("/0/cost").asText()).isEqualTo("46.20");
        posted(shop.admin.post("api/v1/returns", json("{'location':'" + shop.place + "','lines':["
                + line(cheese, "4.62", 1, ",'returnOf':{'sale':'" + id(sale) + "','line':0}") + "]}"), key(newKey())));
        assertThat(stock()).isEqualTo("13.2 3");
        posted(note("ADJUSTMENT", "'reason':'dried',", line(cheese, "-0.3", 0, "")));
        posted(note("SCRAP", "'reason':'fell',", line(cheese, "4.4", 1, "")));
        assertThat(stock()).isEqualTo("8.5 2");
        assertThat(shop.admin.get("api/v1/items/" + cheese + "/ledger?location=" + shop.place).json().get("items"))
                .extracting(row -> row.get("kind").asText() + " " + row.get("pieces").asLong())
                .containsExactly("SCRAP -1", "ADJUSTMENT 0", "CUSTOMER_RETURN 1", "SALE -1", "RECEIPT 3");
        agrees();
    }

    @Test
    void whatCameOtherwiseIsCorrectedAndUndone() throws Exception {
        Answer came = posted(note("RECEIPT", "", line(cheese, "13.2", 3, ",'unitCost':'10.00'")));
        posted(correct(came, "17.6", 4));
        assertThat(stock()).isEqualTo("17.6 4");
        posted(correct(came, "17.6", 4), 409);
        posted(correct(came, "18.2", 4));
        refused(correct(came, "18.2", 3), "/lines/0/pieces piece-weight");
        posted(shop.reverse(came));
        assertThat(stock()).isEqualTo("0 0");
        agrees();
    }

    @Test
    void whatIsWrongIsToldAtTheLineItIsWrongWith() {
        posted(note("RECEIPT", "", line(cheese, "13.2", 3, ",'unitCost':'10.00'")));
        refused(sell("{'sku':'" + cheese + "','quantity':'4.5','unitPrice':'1'}", line(cheese, "9.9", 1, ",'unitPrice':'1'"),
                        line(slices, "1", 1, ",'unitPrice':'1'")),
                "/lines/0/pieces pieces-missing", "/lines/1/pieces piece-weight", "/lines/1/quantity out-of-stock", "/lines/2/pieces pieces-not-counted",
                "/lines/2/quantity out-of-stock");
        posted(note("ADJUSTMENT", "'reason':'scale',", line(cheese, "9", 0, ",'unitCost':'10.00'")));
        refused(sell(line(cheese, "20", 5, ",'unitPrice':'1'")), "/lines/0/pieces piece-weight");
        refused(sell(line(cheese, "18.4", 4, ",'unitPrice':'1'")), "/lines/0/pieces out-of-pieces");
        Answer card = shop.admin.get("api/v1/items/" + cheese);
        Answer changed = shop.admin.put("api/v1/items/" + cheese, card.body().replace("\"pieceSize\":\"4.5\"", "\"pieceSize\":\"0\""),
                "If-Match", card.response().headers().firstValue("ETag").orElseThrow());
        refused(changed, "/pieceSize has-movements");
        Answer larger = shop.admin.put("api/v1/items/" + cheese, card.body().replace("\"pieceSize\":\"4.5\"", "\"pieceSize\":\"5\""),
                "If-Match", card.response().headers().firstValue("ETag").orElseThrow());
        assertThat(larger.status()).as(larger.body()).isEqualTo(200);
        refused(shop.admin.post("api/v1/items", json("{'sku':'X','name':'X','unit':'KG','costing':'SPECIFIC','tracking':'SERIAL','pieceSize':'4','pieceTolerance':'1'}")),
                "/pieceSize serial", "/pieceTolerance range");
    }

    @Test
    void piecesAreOfLotsAndGoWithThem() throws Exception {
        posted(note("RECEIPT", "", "{'sku':'" + ham + "','quantity':'27.9','unitCost':'8.00','lots':[{'lot':'A','quantity':'13.9','pieces':2},"
                + "{'lot':'B','quantity':'14.0','pieces':2}]}"));
        String other = shop.place.replace("P-", "R-");
        shop.admin.post("api/v1/locations", "{\"code\":\"" + other + "\",\"name\":\"Other " + other + "\"}");
        posted(note("TRANSFER", "'to':'" + other + "',", "{'sku':'" + ham + "','quantity':'6.8','pieces':1,'lots':[{'lot':'B','quantity':'6.8'}]}"));
        Answer sale = posted(sell(line(ham, "7.1", 1, ",'unitPrice':'1'")));
        assertThat(lots()).containsExactlyInAnyOrder("A 6.8 1", "B 7.2 1", "B 6.8 1");
        refused(sell(line(ham, "13.9", 2, ",'unitPrice':'1'")), "/lines/0/lots lot-missing");
        posted(shop.reverse(sale));
        assertThat(lots()).containsExactlyInAnyOrder("A 13.9 2", "B 7.2 1", "B 6.8 1");
        agrees();
    }

    @Test
    void aWheelIsCut() throws Exception {
        posted(note("RECEIPT", "", line(cheese, "13.2", 3, ",'unitCost':'10.00'")));
        posted(shop.admin.put("api/v1/bills/" + slices, json("{'kind':'ASSEMBLY','makes':'4.4','lines':[{'sku':'" + cheese + "','quantity':'4.5'}]}"),
                "If-Match", "\"0\""), 200);
        refused(shop.admin.post("api/v1/assemblies", json("{'sku':'" + slices + "','quantity':'4.3','location':'" + shop.place + "'}"), key(newKey())),
                "/lines/0/pieces pieces-missing");
        posted(shop.admin.post("api/v1/assemblies", json("{'sku':'" + slices + "','quantity':'4.3','location':'" + shop.place + "','lines':["
                + line(cheese, "4.4", 1, "") + "]}"), key(newKey())));
        assertThat(stock()).isEqualTo("8.8 2");
        agrees();
    }

    @Test
    void aCountFindsPiecesAndWeightAndNobodyIsToldWhatThereShouldBe() throws Exception {
        posted(note("RECEIPT", "", line(cheese, "22.6", 5, ",'unitCost':'10.00'")));
        Answer made = storekeeper.post("api/v1/counts", json("{'location':'" + shop.place + "','skus':['" + cheese + "']}"), key(newKey()));
        String count = posted(made).json().get("id").asText();
        assertThat(storekeeper.get("api/v1/counts/" + count + "/lines").body()).contains("\"catchWeight\":true").doesNotContain("22.6", "expected");
        refused(put(count, "{'sku':'" + cheese + "','quantity':'18'}"), "/lines/0/pieces pieces-missing");
        posted(put(count, line(cheese, "18", 4, "")), 200);
        posted(sell(line(cheese, "4.5", 1, ",'unitPrice':'1'")));
        assertThat(submit(count)).isEqualTo("RECOUNT");
        posted(put(count, line(cheese, "13.5", 3, "")), 200);
        assertThat(submit(count)).isEqualTo("SUBMITTED");
        Answer review = accountant.get("api/v1/counts/" + count + "/review");
        JsonNode line = review.json().at("/items/0");
        assertThat(line.get("expected").asText() + " " + line.at("/pieces/expected") + " " + line.get("difference").asText() + " " + line.at("/pieces/counted"))
                .isEqualTo("18.1 4 -4.6 3");
        posted(accountant.post("api/v1/counts/" + count + "/approve", json("{'otherwise':'THEFT'}"), "Idempotency-Key", newKey(),
                "If-Match", review.response().headers().firstValue("ETag").orElseThrow()));
        assertThat(stock()).isEqualTo("13.5 3");
        assertThat(accountant.get("api/v1/counts/" + count + "/review").json().at("/items/0/pieces/expected").asLong()).isEqualTo(4);
        posted(shop.admin.post("api/v1/movements", json("{'kind':'RECEIPT','wasCounted':true,'businessDate':'" + LocalDate.now().minusDays(1) + "','location':'"
                + shop.place + "','lines':[" + line(cheese, "4.5", 1, ",'unitCost':'9.00'") + "]}"), key(newKey())));
        assertThat(stock()).as("the count stands").isEqualTo("13.5 3");
        agrees();
    }

    @Test
    void aPieceIsMissingAndTheWeightIsRight() throws Exception {
        posted(note("RECEIPT", "", line(cheese, "13.5", 3, ",'unitCost':'10.00'")));
        posted(note("RECEIPT", "", "{'sku':'" + ham + "','quantity':'13.9','unitCost':'8.00','pieces':2,'lots':[{'lot':'A','quantity':'13.9'}]}"));
        String count = posted(storekeeper.post("api/v1/counts", json("{'location':'" + shop.place + "','skus':['" + cheese + "','" + ham + "']}"), key(newKey())))
                .json().get("id").asText();
        for (int round = 0; round < 2; round++) {
            posted(put(count, line(cheese, "13.5", 4, "") + "," + line(ham, "13.9", 1, ",'lot':'A'")), 200);
            submit(count);
        }
        Answer review = accountant.get("api/v1/counts/" + count + "/review");
        String tag = review.response().headers().firstValue("ETag").orElseThrow();
        refused(accountant.post("api/v1/counts/" + count + "/approve", "{}", "Idempotency-Key", newKey(), "If-Match", tag), "/reasons reason-missing", "/reasons reason-missing");
        posted(accountant.post("api/v1/counts/" + count + "/approve", json("{'otherwise':'DATA_ERROR'}"), "Idempotency-Key", newKey(), "If-Match", tag));
        assertThat(stock()).isEqualTo("13.5 4");
        assertThat(lots()).containsExactly("A 13.9 1");
        agrees();
    }

    @Test
    void aScanSaysPiecesAndWhatTheyWeigh() {
        String gtin = gtin();
        item("{'sku':'" + cheese + "-V','name':'Gouda, packed','unit':'KG','costing':'FIFO','pieceSize':'4.5','pieceTolerance':'0.1','barcodes':[{'gtin':'" + gtin + "'}]}");
        assertThat(scanned(gtin)).as("not weighed").isEqualTo("0 1");
        assertThat(scanned("(01)" + gtin + "(3103)004620")).isEqualTo("4.62 1");
        assertThat(scanned("(01)" + gtin + "(3102)001350(30)3")).isEqualTo("13.5 3");
    }

    private String scanned(String code) {
        JsonNode scan = shop.admin.get("api/v1/barcodes/" + code.replace("(", "%28").replace(")", "%29")).json();
        return scan.get("quantity").asText() + " " + scan.get("pieces").asLong();
    }

    private static String gtin() {
        String digits = "9" + String.format("%012d", ThreadLocalRandom.current().nextLong(1_000_000_000_000L));
        int sum = 0;
        for (int place = 0; place < 13; place++) {
            sum += (digits.charAt(place) - '0') * (place % 2 == 0 ? 3 : 1);
        }
        return digits + (10 - sum % 10) % 10;
    }

    // What is asked

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static String line(String sku, String quantity, long pieces, String more) {
        return "{'sku':'" + sku + "','quantity':'" + quantity + "','pieces':" + pieces + more + "}";
    }

    private Answer note(String kind, String head, String line) {
        return shop.note(kind, json(head), json(line));
    }

    private Answer sell(String... lines) {
        return shop.admin.post("api/v1/sales", json("{'location':'" + shop.place + "','lines':[" + String.join(",", lines) + "]}"), key(newKey()));
    }

    private Answer correct(Answer posting, String quantity, long pieces) {
        return shop.admin.post("api/v1/corrections", json("{'posting':'" + id(posting) + "','reason':'miscounted','lines':[{'line':0,'quantity':'" + quantity
                + "','pieces':" + pieces + "}]}"), key(newKey()));
    }

    private Answer put(String count, String line) {
        return storekeeper.put("api/v1/counts/" + count + "/lines", json("{'lines':[" + line + "]}"));
    }

    private String submit(String count) {
        return posted(storekeeper.post("api/v1/counts/" + count + "/submit", "{}"), 200).json().get("status").asText();
    }

    private String stock() {
        JsonNode found = shop.admin.get("api/v1/stock?withZero=true&item=" + cheese + "&location=" + shop.place).json().at("/items/0");
        return found.get("onHand").asText() + " " + found.get("pieces").asText();
    }

    private List<String> lots() {
        List<String> found = new ArrayList<>();
        shop.admin.get("api/v1/lots?item=" + ham).json().get("items")
                .forEach(row -> found.add(row.get("lot").asText() + " " + row.get("onHand").asText() + " " + row.get("pieces").asText()));
        return found;
    }

    private void agrees() throws Exception {
        JsonNode outcome = shop.run("rebuild-projections").get("outcome");
        assertThat(outcome.get("before").asText()).isEqualTo(outcome.get("after").asText());
        assertThat(outcome.get("different").asLong()).isZero();
        JsonNode check = shop.run("ledger-check").get("outcome");
        assertThat(check.toString()).contains("pieces are those that moved");
        assertThat(shop.count("SELECT COUNT(*) FROM proof_finding WHERE law = 'PIECES'")).isZero();
    }
}
