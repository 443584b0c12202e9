package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.math.BigDecimal;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnProduct
class SalesTest {

    private final ShopFloor shop;

    SalesTest(Product product) {
        shop = new ShopFloor(product);
    }

    @Test
    void aSaleAnswersWithWhatTheGoodsCost() {
        shop.receive(shop.fifo, 2, "1.10");
        shop.receive(shop.fifo, 2, "1.30");
        Answer sale = shop.sell(shop.fifo, 3);
        assertThat(sale.status()).isEqualTo(201);
        assertThat(sale.json().get("cost").asText()).isEqualTo("3.50");
        assertThat(sale.json().at("/lines/0/cost").asText()).isEqualTo("3.50");
        assertThat(shop.admin.get(sale.json().at("/links/self").asText()).json().at("/sale/total").asText()).isEqualTo("15.00");
        assertThat(shop.onHand(shop.fifo)).isEqualTo("1");
    }

    @Test
    void theSameKeyGetsTheSameAnswerAndPostsNothing() {
        shop.receive(shop.fifo, 5, "1.10");
        String key = newKey();
        Answer first = shop.sell(shop.fifo, 2, key);
        Answer again = shop.admin.post("api/v1/sales", shop.sale(shop.fifo, 2).replace(":", " : "), key(key));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(shop.onHand(shop.fifo)).isEqualTo("3");
    }

    @Test
    void theSameKeyWithAnotherBodyIsAClash() {
        shop.receive(shop.fifo, 5, "1.10");
        String key = newKey();
        shop.sell(shop.fifo, 2, key);
        Answer clash = shop.sell(shop.fifo, 1, key);
        assertThat(clash.status()).isEqualTo(422);
        assertThat(clash.json().get("code").asText()).isEqualTo("idempotency-clash");
        assertThat(clash.json().get("detail").asText()).contains(key);
    }

    /** Of the last unit: whoever waits for the lock finds the shelf empty, and must still be told of the sale. */
    @Test
    void fiftyTriesAtOnceAreOnePosting() throws SQLException {
        shop.receive(shop.fifo, 1, "1.10");
        String key = newKey();
        List<CompletableFuture<HttpResponse<String>>> tries = IntStream.range(0, 50)
                .mapToObj(number -> tryTo(shop.admin.request("api/v1/sales")
                        .header("Content-Type", "application/json")
                        .headers(key(key))
                        .POST(BodyPublishers.ofString(shop.sale(shop.fifo, 1)))
                        .build(), 5))
                .toList();
        List<HttpResponse<String>> answers = tries.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 201);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers).extracting(HttpResponse::body).containsOnly(answers.get(0).body());
        assertThat(shop.count("SELECT COUNT(*) FROM posting WHERE id = UNHEX('" + key.replace("-", "") + "')")).isEqualTo(1);
    }

    /** On a busy machine some of fifty connections are not made in time; such a try never was. */
    private CompletableFuture<HttpResponse<String>> tryTo(HttpRequest request, int connections) {
        return shop.admin.client().sendAsync(request, BodyHandlers.ofString()).exceptionallyCompose(failure ->
                connections > 1 && failure.getCause() instanceof HttpConnectTimeoutException
                        ? tryTo(request, connections - 1)
                        : CompletableFuture.failedFuture(failure));
    }

    @Test
    void aSaleOfMoreThanThereIsNamesBoth() {
        shop.receive(shop.fifo, 2, "1.10");
        Answer refused = shop.sell(shop.fifo, 3);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/lines/0/quantity");
        assertThat(refused.json().at("/errors/0/detail").asText())
                .isEqualTo("wanted 3 units of " + shop.fifo + " at " + shop.place + ", on hand 2");
    }

    @Test
    void aDryRunShowsTheJournalAndWritesNothing() throws SQLException {
        shop.receive(shop.fifo, 2, "1.10");
        Answer dry = shop.admin.post("api/v1/sales?dryRun=true", shop.sale(shop.fifo, 2));
        assertThat(dry.status()).isEqualTo(200);
        assertThat(sum(dry.json(), "debit")).isEqualByComparingTo(sum(dry.json(), "credit")).isEqualByComparingTo("12.20");
        assertThat(dry.json().findValuesAsText("name")).contains("Inventory", "Cost of sales", "Sales", "Cash");
        assertThat(shop.onHand(shop.fifo)).isEqualTo("2");
    }

    private static BigDecimal sum(JsonNode preview, String side) {
        return preview.findValuesAsText(side).stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void aBadLineOfManyStopsNoOther() {
        shop.receive(shop.fifo, 3, "1.10");
        String good = shop.sale(shop.fifo, 1);
        String body = withId(good) + "\n{\"id\":\n" + withId(shop.sale(shop.fifo, 9)) + "\n" + withId(good);
        Answer bulk = shop.admin.send(shop.admin.request("api/v1/sales")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(body)));
        assertThat(bulk.body().lines().map(line -> line.replaceAll(".*\"status\":(\\d+).*", "$1")))
                .containsExactly("201", "400", "409", "201");
        assertThat(shop.onHand(shop.fifo)).isEqualTo("1");
    }

    private static String withId(String body) {
        return "{\"id\":\"" + newKey() + "\"," + body.substring(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2999-12-31", "2026-02-30", "yesterday"})
    void aDayThatCannotBeIsRefusedByName(String day) {
        Answer refused = shop.admin.post("api/v1/sales",
                "{\"businessDate\":\"" + day + "\"," + shop.sale(shop.fifo, 1).substring(1), key(newKey()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/businessDate");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Answer refused = shop.admin.post("api/v1/sales", "{\"location\":\"" + shop.place + "\",\"currency\":\"XXX\",\"lines\":["
                + "{\"sku\":\"\",\"quantity\":\"1.1234567\"},{\"sku\":\"X\",\"quantity\":\"-1\",\"unitPrice\":\"1e400\"}]}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().findValuesAsText("pointer")).containsExactlyInAnyOrder(
                "#Idempotency-Key", "/currency", "/lines/0/sku", "/lines/0/quantity", "/lines/1/quantity", "/lines/1/unitPrice");
    }

    @Test
    void anAmountThatNoLedgerCanHoldIsRefusedByName() {
        String more = shop.sale(shop.fifo, 1).replace("\"5.00\"", "\"900000000000\"").replace("\"1\"", "\"900000000000\"");
        Answer refused = shop.admin.post("api/v1/sales", more, key(newKey()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("detail").asText()).contains("is beyond what a ledger amount can hold");
    }

    @Test
    void aReturnToItsSaleBringsBackItsCostAndNoMoreThanWasSold() {
        shop.receive(shop.fifo, 4, "1.10");
        String sale = shop.sell(shop.fifo, 2).json().get("id").asText();
        String back = "{\"location\":\"" + shop.place + "\",\"lines\":[{\"sku\":\"" + shop.fifo
                + "\",\"quantity\":\"2\",\"returnOf\":{\"sale\":\"" + sale + "\",\"line\":0}}]}";
        assertThat(shop.admin.post("api/v1/returns", back, key(newKey())).json().get("cost").asText()).isEqualTo("-2.20");
        assertThat(shop.admin.post("api/v1/returns", back, key(newKey())).json().get("code").asText())
                .isEqualTo("returns-too-much");
    }

    @Test
    void aReturnWithoutItsSaleNamesACostPolicy() {
        Answer refused = shop.admin.post("api/v1/returns", shop.sale(shop.fifo, 1), key(newKey()));
        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/unmatched");
    }
}
