package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.Launch;
import entrepot.system.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Somebody who owns the database changes the book behind the application's back. Each time verifying names the first
 * record that is not as it was sealed: seal, posting, document, what was expected and what was found.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingTest {

    private static final List<String> BOOK = List.of("posting", "movement", "value_entry", "journal_line", "sale", "sale_line", "tender",
            "audit_entry", "seal");

    private Product product;
    private ShopFloor shop;
    private long receipt;
    private long sale;
    private long order;
    private long count;
    private long method;
    private long scope;
    private long restated;
    private long invoice;
    private long closingRate;
    private long lot;
    private long expiry;
    private long kit;
    private long wheels;

    @BeforeAll
    void postOneOfEach() throws SQLException {
        product = Product.givenOr("tampering", Map.of());
        shop = new ShopFloor(product);
        Answer received = shop.receive(shop.fifo, 10, "1.10");
        receipt = seq(received);
        shop.receive(shop.average, 3, "3.333333");
        shop.sell(shop.average, 1);
        shop.reverse(shop.sell(shop.fifo, 1));
        assertThat(shop.admin.post("api/v1/landed-costs", "{\"receipts\":[\"" + received.json().get("id").asText()
                + "\"],\"amount\":\"2.00\",\"by\":\"VALUE\"}", key(newKey())).status()).isEqualTo(201);
        String ordered = order();
        order = seq(received(ordered));
        invoice = seq(invoiced(ordered));
        closingRate = seq(revalued());
        count = seq(counted());
        method = seq(changed());
        scope = seq(rescoped());
        restated = seq(restated());
        lot = seq(ofLot());
        expiry = seq(shop.admin.post("api/v1/lot-expiries", "{\"sku\":\"" + milk() + "\",\"lot\":\"L-1\",\"expires\":\"2031-01-31\",\"reason\":\"misread\"}",
                key(newKey())));
        kit = seq(soldAsOne());
        wheels = seq(ofPieces());
        sale = seq(shop.sell(shop.fifo, 2));
        shop.sell(shop.fifo, 1);
        settle();
    }

    /** Goods ordered and come. */
    private Answer received(String id) {
        return shop.admin.post("api/v1/purchase-orders/" + id + "/receipts", "{\"rate\":\"0.8\",\"lines\":[{\"line\":0,\"quantity\":\"4\",\"delivered\":\"5\",\"reason\":\"One short\"}]}", key(newKey()));
    }

    /** What is owed in dollars at another rate. @return its posting */
    private String revalued() {
        shop.admin.post("api/v1/exchange-rates", "{\"currency\":\"USD\",\"date\":\"" + LocalDate.now() + "\",\"rate\":\"0."
                + (1000 + System.nanoTime() % 9000) + "\"}");
        Answer done = shop.admin.post("api/v1/closing-rates", "{\"currency\":\"USD\",\"reason\":\"Closing\"}", key(newKey()));
        assertThat(done.status()).as(done.body()).isEqualTo(201);
        return done.json().get("id").asText();
    }

    /** The invoice of what came. @return its posting */
    private String invoiced(String order) {
        Answer entered = shop.admin.post("api/v1/supplier-invoices", ("{\"supplier\":\"S%s\",\"number\":\"4711\",\"date\":\"2026-01-31\",\"currency\":\"USD\",\"rate\":\"0.9\",\"lines\":"
                + "[{\"order\":{\"id\":\"%s\",\"line\":0},\"quantity\":\"4\",\"unitPrice\":\"2.01\"}]}").formatted(shop.place, order), key(newKey()));
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        return entered.json().at("/invoice/posting").asText();
    }

    /** One unit is missing, of the dear item. */
    private Answer counted() {
        String id = newKey();
        Api keeper = product.as("storekeeper");
        Api accountant = product.as("accountant");
        keeper.post("api/v1/counts", "{\"location\":\"" + shop.place + "\",\"skus\":[\"" + shop.average + "\"]}", key(id));
        String count = "api/v1/counts/" + id;
        for (int round = 0; round < 2; round++) {
            keeper.put(count + "/lines", "{\"lines\":[{\"sku\":\"" + shop.average + "\",\"quantity\":\"1\"}]}");
            keeper.post(count + "/submit", "{}");
        }
        String tag = accountant.get(count + "/review").response().headers().firstValue("ETag").orElseThrow();
        return accountant.post(count + "/approve", "{\"otherwise\":\"THEFT\"}", "Idempotency-Key", newKey(), "If-Match", tag);
    }

    private Answer soldAsOne() {
        String sku = "K" + shop.place;
        shop.admin.post("api/v1/items", "{\"sku\":\"%s\",\"name\":\"Kit\",\"unit\":\"EA\",\"costing\":\"FIFO\"}".formatted(sku));
        shop.admin.put("api/v1/bills/" + sku, "{\"kind\":\"KIT\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"2\"}]}".formatted(shop.fifo), "If-Match", "\"0\"");
        return shop.sell(sku, 1);
    }

    /** The dear item comes to another method. */
    private Answer changed() {
        return shop.admin.post("api/v1/costing-changes", "{\"costing\":\"FIFO\",\"items\":[\"" + shop.average + "\"],\"reason\":\"Layers\"}",
                key(newKey()));
    }

    /** The cheap item is valued for the company as a whole. */
    private Answer rescoped() {
        return shop.admin.post("api/v1/scope-changes", "{\"scope\":\"COMPANY\",\"ground\":\"IMPRACTICABLE\",\"items\":[\"" + shop.fifo
                + "\"],\"reason\":\"One price\"}", key(newKey()));
    }

    /** Sugar of two sites is valued for the company as if it had always been. */
    private Answer restated() {
        String sku = "R" + shop.place;
        shop.admin.post("api/v1/items", "{\"sku\":\"%s\",\"name\":\"Sugar\",\"unit\":\"EA\",\"costing\":\"AVERAGE\"}".formatted(sku));
        shop.admin.post("api/v1/locations", "{\"code\":\"B%s\",\"name\":\"Other\"}".formatted(shop.place));
        for (String receipt : List.of(shop.place + "\",\"businessDate\":\"2026-01-05\",\"lines\":[{\"unitCost\":\"2.00",
                "B" + shop.place + "\",\"businessDate\":\"2026-01-06\",\"lines\":[{\"unitCost\":\"4.00")) {
            shop.admin.post("api/v1/movements", "{\"kind\":\"RECEIPT\",\"location\":\"" + receipt + "\",\"sku\":\"" + sku + "\",\"quantity\":\"10\"}]}", key(newKey()));
        }
        shop.admin.post("api/v1/sales", "{\"businessDate\":\"2026-01-07\"," + shop.sale(sku, 4).substring(1), key(newKey()));
        return shop.admin.post("api/v1/scope-changes", "{\"scope\":\"COMPANY\",\"items\":[\"" + sku + "\"],\"reason\":\"One price\"}", key(newKey()));
    }

    private Answer ofLot() {
        shop.admin.post("api/v1/items", ("{'sku':'" + milk() + "','name':'Milk','unit':'EA','costing':'FIFO','tracking':'LOT','perishable':true}").replace('\'', '"'));
        return shop.note("RECEIPT", "", ("{'sku':'" + milk() + "','quantity':'2','unitCost':'1.00','lots':[{'lot':'L-1','expires':'2030-12-31','quantity':'1'},"
                + "{'lot':'L-2','expires':'2030-12-31','quantity':'1'}]}").replace('\'', '"'));
    }

    private Answer ofPieces() {
        String cheese = shop.fifo.replace("F-", "TCHEESE-");
        shop.admin.post("api/v1/items", ("{'sku':'" + cheese + "','name':'Cheese','unit':'KG','costing':'FIFO','pieceSize':'4','pieceTolerance':'0.1'}").replace('\'', '"'));
        return shop.note("RECEIPT", "", ("{'sku':'" + cheese + "','quantity':'8','pieces':2,'unitCost':'1.00'}").replace('\'', '"'));
    }

    private String milk() {
        return shop.fifo.replace("F-", "TMILK-");
    }

    private String order() {
        String id = newKey();
        shop.admin.post("api/v1/suppliers", "{\"code\":\"S" + shop.place + "\",\"name\":\"Supplier\",\"leadTimeDays\":5}");
        Answer made = shop.admin.post("api/v1/purchase-orders", ("{\"supplier\":\"S%s\",\"location\":\"%s\",\"currency\":\"USD\",\"lines\":[{\"sku\":\"%s\","
                + "\"quantity\":\"4\",\"unitCost\":\"2.00\"}]}").formatted(shop.place, shop.place, shop.fifo), key(id));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Answer ordered = shop.admin.post("api/v1/purchase-orders/" + id + "/order", "{}", "If-Match", "\"0\"");
        assertThat(ordered.status()).as(ordered.body()).isEqualTo(200);
        return id;
    }

    private long seq(Answer posted) throws SQLException {
        assertThat(posted.status()).as(posted.body()).isEqualTo(201);
        return seq(posted.json().get("id").asText());
    }

    private long seq(String posting) throws SQLException {
        return shop.count("SELECT seq FROM posting WHERE id = UNHEX('" + posting.replace("-", "") + "')");
    }

    private void settle() throws SQLException {
        while (shop.count("SELECT COUNT(*) FROM to_seal") > 0) {
            Launch.pause(50);
        }
        Launch.pause(1000); // the file is written after the seals
    }

    @AfterAll
    void stop() {
        product.close();
    }

    @AfterEach
    void aCleanBookVerifiesClean() throws InterruptedException {
        JsonNode job = verify();
        assertThat(job.get("status").asText()).as(job.toString()).isEqualTo("DONE");
        assertThat(job.at("/outcome/intact").asBoolean()).isTrue();
    }

    @Test
    void aFlippedByteOfAStoredAmount() throws Exception {
        long entry = shop.count("SELECT MIN(id) FROM value_entry WHERE posting_seq = " + sale);
        JsonNode found = tampered(List.of("value_entry"), "UPDATE value_entry SET amount = SIGN(amount) * CAST(ABS(amount) ^ 1 AS SIGNED)"
                + " WHERE id = " + entry);
        isBad(found, sale, "value entry " + entry + ": amount -", "value entry " + entry + ": amount -");
        assertThat(found.get("document").asText()).startsWith("SALE of ").contains(", id ");
    }

    @Test
    void aJournalLineThoughItStillBalances() throws Exception {
        String of = " WHERE posting_seq = " + sale + " AND line_no = ";
        JsonNode found = tampered(List.of("journal_line"), "UPDATE journal_line SET amount = amount + 100" + of + 0,
                "UPDATE journal_line SET amount = amount - 100" + of + 1);
        isBad(found, sale, "journal line 1: amount ", "journal line 1: amount ");
    }

    @Test
    void goodsThatWereOfAnotherLot() throws Exception {
        long first = shop.count("SELECT MIN(lot_id) FROM movement WHERE posting_seq = " + lot);
        long other = shop.count("SELECT MAX(lot_id) FROM movement WHERE posting_seq = " + lot);
        JsonNode found = tampered(List.of("movement"), "UPDATE movement SET lot_id = " + other + " WHERE lot_id = " + first + " AND posting_seq = " + lot);
        isBad(found, lot, "number " + first, "number " + other);
        isBad(tampered(List.of("lot"), "UPDATE lot SET code = 'L-9' WHERE id = " + first), lot, "code L-1", "code L-9");
    }

    @Test
    void aLastDayThatNobodyCorrected() throws Exception {
        isBad(tampered(List.of("lot_expiry"), "UPDATE lot_expiry SET was = '2029-12-31' WHERE posting_seq = " + expiry), expiry,
                "was 2030-12-31", "was 2029-12-31");
        isBad(tampered(List.of("movement"), "UPDATE movement SET pieces = 3 WHERE posting_seq = " + wheels), wheels, "2", "3");
        isBad(tampered(List.of("movement"), "UPDATE movement SET lot_expires = '2029-12-31' WHERE posting_seq = " + lot + " LIMIT 1"), lot,
                "last day 2030-12-31", "last day 2029-12-31");
        String corrected = "UPDATE lot t JOIN lot_expiry e ON e.lot_id = t.id SET t.expires = '2032-01-31' WHERE e.posting_seq = " + expiry;
        assertThat(tampered(List.of("lot"), corrected).toString()).contains("lot L-1 of ", "last day 2031-01-31", "last day 2032-01-31");
        String asItCame = "UPDATE lot t SET t.expires = NULL WHERE t.code = 'L-2' AND t.id IN (SELECT lot_id FROM movement WHERE posting_seq = " + lot + ")";
        assertThat(tampered(List.of("lot"), asItCame).toString()).contains("lot L-2 of ", "last day 2030-12-31", "last day none");
    }

    @Test
    void aDroppedValueEntry() throws Exception {
        isBad(tampered(List.of("value_entry"), "DELETE FROM value_entry WHERE posting_seq = " + sale), sale, "value entry ", "nothing");
    }

    @Test
    void aDroppedPosting() throws Exception {
        isBad(tampered(List.of("posting"), "DELETE FROM posting WHERE seq = " + sale), sale, "SALE of ", "no such posting");
    }

    @Test
    void aDroppedSeal() throws Exception {
        long number = number(sale);
        isBad(tampered(List.of("seal"), "DELETE FROM seal WHERE number = " + number), sale, "seal " + number, "seal " + (number + 1));
    }

    @Test
    void anAuditLineThatWasMadeToFitTheRows() throws Exception {
        JsonNode found = tampered(List.of("audit_entry", "tender"),
                "UPDATE audit_entry SET body = REPLACE(body, '|CASH|1000;', '|CASH|1001;') WHERE posting_seq = " + sale,
                "UPDATE tender SET amount = 1001 WHERE posting_seq = " + sale);
        isBad(found, sale, "row of tender: amount 1000", "row of tender: amount 1001");
        assertThat(found.get("finding").asText()).contains("the hash does not fit");
    }

    @Test
    void swappedSeals() throws Exception {
        long one = number(sale);
        long next = shop.count("SELECT posting_seq FROM seal WHERE number = " + (one + 1));
        JsonNode found = tampered(List.of("seal"), "UPDATE seal SET posting_seq = -1 WHERE number = " + one,
                "UPDATE seal SET posting_seq = " + sale + " WHERE number = " + (one + 1),
                "UPDATE seal SET posting_seq = " + next + " WHERE number = " + one);
        isBad(found, sale, "posting " + sale, "posting " + next);
    }

    @Test
    void swappedRows() throws Exception {
        long one = shop.count("SELECT MIN(id) FROM movement WHERE posting_seq = " + receipt);
        long other = shop.count("SELECT MIN(id) FROM movement WHERE posting_seq = " + sale);
        JsonNode found = tampered(List.of("movement"), "UPDATE movement SET id = -1 WHERE id = " + one,
                "UPDATE movement SET id = " + one + " WHERE id = " + other, "UPDATE movement SET id = " + other + " WHERE id = -1");
        isBad(found, receipt, "movement " + one + ": number " + one, "movement " + one + ": number " + other);
    }

    @Test
    void aTailCutOffWithItsSeals() throws Exception {
        long last = shop.count("SELECT MAX(number) FROM seal");
        long seq = shop.count("SELECT posting_seq FROM seal WHERE number = " + last);
        JsonNode found = tampered(BOOK, cut(BOOK, seq));
        isBad(found, seq, "seal " + last, "no such seal");
        assertThat(found.get("finding").asText()).contains("the tail was cut");
        assertThat(found.get("document").asText()).startsWith("SALE of ");
    }

    @Test
    void aTailCutOffWithoutItsSeals() throws Exception {
        long seq = shop.count("SELECT posting_seq FROM seal ORDER BY number DESC LIMIT 1");
        List<String> rows = BOOK.stream().filter(table -> !table.equals("seal") && !table.equals("audit_entry")).toList();
        isBad(tampered(rows, cut(rows, seq)), seq, "SALE of ", "no such posting");
    }

    private static String[] cut(List<String> tables, long seq) {
        return tables.stream().map(table -> "DELETE FROM " + table + " WHERE " + (table.equals("posting") ? "seq" : "posting_seq") + " = " + seq)
                .toArray(String[]::new);
    }

    @Test
    void aRowThatBelongsToNothing() throws Exception {
        JsonNode found = tampered(List.of("journal_line"),
                "INSERT INTO journal_line (posting_seq, line_no, account_code, amount, business_date) VALUES (5, 0, '1000', 1, '2026-01-01')");
        assertThat(found.get("finding").asText()).contains("a row of journal_line belongs to no posting: 5");
    }

    @Test
    void aPostingThatIsInNoChain() throws Exception {
        JsonNode found = tampered(List.of("posting"), "INSERT INTO posting (seq, id, kind, business_date, effective_at, recorded_at, actor)"
                + " VALUES (5, UNHEX('00000000000000000000000000000005'), 'ISSUE', '2026-01-01', NOW(), NOW(), 'nobody')");
        assertThat(found.get("finding").asText()).contains("posting 5 is in no chain");
    }

    @Test
    void theFileOutsideTheDatabase() throws Exception {
        Path file = product.data().resolve("seals/seals.log");
        String text = Files.readString(file);
        String line = text.lines().filter(one -> one.contains("|" + sale + "|")).findFirst().orElseThrow();
        try {
            isBad(inFile(file, text.replace(line, line.replace("|CASH|1000;", "|CASH|1001;"))), sale,
                    "row of tender: amount 1000", "row of tender: amount 1001 in the file");
            isBad(inFile(file, text.replace(line + "\n", "")), sale, "posting " + sale, " in the file");
            isBad(inFile(file, text.replace(line, "nothing of the sort")), sale, "the line of seal " + number(sale), "no line of a seal in the file");
            assertThat(inFile(file, text + "rubbish\n").get("finding").asText()).contains("has a line that is none");
        } finally {
            Files.writeString(file, text);
        }
    }

    private JsonNode inFile(Path file, String text) throws IOException, InterruptedException {
        Files.writeString(file, text);
        return verify().get("outcome");
    }

    @Test
    void everyColumnOfTheBookIsCovered() throws Exception {
        List<EvidenceColumn> columns = EvidenceColumn.all(product);
        assertThat(columns).extracting(EvidenceColumn::table).containsAll(BOOK);
        List<String> missed = new ArrayList<>();
        for (EvidenceColumn column : columns) {
            if (!isNamed(column, with(column.table()))) {
                missed.add(column.toString());
            }
        }
        assertThat(missed).as("columns that may be changed and nobody notices").isEmpty();
    }

    /** A posting that has rows in a table. */
    private long with(String table) {
        return switch (table) {
            case "purchase_order_receipt", "receipt_discrepancy" -> order;
            case "stock_count_result" -> count;
            case "costing_change" -> method;
            case "scope_change" -> scope;
            case "scope_comparative" -> restated;
            case "lot_expiry" -> expiry;
            case "sale_kit" -> kit;
            case "payable_revaluation" -> closingRate;
            case "invoice_settlement", "invoice_tax", "foreign_amount" -> invoice;
            default -> sale;
        };
    }

    private boolean isNamed(EvidenceColumn column, long posting) throws Exception {
        long number = number(posting);
        JsonNode found = tampered(List.of(column.table()), column.changeIn(posting));
        return !found.get("intact").asBoolean() && found.get("firstBad").asLong() == number && found.at("/posting").asLong() == posting
                && !found.get("expected").equals(found.get("found"));
    }

    /** What verifying says while the tables are as the statements leave them. */
    private JsonNode tampered(List<String> tables, String... statements) throws Exception {
        for (String table : tables) {
            shop.asOwner("CREATE TABLE aside_" + table + " AS SELECT * FROM " + table);
        }
        try {
            shop.asOwner(statements);
            return verify().get("outcome");
        } finally {
            for (String table : tables) {
                shop.asOwner("DELETE FROM " + table, "INSERT INTO " + table + " SELECT * FROM aside_" + table, "DROP TABLE aside_" + table);
            }
        }
    }

    private JsonNode verify() throws InterruptedException {
        return shop.end(shop.admin.post("api/v1/audit/verify", "{}"));
    }

    private void isBad(JsonNode outcome, long posting, String expected, String found) throws SQLException {
        assertThat(outcome.get("intact").asBoolean()).as(outcome.toString()).isFalse();
        assertThat(outcome.at("/posting").asLong()).as(outcome.toString()).isEqualTo(posting);
        assertThat(outcome.get("firstBad").asLong()).as(outcome.toString()).isEqualTo(shop.count("SELECT number FROM seal WHERE posting_seq = " + posting));
        assertThat(outcome.get("verified").asLong()).isEqualTo(outcome.get("firstBad").asLong() - 1);
        assertThat(outcome.get("expected").asText()).as(outcome.toString()).contains(expected);
        assertThat(outcome.get("found").asText()).as(outcome.toString()).contains(found);
    }

    private long number(long posting) throws SQLException {
        return shop.count("SELECT number FROM seal WHERE posting_seq = " + posting);
    }
}
