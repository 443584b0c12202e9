package entrepot.system.book;

import static entrepot.system.book.ShopFloor.id;
import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static entrepot.system.book.ShopFloor.posted;
import static entrepot.system.book.ShopFloor.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Goods kept by lot and by serial number, from the receipt to the customer and back. */
@OnProduct
class LotsTest {

    private static final LocalDate TODAY = LocalDate.now();

    private final ShopFloor shop;
    private final String milk;
    private final String pump;

    LotsTest(Product product) {
        shop = new ShopFloor(product);
        milk = shop.fifo.replace("F-", "MILK-");
        pump = shop.fifo.replace("F-", "PUMP-");
        item(milk, "FIFO", "LOT", true);
        item(pump, "SPECIFIC", "SERIAL", false);
    }

    private void item(String sku, String costing, String tracking, boolean perishable) {
        Answer made = shop.admin.post("api/v1/items", ("{'sku':'%s','name':'Item %s','unit':'EA','costing':'%s','tracking':'%s','perishable':%s}")
                .formatted(sku, sku, costing, tracking, perishable).replace('\'', '"'));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    @Test
    void aLotGoesFromTheReceiptToTheCustomerAndBackAndIsFound() throws Exception {
        posted(receive(milk, 10, "2.00", lot("OLD", -1, 2), lot("SOON", 3, 4), lot("LATE", 30, 4)));
        Answer sale = posted(sell(milk, 5));
        assertThat(onHand(milk)).containsExactly("OLD 2", "LATE 3");
        JsonNode sold = shop.admin.get("api/v1/sales/" + id(sale)).json();
        assertThat(sold.get("lines").findValuesAsText("lot")).containsExactly("SOON", "LATE");
        assertThat(sold.get("lines").findValuesAsText("net")).containsExactly("20.00", "5.00");
        assertThat(sold.get("sale").get("total").asText()).isEqualTo("25.00");

        refused(giveBack(sale, 1), "/lines/0/lots lot-missing");
        refused(giveBack(sale, 1, lot("OLD", null, 1)), "/lines/0/lots/0/lot lot-not-on-line");
        posted(giveBack(sale, 1, lot("SOON", null, 1)));
        posted(note("TRANSFER", "'to':'" + other() + "',", milk, 3, "", lot("LATE", null, 2), lot("SOON", null, 1)));
        assertThat(onHand(milk)).containsExactly("OLD 2", "SOON 1", "LATE 1", "LATE 2");
        JsonNode worth = shop.admin.get("api/v1/stock/as-of?by=lot&item=" + milk + "&location=" + shop.place).json().get("items");
        assertThat(worth.findValuesAsText("lot")).containsExactly("LATE", "OLD");
        assertThat(worth.findValuesAsText("value")).as("valued together, by quantity").containsExactly("2.00", "4.00");

        JsonNode way = shop.admin.get("api/v1/lots/" + milk + "/SOON").json();
        assertThat(way.get("movements").get("items").findValuesAsText("kind"))
                .containsExactly("RECEIPT", "SALE", "CUSTOMER_RETURN", "TRANSFER", "TRANSFER");
        assertThat(way.get("customers").get(0).get("quantity").asText()).isEqualTo("3");

        posted(shop.reverse(sale), 409);
        hashIsWhatMovementsSay();
    }

    @Test
    void whatExpiredIsNotSoldButByWhoMayAndNames() {
        posted(receive(milk, 2, "2.00", lot("OLD", -1, 2)));
        refused(sell(milk, 1), "/lines/0/quantity out-of-stock");
        refused(shop.product.as("cashier").post("api/v1/sales", sale(milk, 1, lot("OLD", null, 1)), key(newKey())), "/lines/0/lots/0/lot lot-expired");
        posted(sell(milk, 1, lot("OLD", null, 1)));
        posted(note("SCRAP", "'reason':'expired',", milk, 1, "", lot("OLD", null, 1)));
        JsonNode due = shop.admin.get("api/v1/lots?item=" + milk + "&within=30").json();
        assertThat(due.get("items")).isEmpty();
    }

    @Test
    void aPieceIsSoldByItsNumberAtItsOwnCost() throws Exception {
        posted(receive(pump, 2, "100.00", lot("S-1", null, 1), lot("S-2", null, 1)));
        posted(receive(pump, 1, "160.00", lot("S-3", null, 1)));
        refused(receive(pump, 1, "90.00", lot("S-3", null, 1)), "/lines/0/lots serial-in-stock");
        refused(sell(pump, 1), "/lines/0/lots lot-missing");
        Answer sale = posted(sell(pump, 1, lot("S-3", null, 1)));
        assertThat(sale.json().get("cost").asText()).isEqualTo("160.00");
        JsonNode left = shop.admin.get("api/v1/lots?item=" + pump).json().get("items");
        assertThat(left.findValuesAsText("value")).containsExactly("100.00", "100.00");
        posted(shop.reverse(sale));
        posted(sell(pump, 1, lot("S-3", null, 1)));
        hashIsWhatMovementsSay();
    }

    @Test
    void everythingThatIsWrongWithLotsIsToldAtOnce() {
        refused(shop.admin.post("api/v1/movements", ("{'kind':'RECEIPT','location':'" + shop.place + "','lines':["
                + line(milk, 3, ",'unitCost':'1.00'", lot("A", 5, 1), lot("A", 5, 1)) + ","
                + line(pump, 2, ",'unitCost':'1.00'", lot("S 1", null, 2)) + ","
                + line(shop.fifo, 1, ",'unitCost':'1.00'", lot("B", 5, 1)) + ","
                + line(milk, 1, ",'unitCost':'1.00'", lot("NEVER", null, 1)) + "]}").replace('\'', '"'), key(newKey())),
                "/lines/0/lots/1/lot lot-twice", "/lines/0/lots lots-differ", "/lines/1/lots/0/lot lot-code",
                "/lines/1/lots/0/quantity serial-is-one", "/lines/1/lots/0/lot unknown-lot", "/lines/2/lots lots-not-kept",
                "/lines/3/lots/0/expires expiry-missing");
        refused(sell(milk, 1, lot("NOBODY", null, 1)), "/lines/0/lots/0/lot unknown-lot");
        posted(receive(milk, 1, "1.00", lot("A", 5, 1)));
        refused(receive(milk, 1, "1.00", lot("A", 6, 1)), "/lines/0/lots/0/expires expiry-differs");
        Answer card = shop.admin.get("api/v1/items/" + milk);
        Answer changed = shop.admin.put("api/v1/items/" + milk, card.body().replace("\"LOT\"", "\"NONE\"").replace("\"perishable\":true", "\"perishable\":false"),
                "If-Match", card.response().headers().firstValue("ETag").orElseThrow());
        assertThat(changed.body()).contains("has-movements");
    }

    @Test
    void aNumberThatNoMakerPrintsIsNotFound() {
        posted(receive(milk, 1, "1.00", lot("A", 5, 1)));
        assertThat(shop.admin.get("api/v1/lots/" + milk + "/%E0%A4%A3%E5%86%97").status()).isEqualTo(404);
        refused(sell(milk, 1, lot("\u0923\u5197", null, 1)), "/lines/0/lots/0/lot lot-code", "/lines/0/lots/0/lot unknown-lot");
        assertThat(shop.admin.get("api/v1/lots/" + milk + "/a").status()).as("large letters are other lots than small ones").isEqualTo(404);
    }

    @Test
    void aLastDayThatWasWrittenWrongIsCorrectedForEverybodyToSee() {
        posted(receive(milk, 2, "2.00", lot("WRONG", -3, 2)));
        refused(sell(milk, 1), "/lines/0/quantity out-of-stock");
        String body = ("{'sku':'" + milk + "','lot':'WRONG','expires':'" + TODAY.plusDays(3) + "','reason':'misread'}").replace('\'', '"');
        String key = newKey();
        posted(shop.product.as("storekeeper").post("api/v1/lot-expiries", body, key(key)));
        posted(shop.product.as("storekeeper").post("api/v1/lot-expiries", body, key(key)), 200);
        refused(shop.admin.post("api/v1/lot-expiries", body, key(newKey())), "/expires expiry-same");
        refused(shop.admin.post("api/v1/lot-expiries", body.replaceFirst(",\"expires\":\"[^\"]*\"", ""), key(newKey())), "/expires expiry-missing");
        refused(shop.admin.post("api/v1/lot-expiries", "{\"sku\":\"" + milk + "\",\"lot\":\"NONE\"}", key(newKey())), "/reason missing");
        posted(sell(milk, 1));
        JsonNode told = shop.admin.get("api/v1/lots/" + milk + "/WRONG").json().at("/corrections/0");
        assertThat(told.get("was").asText() + " " + told.get("becomes").asText() + " " + told.get("reason").asText() + " " + told.get("actor").asText())
                .isEqualTo(TODAY.minusDays(3) + " " + TODAY.plusDays(3) + " misread storekeeper");
    }

    @Test
    void salesOfManyPiecesAtOnceLeaveWhatIsReserved() throws Exception {
        String[] pieces = IntStream.range(0, 24).mapToObj(piece -> lot("N-" + piece, null, 1)).toArray(String[]::new);
        posted(receive(pump, 24, "10.00", pieces));
        assertThat(shop.admin.post("api/v1/reservations", ("{'lines':[{'sku':'" + pump + "','location':'" + shop.place + "','quantity':'10'}]}")
                .replace('\'', '"'), key(newKey())).status()).isEqualTo(201);
        ExecutorService tills = Executors.newFixedThreadPool(24);
        List<Future<Answer>> sales = new ArrayList<>();
        for (String piece : pieces) {
            sales.add(tills.submit(() -> sell(pump, 1, piece)));
        }
        int sold = 0;
        for (Future<Answer> sale : sales) {
            assertThat(sale.get().status()).as(sale.get().body()).isIn(201, 409);
            sold += sale.get().status() == 201 ? 1 : 0;
        }
        tills.shutdown();
        assertThat(sold).as("fourteen were nobody's").isEqualTo(14);
        assertThat(shop.onHand(pump)).as("each piece has a pool of its own, the shelf is one").isEqualTo("10");
    }

    /** Whatever was posted: balances by lot are rebuilt from the movements to what they were. */
    private void hashIsWhatMovementsSay() throws InterruptedException, SQLException {
        JsonNode outcome = shop.run("rebuild-projections").get("outcome");
        assertThat(outcome.get("before").asText()).isEqualTo(outcome.get("after").asText());
        assertThat(outcome.get("different").asLong()).isZero();
    }

    private String other() {
        String code = shop.place.replace("P-", "Q-");
        shop.admin.post("api/v1/locations", "{\"code\":\"" + code + "\",\"name\":\"Other " + code + "\"}");
        return code;
    }

    private List<String> onHand(String sku) {
        List<String> found = new ArrayList<>();
        shop.admin.get("api/v1/lots?item=" + sku).json().get("items")
                .forEach(row -> found.add(row.get("lot").asText() + " " + row.get("onHand").asText()));
        return found;
    }

    private static String lot(String code, Integer days, int quantity) {
        return "{'lot':'" + code + "'" + (days == null ? "" : ",'expires':'" + TODAY.plusDays(days) + "'") + ",'quantity':'" + quantity + "'}";
    }

    private static String line(String sku, int quantity, String more, String... lots) {
        return "{'sku':'" + sku + "','quantity':'" + quantity + "'" + more
                + (lots.length == 0 ? "" : ",'lots':[" + String.join(",", lots) + "]") + "}";
    }

    private Answer receive(String sku, int quantity, String cost, String... lots) {
        return note("RECEIPT", "", sku, quantity, ",'unitCost':'" + cost + "'", lots);
    }

    private Answer note(String kind, String head, String sku, int quantity, String more, String... lots) {
        return shop.note(kind, head.replace('\'', '"'), line(sku, quantity, more, lots).replace('\'', '"'));
    }

    private String sale(String sku, int quantity, String... lots) {
        return ("{'location':'" + shop.place + "','lines':[" + line(sku, quantity, ",'unitPrice':'5.00'", lots) + "]}").replace('\'', '"');
    }

    private Answer sell(String sku, int quantity, String... lots) {
        return shop.admin.post("api/v1/sales", sale(sku, quantity, lots), key(newKey()));
    }

    private Answer giveBack(Answer sale, int quantity, String... lots) {
        return shop.admin.post("api/v1/returns", ("{'location':'" + shop.place + "','lines':["
                + line(milk, quantity, ",'returnOf':{'sale':'" + id(sale) + "','line':0}", lots) + "]}").replace('\'', '"'), key(newKey()));
    }
}
