package entrepot.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import entrepot.launcher.CannotStart;
import entrepot.launcher.DataFolder;
import entrepot.launcher.Login;
import entrepot.launcher.RunningProduct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** The REST API of the instance on a data folder, as one of its accounts. What it refuses is told as one sentence. */
public final class Rest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String API = "api/v1/";

    private final RunningProduct product;
    private final HttpClient client;
    private final Login login;

    private Rest(RunningProduct product, Login login) {
        this.product = product;
        this.client = product.client();
        this.login = login;
    }

    /** As the admin of the first start, or as {@code ENTREPOT_USER} with {@code ENTREPOT_PASSWORD}. */
    public static Rest on(Path data) {
        RunningProduct product = RunningProduct.on(DataFolder.at(data));
        String user = System.getenv("ENTREPOT_USER");
        return new Rest(product, user == null || user.isBlank()
                ? product.account("admin")
                : new Login(user, System.getenv().getOrDefault("ENTREPOT_PASSWORD", "")));
    }

    /** The API said no. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(int status, String detail) {
            super(detail);
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    public JsonNode get(String path) {
        return json(send(product.request(login, API + path).GET()), Set.of(200));
    }

    /** @return the body, or null for 404 */
    public JsonNode find(String path) {
        HttpResponse<String> answer = send(product.request(login, API + path).GET());
        return answer.statusCode() == 404 ? null : json(answer, Set.of(200));
    }

    /** @param key for what posts or orders, else null */
    public JsonNode post(String path, UUID key, Object body) {
        return write("POST", path, "application/json", key, text(body));
    }

    public JsonNode put(String path, Object body) {
        return write("PUT", path, "application/json", null, text(body));
    }

    public JsonNode upload(String path, Path file) throws IOException {
        return write("PUT", path, "application/octet-stream", null, BodyPublishers.ofFile(file));
    }

    /** Many documents, one a line; the answers, one a line. */
    public String bulk(String path, String lines) {
        HttpResponse<String> answer = send(product.request(login, API + path)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));
        if (answer.statusCode() != 200) {
            throw refused(answer);
        }
        return answer.body();
    }

    private JsonNode write(String method, String path, String type, UUID key, BodyPublisher body) {
        HttpRequest.Builder request = product.request(login, API + path).header("Content-Type", type).method(method, body);
        if (key != null) {
            request.header("Idempotency-Key", key.toString());
        }
        return json(send(request), Set.of(200, 201, 202, 204));
    }

    private static BodyPublisher text(Object body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("cannot be written as JSON: " + body, broken);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException("Entrepot at " + product.url() + " does not answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Stopped while waiting for Entrepot.", interrupted);
        }
    }

    private static JsonNode json(HttpResponse<String> answer, Set<Integer> good) {
        if (!good.contains(answer.statusCode())) {
            throw refused(answer);
        }
        return answer.body().isBlank() ? JSON.createObjectNode() : tree(answer.body());
    }

    private static Refused refused(HttpResponse<String> answer) {
        String detail = "answer " + answer.statusCode();
        if (answer.headers().firstValue("Content-Type").orElse("").contains("json")) {
            JsonNode problem = tree(answer.body());
            StringBuilder text = new StringBuilder(problem.path("detail").asText(detail));
            problem.path("errors").forEach(error -> text.append(System.lineSeparator()).append("    ")
                    .append(error.path("pointer").asText()).append(": ").append(error.path("detail").asText()));
            detail = text.toString();
        }
        return new Refused(answer.statusCode(), detail);
    }

    public static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Entrepot did not answer with JSON: " + text, broken);
        }
    }
}
