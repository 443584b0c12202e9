package entrepot.system.security;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.launcher.Login;
import entrepot.system.Api;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is too large is refused before it costs anything. */
@OnProduct
class LimitsTest {

    private final Product product;

    LimitsTest(Product product) {
        this.product = product;
    }

    @Test
    void twoGigabytesAreRefusedUnread() {
        Login cashier = product.account("cashier");
        String pair = Base64.getEncoder().encodeToString((cashier.name() + ":" + cashier.password()).getBytes(StandardCharsets.UTF_8));
        product.as("cashier").get("api/v1/me");
        for (String path : List.of("/api/v1/sales", "/api/v1/imports")) {
            long begun = System.nanoTime();
            String answer = new Guesser(product, "127.0.0.1").send("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic " + pair
                    + "\r\nContent-Type: application/json\r\nContent-Length: 2147483648\r\n\r\n{");
            assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "too-large");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aBodyThatDoesNotSayHowLargeItIsIsCutOff() {
        Api cashier = product.as("cashier");
        var answer = cashier.send(cashier.request("api/v1/tokens").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(LimitsTest::threeMegabytes)));
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void aFormThatDoesNotSayHowLargeItIsIsRefused() {
        Api nobody = product.anonymous();
        var answer = nobody.send(nobody.request("login").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofInputStream(LimitsTest::threeMegabytes)));
        assertThat(answer.status()).isEqualTo(411);
    }

    private static InputStream threeMegabytes() {
        return new ByteArrayInputStream(("{\"label\":" + " ".repeat(3 << 20) + "\"x\"}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void noListIsLongerThanAThousand() {
        Api admin = product.as("admin");
        Stream<Endpoint> lists = Endpoint.all(product).stream()
                .filter(endpoint -> endpoint.verb().equals("GET") && endpoint.parameters().findValuesAsText("name").contains("limit"));
        assertThat(lists.filter(endpoint -> !List.of(400, 404, 422).contains(admin.get(endpoint.at("0") + "?limit=1001").status()))).isEmpty();
    }

    @Test
    void deepJsonIsRefused() {
        Api admin = product.as("admin");
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        for (String body : List.of(deep, "{\"label\":" + deep + "}", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000))) {
            assertThat(admin.post("api/v1/tokens", body).status()).isEqualTo(400);
        }
    }
}
