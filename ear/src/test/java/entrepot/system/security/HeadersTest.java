package entrepot.system.security;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The headers that tell a browser what not to do, on every kind of answer. */
@OnProduct
class HeadersTest {

    private final Product product;

    HeadersTest(Product product) {
        this.product = product;
    }

    @Test
    void everyAnswerHasThem() {
        answers().forEach((status, answer) -> {
            assertThat(answer.status()).as(status).isEqualTo(Integer.parseInt(status.substring(0, 3)));
            assertThat(header(answer, "Content-Security-Policy")).as(status)
                    .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'")
                    .doesNotContain("unsafe", "*");
            assertThat(header(answer, "X-Content-Type-Options")).as(status).isEqualTo("nosniff");
            assertThat(header(answer, "Strict-Transport-Security")).as(status).contains("max-age=31536000");
            assertThat(header(answer, "Referrer-Policy")).as(status).isEqualTo("same-origin");
        });
    }

    @Test
    void whatPeopleSeeIsKeptInNoCache() {
        Map<String, Answer> answers = answers();
        answers.remove("200 look");
        answers.forEach((status, answer) -> assertThat(answer.response().headers().allValues("Cache-Control")).as(status)
                .anySatisfy(value -> assertThat(value).contains("no-store")));
    }

    @Test
    void noPageNamesThePartsItIsMadeOf() {
        answers().forEach((status, answer) -> {
            assertThat(answer.body()).as(status)
                    .doesNotContainIgnoringCase("wildfly").doesNotContainIgnoringCase("undertow").doesNotContainIgnoringCase("resteasy")
                    .doesNotContainIgnoringCase("mojarra").doesNotContain("Exception", "java.lang", "at entrepot.");
            assertThat(answer.response().headers().map()).as(status).doesNotContainKeys("server", "x-powered-by");
        });
    }

    @Test
    void anErrorOfTheApiIsAProblem() {
        answers().forEach((status, answer) -> {
            if (answer.status() >= 400 && status.contains("api")) {
                assertThat(header(answer, "Content-Type")).as(status).startsWith("application/problem+json");
                assertThat(answer.json().path("status").asInt()).as(status).isEqualTo(answer.status());
                assertThat(answer.json().path("code").asText()).as(status).isNotBlank();
            }
        });
    }

    /** By status and kind. */
    private Map<String, Answer> answers() {
        Api nobody = product.anonymous();
        Api cashier = product.as("cashier");
        var visitor = Visitor.loggedIn(product, "cashier");
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("200 log-in", nobody.get("login"));
        answers.put("200 page", visitor.get("today.xhtml"));
        answers.put("200 look", nobody.get("jakarta.faces.resource/portal.css.xhtml?ln=look"));
        answers.put("200 api", cashier.get("api/v1/me"));
        answers.put("303 page", nobody.get("today.xhtml"));
        answers.put("400 api", cashier.post("api/v1/tokens", "{"));
        answers.put("400 api path", cashier.get("api/v1/accounts/%00%ff"));
        answers.put("401 api", nobody.get("api/v1/me"));
        answers.put("401 log-in", new Visitor(product).form("login", Map.of("name", "nobody-" + System.nanoTime(), "password", "x")));
        answers.put("403 api", cashier.get("api/v1/accounts"));
        answers.put("403 page", visitor.form("logout", Map.of()));
        answers.put("404 api", cashier.get("api/v1/no-such"));
        answers.put("404 api outside", cashier.get("api/no-such"));
        answers.put("404 page", visitor.get("no-such.xhtml"));
        answers.put("404 file", visitor.get("no-such"));
        answers.put("405 api", cashier.send(cashier.request("api/v1/me").DELETE()));
        answers.put("406 api", cashier.send(cashier.request("api/v1/me").header("Accept", "text/html").GET()));
        answers.put("413 api", cashier.post("api/v1/tokens", "{\"label\":\"" + "x".repeat(2_000_000) + "\"}"));
        answers.put("415 api", cashier.send(cashier.request("api/v1/tokens").header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))));
        answers.put("422 api", cashier.post("api/v1/tokens", "{}"));
        return answers;
    }

    private static String header(Answer answer, String name) {
        assertThat(answer.response().headers().allValues(name)).as(name).hasSize(1);
        return answer.response().headers().firstValue(name).orElseThrow();
    }
}
