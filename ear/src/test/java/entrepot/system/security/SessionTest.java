package entrepot.system.security;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.launcher.Login;
import entrepot.system.Api;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnProduct
class SessionTest {

    private final Product product;

    SessionTest(Product product) {
        this.product = product;
    }

    @Test
    void theCookieIsForThisHostOverTlsAndForNoScript() {
        var answer = new Visitor(product).logIn(product.account("cashier"));
        assertThat(answer.response().headers().allValues("Set-Cookie")).singleElement().asString()
                .startsWith("__Host-entrepot=")
                .containsIgnoringCase("; secure")
                .containsIgnoringCase("; httponly")
                .containsIgnoringCase("; samesite=lax")
                .containsIgnoringCase("; path=/")
                .doesNotContainIgnoringCase("domain=");
    }

    @Test
    void noSessionBeginsBeforeTheLogIn() {
        var visitor = new Visitor(product);
        visitor.get("login");
        visitor.get("today.xhtml");
        visitor.form("login", Map.of("name", "cashier", "password", "not this one"));
        assertThat(visitor.session()).isNull();
    }

    @Test
    void aSessionThatSomebodyElseChoseIsNotAdopted() {
        var visitor = Visitor.loggedIn(product, "cashier");
        String before = visitor.session();
        visitor.logIn(product.account("buyer"));
        assertThat(visitor.session()).isNotEqualTo(before);
        visitor.bring(before);
        assertThat(visitor.get("today.xhtml").status()).isEqualTo(303);
        visitor.bring("chosen-by-somebody-else");
        visitor.logIn(product.account("cashier"));
        assertThat(visitor.session()).isNotEqualTo("chosen-by-somebody-else");
    }

    @Test
    void afterTheLogOutTheIdIsWorthNothing() {
        var visitor = Visitor.loggedIn(product, "cashier");
        String id = visitor.session();
        assertThat(visitor.form("logout", Map.of("csrf", visitor.token())).status()).isEqualTo(303);
        visitor.bring(id);
        assertThat(visitor.get("today.xhtml").status()).isEqualTo(303);
        assertThat(visitor.get("api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void programsGetNoSession() {
        assertThat(product.as("cashier").get("api/v1/me").response().headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void theIdIsNeverInTheAddress() {
        var visitor = Visitor.loggedIn(product, "cashier");
        String id = visitor.session();
        assertThat(visitor.get("today.xhtml").body()).doesNotContain("jsessionid", id);
        visitor.bring(null);
        assertThat(visitor.get("today.xhtml;jsessionid=" + id).status()).isEqualTo(303);
    }

    @Test
    void aLogInLeadsOnlyToOurselves() {
        Login cashier = product.account("cashier");
        for (String to : new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nX: y"}) {
            var answer = new Visitor(product).form("login", Map.of("name", cashier.name(), "password", cashier.password(), "to", to));
            assertThat(answer.response().headers().firstValue("Location")).as(to).hasValue("/");
        }
    }

    @Test
    void aNewPasswordEndsEverySession() {
        Login login = made("cashier");
        var visitor = new Visitor(product);
        visitor.logIn(login);
        assertThat(product.as("admin").put("api/v1/accounts/" + login.name() + "/password", "{\"password\":\"a sack of roasted beans\"}")
                .status()).isEqualTo(200);
        assertThat(visitor.get("today.xhtml").status()).isEqualTo(303);
    }

    @Test
    void anAdministratorEndsTheSessionsOfOneAccount() {
        Login login = made("cashier");
        var one = new Visitor(product);
        var other = new Visitor(product);
        one.logIn(login);
        other.logIn(login);
        var bystander = Visitor.loggedIn(product, "cashier");
        Api admin = product.as("admin");
        assertThat(admin.send(admin.request("api/v1/accounts/" + login.name() + "/sessions").DELETE()).status()).isEqualTo(204);
        assertThat(one.get("today.xhtml").status()).isEqualTo(303);
        assertThat(other.get("api/v1/me").status()).isEqualTo(401);
        assertThat(bystander.get("today.xhtml").status()).isEqualTo(200);
        one.logIn(login);
        assertThat(one.get("today.xhtml").status()).isEqualTo(200);
    }

    @Test
    void aChangeOfRightsHoldsForTheNextRequest() {
        Login login = made("cashier");
        Api api = new Api(product.url(), product.anonymous().client(), login);
        assertThat(api.get("api/v1/accounts").status()).isEqualTo(403);
        product.as("admin").put("api/v1/accounts/" + login.name() + "/roles", "{\"roles\":[\"admin\"]}");
        assertThat(api.get("api/v1/accounts").status()).isEqualTo(200);
        product.as("admin").put("api/v1/accounts/" + login.name() + "/roles", "{\"roles\":[\"cashier\"]}");
        assertThat(api.get("api/v1/accounts").status()).isEqualTo(403);
    }

    @Test
    void aTokenGrantsWhatItWasMadeForUntilItIsRevoked() {
        Api admin = product.as("admin");
        var made = admin.post("api/v1/tokens", "{\"label\":\"till 4\",\"days\":1}").json();
        Api nobody = product.anonymous();
        String bearer = "Bearer " + made.path("secret").asText();
        assertThat(nobody.send(nobody.request("api/v1/accounts").header("Authorization", bearer)).status()).isEqualTo(200);
        assertThat(admin.get("api/v1/tokens").body()).doesNotContain(made.path("secret").asText());
        assertThat(admin.send(admin.request("api/v1/tokens/" + made.path("id").asText()).DELETE()).status()).isEqualTo(204);
        assertThat(nobody.send(nobody.request("api/v1/accounts").header("Authorization", bearer)).status()).isEqualTo(401);
    }

    /** Those that come together are looked up together, and each answer is its own. */
    @Test
    void ofTokensThatComeTogetherEachIsItsOwnAccounts() {
        List<String> names = List.of("cashier", "storekeeper", "buyer", "accountant", "quant", "nobody");
        Map<String, String> bearers = names.stream().collect(Collectors.toMap(name -> name, name -> "Bearer " + (name.equals("nobody") ? "ent_unknown"
                : product.as(name).post("api/v1/tokens", "{\"label\":\"beside others\"}").json().path("secret").asText())));
        Api api = product.anonymous();
        ExecutorService tills = Executors.newFixedThreadPool(24);
        List<Future<String>> answers = IntStream.range(0, 600).mapToObj(number -> tills.submit(() -> {
            Api.Answer answer = api.send(api.request("api/v1/me").header("Authorization", bearers.get(names.get(number % names.size()))));
            return answer.status() == 200 ? answer.json().path("name").asText() : answer.status() == 401 ? "nobody" : answer.body();
        })).toList();
        tills.shutdown();
        assertThat(answers).extracting(Future::get).isEqualTo(IntStream.range(0, 600).mapToObj(number -> names.get(number % names.size())).toList());
    }

    @Test
    void nobodyMakesATokenForMoreThanOneself() {
        assertThat(product.as("cashier").post("api/v1/tokens", "{\"label\":\"more\",\"roles\":[\"admin\"]}").status()).isEqualTo(422);
        Api buyer = product.as("buyer");
        String id = buyer.post("api/v1/tokens", "{\"label\":\"mine\"}").json().path("id").asText();
        Api cashier = product.as("cashier");
        assertThat(cashier.send(cashier.request("api/v1/tokens/" + id).DELETE()).status()).isEqualTo(404);
    }

    @Test
    void theLastAdministratorStays() {
        Api admin = product.as("admin");
        assertThat(admin.put("api/v1/accounts/admin/roles", "{\"roles\":[\"cashier\"]}").status()).isEqualTo(409);
        assertThat(admin.send(admin.request("api/v1/accounts/admin/close").POST(BodyPublishers.noBody())).status()).isEqualTo(409);
    }

    private Login made(String role) {
        Login login = new Login("made-" + Long.toString(System.nanoTime(), 36), "eleven drums of cable");
        assertThat(product.as("admin").post("api/v1/accounts", "{\"name\":\"" + login.name() + "\",\"displayName\":\"Made\",\"password\":\""
                + login.password() + "\",\"roles\":[\"" + role + "\"]}").status()).isEqualTo(201);
        return login;
    }
}
