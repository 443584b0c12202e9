package entrepot.system.security;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Another site that sends a visitor's browser here with the visitor's session changes nothing. */
@OnProduct
class CrossSiteTest {

    private final Product product;

    CrossSiteTest(Product product) {
        this.product = product;
    }

    private Stream<Endpoint> changing() {
        return Endpoint.all(product).stream().filter(Endpoint::changes);
    }

    @Test
    void aSessionWithoutItsTokenChangesNothing() {
        Visitor admin = Visitor.loggedIn(product, "admin");
        assertThat(changing().filter(endpoint -> admin.send(admin.request(endpoint)).status() != 403)).isEmpty();
        assertThat(changing().filter(endpoint -> admin.send(
                admin.request(endpoint).header("X-CSRF-Token", "x".repeat(43))).status() != 403)).isEmpty();
    }

    @Test
    void theTokenOfAnotherSessionIsNoToken() {
        Visitor admin = Visitor.loggedIn(product, "admin");
        String other = Visitor.loggedIn(product, "admin").token();
        assertThat(admin.send(token(admin, other)).status()).isEqualTo(403);
    }

    @Test
    void anotherOriginChangesNothingEvenWithTheToken() {
        Visitor admin = Visitor.loggedIn(product, "admin");
        String token = admin.token();
        for (String[] header : new String[][] {
            {"Origin", "https://evil.example"}, {"Origin", "null"}, {"Origin", "http://127.0.0.1:" + product.url().getPort()},
            {"Origin", "https://127.0.0.1"}, {"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}}) {
            assertThat(admin.send(token(admin, token).header(header[0], header[1])).status()).as(String.join(" ", header)).isEqualTo(403);
        }
        assertThat(admin.form("logout", Map.of("csrf", token), "Origin", "https://evil.example").status()).isEqualTo(403);
        assertThat(new Visitor(product).form("login", Map.of("name", "x", "password", "y"), "Origin", "https://evil.example").status())
                .isEqualTo(403);
    }

    @Test
    void ourOwnPagesMay() {
        Visitor admin = Visitor.loggedIn(product, "admin");
        String origin = product.url().toString().replaceAll("/$", "");
        Answer answer = admin.send(token(admin, admin.token()).header("Origin", origin).header("Sec-Fetch-Site", "same-origin"));
        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void aPageTakesNoFormWithoutTheToken() {
        Visitor cashier = Visitor.loggedIn(product, "cashier");
        assertThat(cashier.form("jobs.xhtml", Map.of("jakarta.faces.ViewState", "stateless")).status()).isEqualTo(403);
        assertThat(cashier.form("logout", Map.of()).status()).isEqualTo(403);
        assertThat(cashier.get("today.xhtml").status()).isEqualTo(200);
    }

    @Test
    void everyFormThatChangesSomethingHasTheToken() {
        Visitor admin = Visitor.loggedIn(product, "admin");
        String page = admin.get("jobs.xhtml").body();
        long forms = page.split("(?i)<form[^>]*method=\"post\"", -1).length - 1;
        assertThat(forms).isGreaterThan(1);
        assertThat(page.split("name=\"csrf\" value=\"" + admin.token(), -1)).hasSize((int) forms + 1);
    }

    /** A browser sends what it knows of HTTP Basic to everybody's requests. */
    @Test
    void basicFromAnotherSiteChangesNothing() {
        Api admin = product.as("admin");
        assertThat(changing().filter(endpoint -> admin.send(
                endpoint.request(admin).header("Sec-Fetch-Site", "cross-site")).status() != 403)).isEmpty();
    }

    @Test
    void whatAFormCanSendIsNoJson() {
        Api admin = product.as("admin");
        List<String> taken = new ArrayList<>();
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
            changing().filter(Endpoint::takesJson)
                    .filter(endpoint -> admin.send(admin.request(endpoint.at("0")).header("Content-Type", type)
                            .method(endpoint.verb(), BodyPublishers.ofString("{}"))).status() != 415)
                    .forEach(endpoint -> taken.add(endpoint + " as " + type));
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void nothingChangesByGet() {
        Api admin = product.as("admin");
        List<String> reading = Endpoint.all(product).stream().filter(endpoint -> !endpoint.changes()).map(Endpoint::path).toList();
        assertThat(changing().filter(endpoint -> !reading.contains(endpoint.path()))
                .filter(endpoint -> !List.of(404, 405).contains(admin.get(endpoint.at("0")).status()))).isEmpty();
    }

    private static HttpRequest.Builder token(Visitor visitor, String token) {
        return visitor.request("api/v1/tokens").header("Content-Type", "application/json").header("X-CSRF-Token", token)
                .POST(BodyPublishers.ofString("{}"));
    }
}
