package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is learnt late, or posted late: the past is restated at once, and what was known before still is. */
@OnProduct
class AmendmentsTest {

    private static final LocalDate TODAY = LocalDate.now();

    private final ShopFloor shop;
    private Answer receipt;
    private Answer sale;

    AmendmentsTest(Product product) {
        shop = new ShopFloor(product);
    }

    @BeforeEach
    void tenCameAndSixAreSold() {
        receipt = receive(10, "5.00", TODAY.minusDays(4));
        sale = sell(6, TODAY.minusDays(2));
        assertThat(sale.json().get("cost").asText()).isEqualTo("30.00");
    }

    @Test
    void aReceiptDatedBeforeASaleRestatesIt() throws InterruptedException {
        Answer late = receive(10, "7.00", TODAY.minusDays(5));
        assertThat(late.status()).as(late.body()).isEqualTo(201);
        assertThat(cost(sale)).isEqualTo("-42");
        assertThat(restated(late)).containsExactly("RESTATEMENT -12");
        lawsHold();
    }

    @Test
    void whatWasKnownBeforeIsStillKnown() throws InterruptedException {
        long before = sealed();
        receive(10, "7.00", TODAY.minusDays(5));
        sealed();
        String asOf = "api/v1/valuation?asOf=" + TODAY.minusDays(1) + "&item=" + shop.fifo;
        assertThat(value(asOf)).isEqualTo("78");
        assertThat(value(asOf + "&knownAt=" + before)).isEqualTo("20");
    }

    @Test
    void freightIsSplitAndReachesWhatWasSold() throws InterruptedException {
        String body = "{\"receipts\":[\"" + id(receipt) + "\"],\"amount\":\"10.00\",\"by\":\"QUANTITY\",\"reference\":\"FREIGHT-1\"}";
        JsonNode preview = shop.admin.post("api/v1/landed-costs?dryRun=true", body).json();
        assertThat(preview.get("restatements").asInt()).as(preview.toString()).isEqualTo(2);
        assertThat(preview.at("/months").findValuesAsText("month")).isSorted().contains(YearMonth.from(TODAY.minusDays(2)).toString());
        List<JsonNode> months = StreamSupport.stream(preview.get("months").spliterator(), false).toList();
        assertThat(months).extracting(month -> month.get("month").asText()).isSorted().contains(YearMonth.from(TODAY.minusDays(2)).toString());
        assertThat(months).extracting(month -> new BigDecimal(month.get("margin").asText()).intValueExact())
                .as("six of the ten are sold").contains(-6);
        assertThat(new BigDecimal(months.get(months.size() - 1).get("stock").asText())).as("four of them are there").isEqualByComparingTo("4");
        assertThat(cost(sale)).isEqualTo("-30");
        String key = newKey();
        assertThat(shop.admin.post("api/v1/landed-costs", body, key(key)).status()).isEqualTo(201);
        assertThat(shop.admin.post("api/v1/landed-costs", body, key(key)).status()).isEqualTo(200);
        assertThat(cost(sale)).isEqualTo("-36");
        lawsHold();
    }

    @Test
    void freightByWeightNeedsAWeightOfEachItem() {
        String body = "{\"receipts\":[\"" + id(receipt) + "\"],\"amount\":\"10.00\",\"by\":\"WEIGHT\"}";
        Answer without = shop.admin.post("api/v1/landed-costs", body, key(newKey()));
        assertThat(without.body()).contains("basis-missing", shop.fifo + " has no weight");
        Answer card = shop.admin.get("api/v1/items/" + shop.fifo);
        String etag = card.response().headers().firstValue("ETag").orElseThrow();
        Answer weighed = shop.admin.put("api/v1/items/" + shop.fifo, card.body().replaceFirst("\\{", "{\"weight\":\"0.25\","), "If-Match", etag);
        assertThat(weighed.json().get("weight").asText()).as(weighed.body()).isEqualTo("0.25");
        assertThat(shop.admin.post("api/v1/landed-costs", body, key(newKey())).status()).isEqualTo(201);
        String fixed = "{\"by\":\"FIXED\",\"amount\":\"2.00\",\"lines\":[{\"receipt\":\"" + id(receipt) + "\",\"line\":0,\"amount\":\"%s\"}]}";
        assertThat(shop.admin.post("api/v1/landed-costs", fixed.formatted("2.50"), key(newKey())).body()).contains("the lines come to GBP 2.50");
        assertThat(shop.admin.post("api/v1/landed-costs", fixed.formatted("2.00"), key(newKey())).status()).isEqualTo(201);
        assertThat(cost(sale)).isEqualTo("-37.2");
    }

    @Test
    void freightIsUndoneByItsOpposite() throws InterruptedException {
        String body = "{\"receipts\":[\"" + id(receipt) + "\"],\"amount\":\"10.00\",\"by\":\"QUANTITY\",\"reference\":\"FREIGHT-2\"}";
        Answer freight = shop.admin.post("api/v1/landed-costs", body, key(newKey()));
        assertThat(cost(sale)).isEqualTo("-36");
        assertThat(shop.reverse(freight).status()).isEqualTo(201);
        assertThat(cost(sale)).isEqualTo("-30");
        Answer corrected = correct(receipt, "8", "miscounted on the ramp");
        assertThat(shop.reverse(corrected).json().get("code").asText()).isEqualTo("not-reversible");
        lawsHold();
    }

    @Test
    void whatWasCorrectedIsUndoneAsItWasCorrected() throws InterruptedException {
        assertThat(shop.reverse(sale).status()).isEqualTo(201);
        assertThat(correct(receipt, "12", "two were found in the van").status()).isEqualTo(201);
        assertThat(shop.onHand(shop.fifo)).isEqualTo("12");
        Answer undone = shop.reverse(receipt);
        assertThat(undone.status()).as(undone.body()).isEqualTo(201);
        assertThat(shop.onHand(shop.fifo)).isEqualTo("0");
        lawsHold();
    }

    @Test
    void thePriceOnTheInvoiceIsThePriceOfTheGoods() throws InterruptedException {
        String body = "{\"receipt\":\"" + id(receipt) + "\",\"lines\":[{\"line\":0,\"unitCost\":\"6.00\"}],\"reference\":\"INV-1\"}";
        assertThat(shop.admin.post("api/v1/invoice-prices", body, key(newKey())).status()).isEqualTo(201);
        assertThat(cost(sale)).isEqualTo("-36");
        assertThat(shop.admin.post("api/v1/invoice-prices", body, key(newKey())).json().at("/errors/0/code").asText()).isEqualTo("no-change");
        lawsHold();
    }

    @Test
    void aQuantityIsCorrectedOnItsOwnDay() throws InterruptedException {
        Answer corrected = correct(receipt, "8", "miscounted on the ramp");
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(201);
        assertThat(shop.onHand(shop.fifo)).isEqualTo("2");
        Answer tooFew = correct(receipt, "5", "miscounted again");
        assertThat(tooFew.status()).isEqualTo(409);
        assertThat(tooFew.json().get("detail").asText()).endsWith("on " + TODAY.minusDays(2) + " wanted 6 units, on hand 5 for the sale that is posted");
        assertThat(correct(receipt, "8", "").status()).isEqualTo(422);
        lawsHold();
    }

    @Test
    void aSaleThatWouldHaveFoundNothingIsRefused() {
        Answer late = sell(5, TODAY.minusDays(3));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().at("/errors/0/code").asText()).isEqualTo("out-of-stock");
        assertThat(shop.onHand(shop.fifo)).isEqualTo("4");
    }

    @Test
    void aLastInFirstOutItemSellsTheNewest() {
        String sku = shop.fifo.replace("F-", "L-");
        shop.admin.post("api/v1/items", "{\"sku\":\"" + sku + "\",\"name\":\"Newest first\",\"unit\":\"EA\",\"costing\":\"LIFO\"}");
        shop.receive(sku, 10, "1.00");
        shop.receive(sku, 10, "2.00");
        assertThat(shop.sell(sku, 15).json().get("cost").asText()).isEqualTo("25.00");
    }

    @Test
    void goodsThatLeaveBeforeTheyComeAreTruedUp() throws InterruptedException {
        String category = shop.fifo.replace("F-", "C-");
        shop.admin.post("api/v1/categories", "{\"code\":\"" + category + "\",\"name\":\"Sold first\"}");
        String rule = "{\"category\":\"" + category + "\",\"averagePeriod\":\"EVENT\",\"lateCost\":\"REPLAY\",\"belowZero\":true}";
        assertThat(shop.admin.post("api/v1/cost-rules", rule).status()).isEqualTo(201);
        String sku = shop.fifo.replace("F-", "N-");
        shop.admin.post("api/v1/items", "{\"sku\":\"" + sku + "\",\"name\":\"Sold first\",\"unit\":\"EA\",\"costing\":\"FIFO\",\"category\":\""
                + category + "\"}");
        shop.receive(sku, 2, "4.00");
        Answer early = shop.sell(sku, 5);
        assertThat(early.json().get("cost").asText()).isEqualTo("20.00");
        assertThat(shop.onHand(sku)).isEqualTo("-3");
        Answer come = shop.receive(sku, 4, "6.00");
        assertThat(restated(come)).containsExactly("TRUE_UP -6");
        assertThat(cost(early)).isEqualTo("-26");
        lawsHold();
        Answer refused = shop.admin.send(shop.admin.request("api/v1/cost-rules/" + category).header("If-Match", "\"0\"")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(rule.replace("REPLAY", "ON_HAND_SHARE"))));
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
    }

    private void lawsHold() throws InterruptedException {
        sealed();
        for (String kind : List.of("ledger-check", "rebuild-projections", "audit-verify")) {
            JsonNode job = shop.run(kind);
            assertThat(job.get("status").asText()).as(kind + " " + job).isEqualTo("DONE");
            if (kind.startsWith("rebuild")) {
                assertThat(job.at("/outcome/after")).isEqualTo(job.at("/outcome/before"));
            }
        }
    }

    private Answer receive(int quantity, String unitCost, LocalDate day) {
        return shop.note("RECEIPT", "\"businessDate\":\"" + day + "\",",
                "{\"sku\":\"" + shop.fifo + "\",\"quantity\":\"" + quantity + "\",\"unitCost\":\"" + unitCost + "\"}");
    }

    private Answer sell(int quantity, LocalDate day) {
        String body = shop.sale(shop.fifo, quantity).replaceFirst("\\{", "{\"businessDate\":\"" + day + "\",");
        return shop.admin.post("api/v1/sales", body, key(newKey()));
    }

    private Answer correct(Answer posting, String actual, String reason) {
        return shop.admin.post("api/v1/corrections", "{\"posting\":\"" + id(posting) + "\",\"lines\":[{\"line\":0,\"quantity\":\""
                + actual + "\"}]" + (reason.isEmpty() ? "" : ",\"reason\":\"" + reason + "\"") + "}", key(newKey()));
    }

    private static String id(Answer posting) {
        return posting.json().get("id").asText();
    }

    private String cost(Answer posting) {
        return plain(shop.admin.get("api/v1/movements/" + id(posting)).json().at("/movements/0/value"));
    }

    private List<String> restated(Answer posting) {
        JsonNode values = shop.admin.get("api/v1/movements/" + id(posting)).json().get("values");
        return StreamSupport.stream(values.spliterator(), false)
                .filter(value -> !value.get("kind").asText().equals("DIRECT"))
                .map(value -> value.get("kind").asText() + " " + plain(value.get("amount"))).toList();
    }

    private String value(String query) {
        return plain(shop.admin.get(query).json().at("/items/0/value"));
    }

    private static String plain(JsonNode amount) {
        return new BigDecimal(amount.asText()).stripTrailingZeros().toPlainString();
    }

    private long sealed() throws InterruptedException {
        for (int tries = 0; tries < 300; tries++) {
            try {
                if (shop.count("SELECT COUNT(*) FROM to_seal") == 0) {
                    Thread.sleep(1000); // the file is written after the seals
                    return shop.admin.get("api/v1/audit").json().at("/head/number").asLong();
                }
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("nothing seals");
    }
}
