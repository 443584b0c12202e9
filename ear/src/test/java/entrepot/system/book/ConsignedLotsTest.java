package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
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
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Goods of a supplier keep their lots from the arrival until they are sold, used, counted or sent back. */
@OnProduct
class ConsignedLotsTest {

    private static final LocalDate TODAY = LocalDate.now();

    private final ShopFloor shop;
    private final String milk;
    private final String pump;
    private final String supplier;

    ConsignedLotsTest(Product product) {
        shop = new ShopFloor(product);
        milk = shop.fifo.replace("F-", "CONMILK-");
        pump = shop.fifo.replace("F-", "CONPUMP-");
        supplier = shop.fifo.replace("F-", "CONSUP-");
        made("items", "{'sku':'" + milk + "','name':'Milk','unit':'EA','costing':'FIFO','tracking':'LOT','perishable':true}");
        made("items", "{'sku':'" + pump + "','name':'Pump','unit':'EA','costing':'SPECIFIC','tracking':'SERIAL'}");
        made("suppliers", "{'code':'" + supplier + "','name':'A supplier','leadTimeDays':5}");
    }

    @Test
    void whatComesSaysItsLotsAndTheirLastDay() {
        refused(note("arrivals", 422, line(milk, 3, "1.00"), line(milk, 2, "1.00", lot("A", null, 2)), line(milk, 2, "1.00", lot("B", 5, 1)),
                        line(pump, 2, "1.00", lot("S 1", null, 2)), line(shop.fifo, 1, "1.00", lot("C", 5, 1)), line(pump, 1, "1.00")),
                "/lines/0/lots lot-missing", "/lines/1/lots/0/expires expiry-missing", "/lines/2/lots lots-differ", "/lines/3/lots/0/lot lot-code",
                "/lines/3/lots/0/quantity serial-is-one", "/lines/3/lots/0/lot unknown-lot", "/lines/4/lots lots-not-kept", "/lines/5/lots lot-missing");
        assertThat(lots(milk)).isEmpty();
        note("arrivals", 201, line(milk, 3, "1.00", lot("A", 5, 2), lot("B", 9, 1)));
        assertThat(lots(milk)).containsExactly("A 2 " + supplier, "B 1 " + supplier);
        refused(note("arrivals", 422, line(milk, 1, "1.00", lot("A", 6, 1))), "/lines/0/lots/0/expires expiry-differs");
        refused(shop.note("RECEIPT", "", json(line(milk, 1, "1.00", lot("A", 6, 1)))), "/lines/0/lots/0/expires expiry-differs");
        Answer card = shop.admin.get("api/v1/items/" + milk);
        assertThat(shop.admin.put("api/v1/items/" + milk, card.body().replace("\"LOT\"", "\"NONE\"").replace("\"perishable\":true", "\"perishable\":false"),
                "If-Match", card.response().headers().firstValue("ETag").orElseThrow()).body()).contains("/tracking", "has-movements");
    }

    @Test
    void aSaleTakesTheLotThatIsNamedElseWhatExpiresFirst() throws Exception {
        posted(shop.note("RECEIPT", "", json(line(milk, 2, "3.00", lot("A", 30, 2)))), 201);
        note("arrivals", 201, line(milk, 3, "2.00", lot("B", 10, 3)), line(milk, 4, "1.50", lot("C", 20, 4)), line(milk, 5, "1.00", lot("OLD", -1, 5)));
        refused(sell(milk, 10, 409), "/lines/0/quantity out-of-stock");
        assertThat(lots(milk)).as("what is refused takes nothing").containsExactly("OLD 5 " + supplier, "B 3 " + supplier, "C 4 " + supplier, "A 2");

        Answer sold = sell(milk, 4, 201);
        assertThat(shop.admin.get("api/v1/sales/" + id(sold)).json().get("lines").findValuesAsText("lot")).containsExactly("B", "A");
        assertThat(lots(milk)).containsExactly("OLD 5 " + supplier, "B 1 " + supplier, "C 4 " + supplier);
        assertThat(settled()).as("not the cheapest").containsExactly("B 2 4.00");
        sell(milk, 1, 201, lot("C", null, 1));
        assertThat(settled()).containsExactly("B 2 4.00", "C 1 1.50");

        JsonNode found = shop.admin.get("api/v1/lots/" + milk + "/B").json();
        assertThat(texts(found.get("consigned"), "kind", "quantity", "supplier")).containsExactly("ARRIVED 3 " + supplier, "TAKEN -2 " + supplier);
        assertThat(texts(found.at("/movements/items"), "kind", "quantity")).containsExactly("RECEIPT 2", "SALE -2");
        assertThat(found.at("/lot/expires").asText()).isEqualTo(TODAY.plusDays(10).toString());
        assertThat(texts(found.get("places"), "onHand", "supplier")).containsExactly("1 " + supplier);
        assertThat(shop.admin.get("api/v1/availability?sku=" + milk).json().at("/items/0/available").asText()).isEqualTo("9");
        assertThat(lots(milk + "&limit=1")).hasSize(1);
        bookIsWhatMovementsSay();
    }

    @Test
    void whatIsReservedForOthersIsLeftAndTheirsAreSold() {
        posted(shop.note("RECEIPT", "", json(line(milk, 5, "3.00", lot("A", 30, 5)))), 201);
        note("arrivals", 201, line(milk, 9, "2.00", lot("B", 10, 9)));
        posted(shop.admin.post("api/v1/reservations", json("{'lines':[{'sku':'" + milk + "','location':'" + shop.place + "','quantity':'3'}]}"),
                key(newKey())), 201);
        sell(milk, 8, 201);
        assertThat(settled()).as("of fourteen three are kept").containsExactly("B 8 16.00");
        refused(sell(milk, 4, 409), "/lines/0/quantity reserved");
    }

    @Test
    void whatIsUsedOrGoesBackNamesItsLots() throws Exception {
        note("arrivals", 201, line(milk, 6, "2.00", lot("B", 10, 4), lot("C", 20, 2)), line(shop.fifo, 1, "1.00"));
        refused(note("uses", 422, line(milk, 1, null)), "/lines/0/lots lot-missing");
        refused(note("returns", 422, line(milk, 1, null), line(milk, 1, null, lot("Z", null, 1))), "/lines/0/lots lot-missing", "/lines/1/lots/0/lot unknown-lot");
        note("uses", 201, line(shop.fifo, 1, null), line(milk, 3, null, lot("B", null, 2), lot("C", null, 1)));
        assertThat(lots(milk)).containsExactly("B 2", "B 2 " + supplier, "C 1", "C 1 " + supplier);
        assertThat(settled()).containsExactly("- 1 1.00", "B 2 4.00", "C 1 2.00");
        posted(shop.note("ISSUE", json("'reason':'used',"), json(line(milk, 2, null, lot("B", null, 2)))), 201);
        refused(note("returns", 409, line(milk, 2, null, lot("B", null, 1), lot("C", null, 1)), line(milk, 2, null, lot("B", null, 2))),
                "/lines/1/quantity out-of-stock");
        note("returns", 201, line(milk, 2, null, lot("B", null, 1), lot("C", null, 1)));
        assertThat(lots(milk)).containsExactly("B 1 " + supplier, "C 1");
        assertThat(texts(shop.admin.get("api/v1/consignments?supplier=" + supplier).json().get("theirs"), "lot", "expires", "onHand"))
                .containsExactly("B " + TODAY.plusDays(10) + " 1");
        bookIsWhatMovementsSay();
    }

    @Test
    void whatCameBeforeLotsWereKeptGoesBackWithout() throws Exception {
        String nuts = shop.fifo.replace("F-", "CONNUTS-");
        made("items", "{'sku':'" + nuts + "','name':'Nuts','unit':'EA','costing':'FIFO','tracking':'LOT'}");
        String ids = " FROM supplier s, item i, location l WHERE s.code = '" + supplier + "' AND i.sku = '" + nuts + "' AND l.code = '" + shop.place + "'";
        shop.asOwner("INSERT INTO consigned_stock (supplier_id, item_id, location_id, on_hand, unit_cost) SELECT s.id, i.id, l.id, 3000000, 2" + ids,
                "INSERT INTO consigned_event (id, document, line_no, kind, supplier_id, item_id, location_id, quantity, unit_cost, on_day, at, actor)"
                        + " SELECT NEXT VALUE FOR entrepot_id, UNHEX(REPLACE('" + newKey() + "', '-', '')), 0, 'ARRIVED', s.id, i.id, l.id, 3000000, 2, '2026-01-01',"
                        + " '2026-01-01', 'storekeeper'" + ids);
        refused(note("uses", 422, line(nuts, 1, null)), "/lines/0/lots lot-missing");
        refused(sell(nuts, 1, 409), "/lines/0/quantity out-of-stock");
        note("arrivals", 201, line(nuts, 1, "2.00", lot("A", null, 1)));
        sell(nuts, 1, 201);
        assertThat(settled()).containsExactly("A 1 2.00");
        refused(note("returns", 409, line(nuts, 4, null)), "/lines/0/quantity out-of-stock");
        note("returns", 201, line(nuts, 3, null));
        bookIsWhatMovementsSay();
    }

    @Test
    void aPieceIsHereOnceOursOrASuppliers() throws Exception {
        note("arrivals", 201, line(pump, 2, "90.00", lot("S-1", null, 1), lot("S-3", null, 1)));
        posted(shop.note("RECEIPT", "", json(line(pump, 1, "80.00", lot("S-2", null, 1)))), 201);
        refused(shop.note("RECEIPT", "", json(line(pump, 1, "80.00", lot("S-1", null, 1)))), "/lines/0/lots serial-in-stock");
        refused(note("arrivals", 409, line(pump, 1, "90.00", lot("S-1", null, 1)), line(pump, 1, "90.00", lot("S-2", null, 1)),
                        line(pump, 1, "90.00", lot("S-4", null, 1)), line(pump, 1, "90.00", lot("S-4", null, 1))),
                "/lines/0/lots serial-in-stock", "/lines/1/lots serial-in-stock", "/lines/3/lots serial-in-stock");
        refused(sell(pump, 1, 422), "/lines/0/lots lot-missing");
        assertThat(sell(pump, 1, 201, lot("S-1", null, 1)).json().get("cost").asText()).isEqualTo("90.00");
        note("uses", 201, line(pump, 1, null, lot("S-3", null, 1)));
        assertThat(lots(pump)).containsExactlyInAnyOrder("S-2 1", "S-3 1");
        note("arrivals", 201, line(pump, 1, "70.00", lot("S-1", null, 1)));
        bookIsWhatMovementsSay();
    }

    @Test
    void whatIsUndoneIsTheSuppliersAgain() throws Exception {
        note("arrivals", 201, line(milk, 6, "2.00", lot("B", 10, 4), lot("C", 20, 2)), line(pump, 1, "90.00", lot("U-1", null, 1)), line(shop.fifo, 3, "1.00"));
        List<String> milks = lots(milk);
        Answer used = note("uses", 201, line(milk, 3, null, lot("B", null, 2), lot("C", null, 1)), line(pump, 1, null, lot("U-1", null, 1)),
                line(shop.fifo, 2, null));
        assertThat(settled()).hasSize(4);
        Answer shown = shop.admin.post("api/v1/movements/" + id(used) + "/reverse?dryRun=true", "{}", key(newKey()));
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(theirs()).as("what is shown changes nothing").containsExactlyInAnyOrder("B 2", "C 1", "- 1");
        posted(shop.reverse(used), 201);
        assertThat(lots(milk)).containsExactlyElementsOf(milks);
        assertThat(theirs()).containsExactlyInAnyOrder("B 4", "C 2", "U-1 1", "- 3");
        assertThat(settled()).isEmpty();
        posted(shop.reverse(used), 409);
        assertThat(theirs()).as("undone once").containsExactlyInAnyOrder("B 4", "C 2", "U-1 1", "- 3");
        assertThat(texts(shop.admin.get("api/v1/lots/" + milk + "/B").json().get("consigned"), "kind", "quantity", "undoing"))
                .containsExactly("ARRIVED 4 false", "TAKEN -2 false", "TAKEN 2 true");
        note("returns", 201, line(pump, 1, null, lot("U-1", null, 1)));
        bookIsWhatMovementsSay();
    }

    @Test
    void whatBecameOursAndIsGoneIsNotTheSuppliersAgain() throws Exception {
        note("arrivals", 201, line(milk, 4, "2.00", lot("B", 10, 4)));
        Answer sale = sell(milk, 3, 201);
        String receipt = shop.product.as("accountant").get("api/v1/consignments/settlement?supplier=" + supplier).json().at("/items/0/posting").asText();
        Answer early = shop.admin.post("api/v1/movements/" + receipt + "/reverse", "{}", key(newKey()));
        assertThat(early.status()).as(early.body()).isEqualTo(409);
        assertThat(early.body()).contains("wanted 3 units of " + milk + " at " + shop.place + ", lot B, on hand 0");
        assertThat(theirs()).containsExactly("B 1");
        posted(shop.reverse(sale), 201);
        assertThat(theirs()).as("what is brought back is ours").containsExactly("B 1");
        posted(shop.admin.post("api/v1/movements/" + receipt + "/reverse", "{}", key(newKey())), 201);
        assertThat(theirs()).containsExactly("B 4");
        assertThat(settled()).isEmpty();
        bookIsWhatMovementsSay();
    }

    @Test
    void aNoteIsUndoneWhereItsGoodsLieThereStill() throws Exception {
        note("arrivals", 201, line(milk, 1, "2.00", lot("B", 10, 1)), line(shop.fifo, 1, "1.00"));
        String arrival = id(note("arrivals", 201, line(milk, 6, "3.00", lot("B", 10, 4), lot("C", 20, 2)), line(pump, 1, "90.00", lot("V-1", null, 1))));
        assertThat(costs(milk)).containsOnly("3.000000");
        Answer used = note("uses", 201, line(milk, 2, null, lot("C", null, 2)), line(pump, 1, null, lot("V-1", null, 1)));
        Answer refused = undo(arrival, newKey());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(texts(refused.json().get("errors"), "code", "detail")).containsExactly(
                "out-of-stock of 2 units of " + milk + ", lot C, that came from " + supplier + ", 0 lie at " + shop.place
                        + ": the others were sold, used or went back; undo that first",
                "out-of-stock of 1 units of " + pump + ", lot V-1, that came from " + supplier + ", 0 lie at " + shop.place
                        + ": the others were sold, used or went back; undo that first");
        assertThat(theirs()).containsExactlyInAnyOrder("B 5", "- 1");
        posted(shop.reverse(used), 201);
        String key = newKey();
        posted(undo(arrival, key), 201);
        posted(undo(arrival, key), 200);
        assertThat(theirs()).as("what came before").containsExactlyInAnyOrder("B 1", "- 1");
        assertThat(costs(milk)).as("at what was agreed before").containsExactly("2.000000");
        assertThat(undo(arrival, newKey()).json().get("code").asText()).isEqualTo("already-reversed");
        assertThat(undo(key, newKey()).json().get("code").asText()).isEqualTo("not-reversible");
        assertThat(undo(id(used), newKey()).json().get("code").asText()).isEqualTo("not-reversible");
        assertThat(undo(newKey(), newKey()).status()).isEqualTo(404);

        String back = id(note("returns", 201, line(milk, 1, null, lot("B", null, 1)), line(shop.fifo, 1, null)));
        assertThat(theirs()).isEmpty();
        posted(undo(back, newKey()), 201);
        assertThat(theirs()).containsExactlyInAnyOrder("B 1", "- 1");
        note("arrivals", 201, line(pump, 1, "90.00", lot("V-1", null, 1)));
        String gone = id(note("returns", 201, line(pump, 1, null, lot("V-1", null, 1))));
        posted(shop.note("RECEIPT", "", json(line(pump, 1, "80.00", lot("V-1", null, 1)))), 201);
        refused(undo(gone, newKey()), "/lines/0/lots serial-in-stock");
        assertThat(texts(shop.admin.get("api/v1/consignments/notes?supplier=" + supplier).json().get("items"), "kind", "quantity", "undone"))
                .containsExactly("RETURNED 1 false", "ARRIVED 1 false", "RETURNED 1 true", "RETURNED 1 true", "ARRIVED 1 true", "ARRIVED 2 true", "ARRIVED 4 true",
                        "ARRIVED 1 false", "ARRIVED 1 false");
        bookIsWhatMovementsSay();
    }

    @Test
    void ofManyWhoUndoOneNoteAtOnceOneDoes() throws Exception {
        ExecutorService desks = Executors.newFixedThreadPool(8);
        for (int round = 0; round < 5; round++) {
            String arrival = id(note("arrivals", 201, line(milk, 3, "2.00", lot("B", 10, 3))));
            note("arrivals", 201, line(milk, 3, "2.00", lot("B", 10, 3)));
            List<Future<Answer>> undone = new ArrayList<>();
            for (int desk = 0; desk < 8; desk++) {
                undone.add(desks.submit(() -> undo(arrival, newKey())));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> one : undone) {
                statuses.add(one.get().status());
            }
            assertThat(statuses).as("round " + round).containsOnlyOnce(201).containsOnly(201, 409);
            assertThat(theirs()).containsExactly("B " + 3 * (round + 1));
        }
        desks.shutdown();
        bookIsWhatMovementsSay();
    }

    private Answer undo(String note, String key) {
        return shop.product.as("storekeeper").post("api/v1/consignments/" + note + "/reverse", "{}", key(key));
    }

    private List<String> theirs() {
        return texts(shop.admin.get("api/v1/consignments?supplier=" + supplier).json().get("theirs"), "lot", "onHand");
    }

    private List<String> costs(String sku) {
        return texts(shop.admin.get("api/v1/consignments?supplier=" + supplier).json().get("theirs"), "sku", "unitCost").stream()
                .filter(one -> one.startsWith(sku + " ")).map(one -> one.substring(sku.length() + 1)).toList();
    }

    @Test
    void ofManyWhoBringOnePieceAtOnceOneDoes() throws Exception {
        ExecutorService docks = Executors.newFixedThreadPool(8);
        for (int round = 0; round < 5; round++) {
            String piece = line(pump, 1, "10.00", lot("R-" + round, null, 1));
            List<Future<Answer>> brought = new ArrayList<>();
            for (int dock = 0; dock < 8; dock++) {
                Supplier<Answer> bring = dock % 2 == 0 ? () -> shop.note("RECEIPT", "", json(piece)) : () -> note("arrivals", piece);
                brought.add(docks.submit(bring::get));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> one : brought) {
                statuses.add(one.get().status());
            }
            assertThat(statuses).as("round " + round).containsOnlyOnce(201).containsOnly(201, 409);
        }
        docks.shutdown();
        assertThat(lots(pump)).hasSize(5);
    }

    @Test
    void aCountIsOfEachLotAndWhatIsMissingOfTheirsIsOwed() throws Exception {
        posted(shop.note("RECEIPT", "", json(line(milk, 2, "3.00", lot("A", 30, 2)))), 201);
        note("arrivals", 201, line(milk, 9, "2.00", lot("B", 10, 5), lot("A", 30, 4)), line(pump, 2, "90.00", lot("S-1", null, 1), lot("S-2", null, 1)));
        JsonNode looked = counted(entry(milk, "A", 1), entry(milk, "B", 3), entry(pump, "S-1", 1), entry(pump, null, 1));
        assertThat(texts(looked, "sku", "lot", "expected", "counted", "theirs")).containsExactlyInAnyOrder(milk + " A 6 1 4", milk + " B 5 3 5",
                pump + " S-1 1 1 1", pump + " S-2 1 0 1");
        assertThat(lots(milk)).as("ours are missing first").containsExactly("B 3 " + supplier, "A 1 " + supplier);
        assertThat(settled()).containsExactlyInAnyOrder("B 2 4.00", "A 3 6.00", "S-2 1 90.00");
        assertThat(lots(pump)).containsExactly("S-1 1 " + supplier);
        counted(entry(milk, "A", 1), entry(milk, "B", 4), entry(pump, "S-1", 1), entry(pump, null, 1));
        assertThat(lots(milk)).as("found where nothing is ours").containsExactly("B 4 " + supplier, "A 1 " + supplier);
        bookIsWhatMovementsSay();
    }

    /** As one count of both items from the sheet to the posting. @return what was looked at */
    private JsonNode counted(String... entries) {
        String count = newKey();
        posted(shop.product.as("storekeeper").post("api/v1/counts", json("{'location':'" + shop.place + "','skus':['" + milk + "','" + pump + "']}"), key(count)), 201);
        List<String> asked = List.of(entries);
        while (!asked.isEmpty()) {
            posted(shop.product.as("storekeeper").put("api/v1/counts/" + count + "/lines", json("{'lines':[" + String.join(",", asked) + "]}")), 200);
            posted(shop.product.as("storekeeper").post("api/v1/counts/" + count + "/submit", "{}"), 200);
            List<String> open = texts(shop.product.as("storekeeper").get("api/v1/counts/" + count + "/lines?only=OPEN").json().get("items"), "sku", "lot");
            asked = open.stream().map(line -> again(line.split(" "), entries)).toList();
        }
        Answer review = shop.product.as("accountant").get("api/v1/counts/" + count + "/review");
        posted(shop.product.as("accountant").post("api/v1/counts/" + count + "/approve", "{\"otherwise\":\"THEFT\"}", "Idempotency-Key", newKey(),
                "If-Match", review.response().headers().firstValue("ETag").orElseThrow()), 201);
        return review.json().get("items");
    }

    /** As it was counted before; a piece that was not scanned is not there. */
    private static String again(String[] line, String... entries) {
        return Stream.of(entries).filter(entry -> entry.startsWith(entry(line[0], line[1], 0).replace(",'quantity':'0'}", ""))).findFirst()
                .orElse(entry(line[0], line[1], 0));
    }

    private static String entry(String sku, String lot, int quantity) {
        return "{'sku':'" + sku + "'" + (lot == null ? "" : ",'lot':'" + lot + "'") + ",'quantity':'" + quantity + "'}";
    }

    private void made(String what, String body) {
        posted(shop.admin.post("api/v1/" + what, json(body)), 201);
    }

    private Answer note(String what, String... lines) {
        return shop.product.as("storekeeper").post("api/v1/consignments/" + what,
                json("{'supplier':'" + supplier + "','location':'" + shop.place + "','lines':[" + String.join(",", lines) + "]}"), key(newKey()));
    }

    private Answer note(String what, int status, String... lines) {
        return posted(note(what, lines), status);
    }

    private Answer sell(String sku, int quantity, int status, String... lots) {
        return posted(shop.product.as("cashier").post("api/v1/sales", json("{'location':'" + shop.place + "','lines':[{'sku':'" + sku + "','quantity':'"
                + quantity + "','unitPrice':'5.00'" + lots(lots) + "}]}"), key(newKey())), status);
    }

    private static String line(String sku, int quantity, String cost, String... lots) {
        return "{'sku':'" + sku + "','quantity':'" + quantity + "'" + (cost == null ? "" : ",'unitCost':'" + cost + "'") + lots(lots) + "}";
    }

    private static String lots(String... lots) {
        return lots.length == 0 ? "" : ",'lots':[" + String.join(",", lots) + "]";
    }

    private static String lot(String code, Integer days, int quantity) {
        return "{'lot':'" + code + "'" + (days == null ? "" : ",'expires':'" + TODAY.plusDays(days) + "'") + ",'quantity':'" + quantity + "'}";
    }

    private static String json(String body) {
        return body.replace('\'', '"');
    }

    private static String id(Answer answer) {
        return answer.json().get("id").asText();
    }

    /** What lies there: lot, how much, and whose it is where it is not ours. */
    private List<String> lots(String sku) {
        return texts(shop.admin.get("api/v1/lots?item=" + sku).json().get("items"), "lot", "onHand", "supplier").stream()
                .map(text -> text.replace(" -", "")).toList();
    }

    private List<String> settled() {
        return texts(shop.product.as("accountant").get("api/v1/consignments/settlement?supplier=" + supplier).json().get("items"), "lot", "quantity", "amount");
    }

    private static List<String> texts(JsonNode rows, String... fields) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> String.join(" ", List.of(fields).stream().map(field -> row.path(field).asText("-")).toList())).toList();
    }

    /** Balances are what movements make, and the register is what its log says. */
    private void bookIsWhatMovementsSay() throws InterruptedException, SQLException {
        JsonNode outcome = shop.run("rebuild-projections").get("outcome");
        assertThat(outcome.get("different").asLong()).isZero();
        assertThat(shop.count("SELECT COUNT(*) FROM (SELECT item_id, location_id, supplier_id, lot_id, SUM(q) rest FROM (SELECT item_id, location_id,"
                + " supplier_id, lot_id, on_hand q FROM consigned_stock UNION ALL SELECT item_id, location_id, supplier_id, lot_id, -quantity"
                + " FROM consigned_event) x GROUP BY 1, 2, 3, 4 HAVING rest <> 0) y")).isZero();
        assertThat(shop.count("SELECT COUNT(*) FROM consigned_event e JOIN posting p ON p.id = e.document AND e.kind = 'TAKEN' LEFT JOIN movement m"
                + " ON m.posting_seq = p.seq AND m.item_id = e.item_id AND COALESCE(m.lot_id, 0) = e.lot_id AND m.quantity = -e.quantity"
                + " WHERE m.id IS NULL")).isZero();
    }

    private static Answer posted(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    private static void refused(Answer answer, String... errors) {
        assertThat(texts(answer.json().get("errors"), "pointer", "code")).as(answer.body()).containsExactlyInAnyOrder(errors);
    }
}
