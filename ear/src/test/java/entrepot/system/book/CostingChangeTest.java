package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** An item comes to another costing method: all that moved is costed anew, and what was reported stays. */
@OnProduct
class CostingChangeTest {

    private static final LocalDate TODAY = LocalDate.now();

    private final ShopFloor shop;

    CostingChangeTest(Product product) {
        shop = new ShopFloor(product);
    }

    @Test
    void whatItMakesOfEarlierDaysIsOpeningEquity() throws InterruptedException {
        tenAtTwoTenAtThreeTenSold();
        Answer preview = change("?dryRun=true", "AVERAGE");
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.json().get("restatements").asInt()).isEqualTo(1);
        assertThat(value(TODAY)).as("nothing is changed by looking").isEqualTo("30.00");
        Answer done = change("", "AVERAGE");
        assertThat(done.status()).as(done.body()).isEqualTo(201);
        assertThat(value(TODAY)).isEqualTo("25.00");
        assertThat(value(TODAY.minusDays(1))).as("as it was reported").isEqualTo("30.00");
        String id = done.json().get("id").asText();
        JsonNode told = shop.admin.get("api/v1/costing-changes/" + id).json();
        assertThat(told.at("/change/opening").asText()).isEqualTo("-5.00");
        assertThat(told.at("/months").findValuesAsText("change")).containsExactly("-5.00");
        assertThat(shop.admin.get("api/v1/costing-changes/" + id + "/items").json().at("/items/0/was").asText()).isEqualTo("FIFO");
        assertThat(shop.admin.get("api/v1/items/" + shop.fifo).json().get("costing").asText()).isEqualTo("AVERAGE");
        shop.sell(shop.fifo, 2);
        assertThat(value(TODAY)).isEqualTo("20.00");
        assertThat(shop.run("rebuild-projections").at("/outcome/different").asInt()).isZero();
        assertThat(shop.run("ledger-check").get("status").asText()).isEqualTo("DONE");
    }

    @Test
    void anAverageOfTheMonthTakesThePlaceOfOneOfEachReceipt() throws InterruptedException {
        tenAtTwoTenAtThreeTenSold();
        assertThat(change("", "AVERAGE").status()).isEqualTo(201);
        Answer changed = terms("\"averagePeriod\":\"MONTH\"");
        assertThat(changed.status()).as(changed.body()).isEqualTo(201);
        assertThat(terms("\"averagePeriod\":\"MONTH\"").body()).contains("no-change");
        assertThat(shop.run("rebuild-projections").at("/outcome/different").asInt()).isZero();
    }

    @Test
    void fromADayOnTheLayersStayAsTheyAre() throws InterruptedException {
        tenAtTwoTenAtThreeTenSold();
        Answer groundless = terms("\"costing\":\"AVERAGE\",\"application\":\"PROSPECTIVE\"");
        assertThat(groundless.body()).contains("ground-missing");
        Answer changed = terms("\"costing\":\"AVERAGE\",\"application\":\"PROSPECTIVE\",\"ground\":\"IMPRACTICABLE\"");
        assertThat(changed.status()).as(changed.body()).isEqualTo(201);
        assertThat(value(TODAY)).as("as before").isEqualTo("30.00");
        JsonNode told = shop.admin.get("api/v1/costing-changes/" + changed.json().get("id").asText()).json().get("change");
        assertThat(told.get("application").asText() + " " + told.get("ground").asText()).isEqualTo("PROSPECTIVE IMPRACTICABLE");
        assertThat(change("", "LIFO").body()).contains("changed-from-a-day");
        tenAtTwoTenAtThreeTenSold();
        shop.sell(shop.fifo, 2);
        assertThat(shop.run("rebuild-projections").at("/outcome/different").asInt()).isZero();
        assertThat(shop.run("ledger-check").get("status").asText()).isEqualTo("DONE");
    }

    @Test
    void whatIsMissingIsTruedUpByTheAverageOfTheMonth() throws InterruptedException {
        String category = shop.fifo.replace("F-", "B-");
        shop.admin.post("api/v1/categories", "{\"code\":\"" + category + "\",\"name\":\"Sold first\"}");
        assertThat(shop.admin.post("api/v1/cost-rules", "{\"category\":\"" + category
                + "\",\"averagePeriod\":\"EVENT\",\"lateCost\":\"REPLAY\",\"belowZero\":true}").status()).isEqualTo(201);
        for (String application : new String[] {"PROSPECTIVE\",\"ground\":\"IMPRACTICABLE", "RETROSPECTIVE"}) {
            String sku = shop.fifo.replace("F-", application.substring(0, 1) + "-");
            assertThat(shop.admin.post("api/v1/items", "{\"sku\":\"" + sku + "\",\"name\":\"Sold first\",\"unit\":\"EA\",\"costing\":\"AVERAGE\",\"category\":\""
                    + category + "\"}").status()).isEqualTo(201);
            shop.receive(sku, 2, "4.00");
            shop.sell(sku, 5);
            Answer changed = shop.admin.post("api/v1/costing-changes", "{\"averagePeriod\":\"MONTH\",\"application\":\"" + application + "\",\"items\":[\""
                    + sku + "\"],\"reason\":\"Costs are known at the end of the month\"}", key(newKey()));
            assertThat(changed.status()).as(changed.body()).isEqualTo(201);
            shop.receive(sku, 4, "6.00");
            shop.receive(sku, 2, "9.00");
            JsonNode stock = shop.admin.get("api/v1/stock/as-of?asOf=" + TODAY + "&item=" + sku).json().get("items").get(0);
            assertThat(stock.get("value").asText()).as(application).isEqualTo(application.startsWith("P") ? "21.00" : "18.75");
        }
        assertThat(shop.run("rebuild-projections").at("/outcome/different").asInt()).isZero();
        assertThat(shop.run("ledger-check").get("status").asText()).isEqualTo("DONE");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Answer refused = shop.admin.post("api/v1/costing-changes",
                "{\"costing\":\"AVERAGE\",\"items\":[\"NONE\",\"" + shop.fifo + "\"]}", key(newKey()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("reason-missing", "unknown-item", "never-moved");
        tenAtTwoTenAtThreeTenSold();
        assertThat(change("", "STANDARD").body()).contains("costing-stays");
        assertThat(change("", "FIFO").body()).contains("no-change");
    }

    @Test
    void underIfrsNothingIsCostedLastInFirstOut() {
        Answer lifo = shop.admin.post("api/v1/items",
                "{\"sku\":\"" + shop.fifo + "-L\",\"name\":\"Last in\",\"unit\":\"EA\",\"costing\":\"LIFO\"}");
        assertThat(lifo.status()).as(lifo.body()).isEqualTo(201);
        Answer barred = report("IFRS");
        assertThat(barred.status()).isEqualTo(409);
        assertThat(barred.body()).contains("items-not-allowed");
        assertThat(report("TEA").status()).isEqualTo(422);
        assertThat(report("US_GAAP").json().get("framework").asText()).isEqualTo("US_GAAP");
        assertThat(report("LOCAL").status()).isEqualTo(200);
    }

    private Answer report(String framework) {
        return shop.admin.put("api/v1/company/framework", "{\"framework\":\"" + framework + "\"}");
    }

    private void tenAtTwoTenAtThreeTenSold() {
        LocalDate day = TODAY.minusDays(1);
        String dated = "\"businessDate\":\"" + day + "\",";
        for (String cost : new String[] {"2.00", "3.00"}) {
            Answer came = shop.note("RECEIPT", dated, "{\"sku\":\"" + shop.fifo + "\",\"quantity\":\"10\",\"unitCost\":\"" + cost + "\"}");
            assertThat(came.status()).as(came.body()).isEqualTo(201);
        }
        Answer used = shop.note("SCRAP", dated + "\"reason\":\"Broken\",", "{\"sku\":\"" + shop.fifo + "\",\"quantity\":\"10\"}");
        assertThat(used.status()).as(used.body()).isEqualTo(201);
    }

    private Answer change(String query, String costing) {
        return shop.admin.post("api/v1/costing-changes" + query, "{\"costing\":\"" + costing + "\",\"items\":[\"" + shop.fifo
                + "\"],\"reason\":\"Prices swing, and an average says more of the margin\"}", key(newKey()));
    }

    private Answer terms(String terms) {
        return shop.admin.post("api/v1/costing-changes", "{" + terms + ",\"items\":[\"" + shop.fifo
                + "\"],\"reason\":\"Prices swing, and an average says more of the margin\"}", key(newKey()));
    }

    private String value(LocalDate day) {
        JsonNode items = shop.admin.get("api/v1/stock/as-of?asOf=" + day + "&item=" + shop.fifo).json().get("items");
        return items.isEmpty() ? "0.00" : items.get(0).get("value").asText();
    }
}
