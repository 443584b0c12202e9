package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.Product;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two months of a company, closed one after the other; in a product of its own, since nobody posts in a closed month. */
@TestMethodOrder(OrderAnnotation.class)
class PeriodsTest {

    private static final YearMonth NOW = YearMonth.now();
    private static final YearMonth FIRST = NOW.minusMonths(2);
    private static final YearMonth SECOND = NOW.minusMonths(1);

    private static Product product;
    private static ShopFloor shop;
    private static Api accountant;
    private static Answer receipt;

    @BeforeAll
    static void tenCameAndFourAreSoldInTheFirst() {
        product = Product.start("periods");
        shop = new ShopFloor(product);
        accountant = product.as("accountant");
        beginWithAnotherChartAndThenTheFirst();
        receipt = receive(shop.admin, 10, "5.00", FIRST.atDay(3));
        sell(4, FIRST.atDay(5));
    }

    private static void beginWithAnotherChartAndThenTheFirst() {
        assertThat(product.as("storekeeper").put("api/v1/company/chart-template", "{\"template\":\"DE_SKR04\"}").status()).isEqualTo(403);
        assertThat(begin("TEA").status()).isEqualTo(422);
        assertThat(begin("DE_SKR04").status()).isEqualTo(200);
        assertThat(accountant.get("api/v1/ledger-accounts/1140").json().get("name").asText()).isEqualTo("Waren (Bestand)");
        assertThat(accountant.get("api/v1/account-mappings").body()).contains("\"1140\"").doesNotContain("\"5100\"");
        Answer first = begin("INTERNATIONAL");
        assertThat(first.status()).as(first.body()).isEqualTo(200);
    }

    private static Answer begin(String template) {
        return accountant.put("api/v1/company/chart-template", "{\"template\":\"" + template + "\"}");
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    @Order(1)
    void monthsAreClosedInTheirOrderAndOnlyWhenTheyAreOver() {
        assertThat(begin("US_GAAP").json().get("code").asText()).as("once something is posted").isEqualTo("has-postings");
        assertThat(close(SECOND, "").json().get("code").asText()).isEqualTo("earlier-open");
        assertThat(close(NOW, "").json().get("code").asText()).isEqualTo("not-over");
        assertThat(close(FIRST.minusMonths(1), "").status()).isEqualTo(404);
        assertThat(product.as("storekeeper").post("api/v1/periods/" + FIRST + "/close", "{}").status()).isEqualTo(403);
        Answer closed = close(FIRST, "\"reason\":\"reported to the bank\"");
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        assertThat(closed.json().at("/period/status").asText()).isEqualTo("CLOSED");
        assertThat(closed.json().at("/period/seal").asLong()).isPositive();
        assertThat(closed.json().at("/steps/0/reason").asText()).isEqualTo("reported to the bank");
    }

    @Test
    @Order(2)
    void nothingIsPostedInAClosedMonth() {
        Answer late = receive(shop.admin, 1, "1.00", FIRST.atEndOfMonth());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("code").asText()).isEqualTo("period-closed");
        assertThat(late.json().at("/errors/0/pointer").asText()).isEqualTo("/businessDate");
        assertThat(late.json().get("detail").asText()).endsWith("and the first open day is " + SECOND.atDay(1));
    }

    @Test
    @Order(3)
    void freightOnItIsBookedOnTheFirstOpenDayAndItsFiguresStay() throws InterruptedException {
        assertThat(value(FIRST.atEndOfMonth())).isEqualTo("30");
        Answer freight = freight("10.00");
        assertThat(freight.status()).as(freight.body()).isEqualTo(201);
        JsonNode posting = posting(freight);
        assertThat(values(posting)).containsExactlyInAnyOrder(
                "10 " + SECOND.atDay(1) + " for " + FIRST.atDay(3), "-4 " + SECOND.atDay(1) + " for " + FIRST.atDay(5));
        assertThat(value(FIRST.atEndOfMonth())).isEqualTo("30");
        assertThat(value(SECOND.atDay(1))).isEqualTo("36");
        lawsHold();
    }

    @Test
    @Order(4)
    void whatIsMaterialGoesToThePriorPeriodAccount() throws InterruptedException {
        Answer set = accountant.send(accountant.request("api/v1/periods/materiality").header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"amount\":\"2.00\"}")));
        assertThat(set.status()).as(set.body()).isEqualTo(200);
        assertThat(accounts(posting(freight("5.00")))).contains("3200 2").doesNotContain("5000 2");
        assertThat(accounts(posting(freight("1.00")))).contains("5000 0.4").doesNotContain("3200 0.4");
        lawsHold();
    }

    @Test
    @Order(5)
    void aQuantityOfAClosedMonthIsCorrectedInTheOpenOne() throws InterruptedException {
        Answer corrected = accountant.post("api/v1/corrections", "{\"posting\":\"" + id(receipt)
                + "\",\"lines\":[{\"line\":0,\"quantity\":\"9\"}],\"reason\":\"one was missing\"}", key(newKey()));
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(201);
        assertThat(quantity(FIRST.atEndOfMonth())).isEqualTo("6");
        assertThat(quantity(SECOND.atDay(1))).isEqualTo("5");
        lawsHold();
    }

    @Test
    @Order(6)
    void aSoftlyClosedMonthIsOpenToThoseWhoMayClose() {
        assertThat(close(SECOND, "\"soft\":true").json().at("/period/status").asText()).isEqualTo("SOFT");
        Api storekeeper = product.as("storekeeper");
        assertThat(receive(storekeeper, 1, "1.00", SECOND.atDay(2)).status()).isEqualTo(409);
        assertThat(receive(shop.admin, 1, "1.00", SECOND.atDay(2)).status()).isEqualTo(201);
    }

    @Test
    @Order(7)
    void aMonthIsOpenedAgainForAReasonAndFromTheLast() {
        assertThat(reopen(FIRST, "a mistake").json().get("code").asText()).isEqualTo("later-closed");
        assertThat(reopen(SECOND, " ").status()).isEqualTo(422);
        assertThat(reopen(SECOND, "an invoice came").json().at("/period/status").asText()).isEqualTo("OPEN");
        assertThat(reopen(FIRST, "an invoice came").json().at("/period/status").asText()).isEqualTo("OPEN");
        assertThat(receive(shop.admin, 1, "1.00", FIRST.atDay(4)).status()).isEqualTo(201);
    }

    private static Answer receive(Api who, int quantity, String unitCost, LocalDate day) {
        return who.post("api/v1/movements", "{\"kind\":\"RECEIPT\",\"location\":\"" + shop.place + "\",\"businessDate\":\"" + day
                + "\",\"lines\":[{\"sku\":\"" + shop.fifo + "\",\"quantity\":\"" + quantity + "\",\"unitCost\":\"" + unitCost + "\"}]}", key(newKey()));
    }

    private static void sell(int quantity, LocalDate day) {
        Answer sold = shop.admin.post("api/v1/sales",
                shop.sale(shop.fifo, quantity).replaceFirst("\\{", "{\"businessDate\":\"" + day + "\","), key(newKey()));
        assertThat(sold.status()).as(sold.body()).isEqualTo(201);
    }

    private static Answer close(YearMonth month, String body) {
        return accountant.post("api/v1/periods/" + month + "/close", "{" + body + "}");
    }

    private static Answer reopen(YearMonth month, String reason) {
        return accountant.post("api/v1/periods/" + month + "/reopen", "{\"reason\":\"" + reason + "\"}");
    }

    private static Answer freight(String amount) {
        return accountant.post("api/v1/landed-costs", "{\"receipts\":[\"" + id(receipt) + "\"],\"amount\":\"" + amount
                + "\",\"by\":\"QUANTITY\",\"reference\":\"FREIGHT\"}", key(newKey()));
    }

    private static JsonNode posting(Answer posted) {
        assertThat(posted.status()).as(posted.body()).isEqualTo(201);
        return accountant.get("api/v1/movements/" + id(posted)).json();
    }

    private static String id(Answer posting) {
        return posting.json().get("id").asText();
    }

    private static List<String> values(JsonNode posting) {
        return StreamSupport.stream(posting.get("values").spliterator(), false)
                .map(value -> plain(value.get("amount")) + " " + value.get("businessDate").asText() + " for " + value.get("forDate").asText())
                .toList();
    }

    private static List<String> accounts(JsonNode posting) {
        return StreamSupport.stream(posting.get("journal").spliterator(), false)
                .map(line -> line.get("account").asText() + " " + plain(line.get("amount")))
                .toList();
    }

    private static String value(LocalDate day) {
        return plain(valuation(day).get("value"));
    }

    private static String quantity(LocalDate day) {
        return plain(valuation(day).get("quantity"));
    }

    private static JsonNode valuation(LocalDate day) {
        return accountant.get("api/v1/valuation?asOf=" + day + "&item=" + shop.fifo).json().at("/items/0");
    }

    private static String plain(JsonNode amount) {
        return new BigDecimal(amount.asText()).stripTrailingZeros().toPlainString();
    }

    private static void lawsHold() throws InterruptedException {
        for (String kind : List.of("ledger-check", "rebuild-projections")) {
            JsonNode job = shop.run(kind);
            assertThat(job.get("status").asText()).as(kind + " " + job).isEqualTo("DONE");
            assertThat(job.at("/outcome/different").asInt()).isZero();
        }
    }
}
