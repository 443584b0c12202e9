package entrepot.system.security;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.launcher.Login;
import entrepot.system.Api;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every method of the API times every role, against {@code security/authorization.csv}: {@code +} may, {@code -} may not.
 * A method without a row fails, and the message has the row to fill in. Nothing fills it in by itself: a right is decided.
 */
@OnProduct
class AuthorizationMatrixTest {

    private final Product product;
    private final List<String> columns = new ArrayList<>();
    private final Map<String, List<String>> rows = new TreeMap<>();

    AuthorizationMatrixTest(Product product) throws IOException {
        this.product = product;
        read();
    }

    @Test
    void everyMethodHasARowAndEveryRowAMethod() {
        List<String> deployed = Endpoint.all(product).stream().map(Endpoint::toString).toList();
        List<String> missing = deployed.stream().filter(endpoint -> !rows.containsKey(endpoint)).sorted()
                .map(endpoint -> endpoint + ",-,-" + ",?".repeat(columns.size() - 2))
                .toList();
        assertThat(missing).as("decide who may call these, and add the rows to authorization.csv").isEmpty();
        assertThat(rows.keySet()).as("rows of methods that are gone").isSubsetOf(deployed);
    }

    @Test
    void everyCellIsAsTheTableSays() {
        Map<String, Function<Endpoint, HttpRequest.Builder>> callers = callers();
        Api sender = product.anonymous();
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.all(product)) {
            List<String> row = rows.getOrDefault(endpoint.toString(), List.of());
            for (int i = 0; i < row.size(); i++) {
                String caller = columns.get(i);
                int status = sender.send(callers.get(caller).apply(endpoint)).status();
                if (!fits(row.get(i), caller, status)) {
                    wrong.add(endpoint + " as " + caller + ": " + row.get(i) + " but " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean fits(String cell, String caller, int status) {
        boolean nobody = caller.equals("none") || caller.equals("closed");
        return switch (cell) {
            case "+" -> status != 401 && status != 403 && status < 500;
            case "-" -> status == (nobody ? 401 : 403);
            default -> false;
        };
    }

    private Map<String, Function<Endpoint, HttpRequest.Builder>> callers() {
        Map<String, Function<Endpoint, HttpRequest.Builder>> callers = new LinkedHashMap<>();
        Api anonymous = product.anonymous();
        for (String column : columns) {
            if (column.equals("none")) {
                callers.put(column, endpoint -> endpoint.request(anonymous));
            } else if (column.equals("closed")) {
                String token = tokenOfAClosedAccount();
                callers.put(column, endpoint -> endpoint.request(anonymous).header("Authorization", "Bearer " + token));
            } else {
                Api role = product.as(column);
                callers.put(column, endpoint -> endpoint.request(role));
            }
        }
        return callers;
    }

    /** Of an account with every role, which was good until the account was closed. */
    private String tokenOfAClosedAccount() {
        Login login = new Login("closed-" + Long.toString(System.nanoTime(), 36), "a drum of copper wire");
        String roles = columns.stream().skip(2).map(role -> '"' + role + '"').collect(Collectors.joining(","));
        Api admin = product.as("admin");
        assertThat(admin.post("api/v1/accounts", "{\"name\":\"" + login.name() + "\",\"displayName\":\"Closed\",\"password\":\""
                + login.password() + "\",\"roles\":[" + roles + "]}").status()).isEqualTo(201);
        Api closed = new Api(product.url(), admin.client(), login);
        String token = closed.post("api/v1/tokens", "{\"label\":\"all\"}").json().path("secret").asText();
        assertThat(token).isNotEmpty();
        assertThat(admin.send(admin.request("api/v1/accounts/" + login.name() + "/close").POST(BodyPublishers.noBody())).status())
                .isEqualTo(200);
        assertThat(closed.get("api/v1/me").status()).isEqualTo(401);
        return token;
    }

    private void read() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                AuthorizationMatrixTest.class.getResourceAsStream("/security/authorization.csv"), StandardCharsets.UTF_8))) {
            columns.addAll(Arrays.asList(reader.readLine().split(",")).subList(1, 13));
            reader.lines().filter(line -> !line.isBlank()).map(line -> line.split(","))
                    .forEach(cells -> rows.put(cells[0], Arrays.asList(cells).subList(1, cells.length)));
        }
    }
}
