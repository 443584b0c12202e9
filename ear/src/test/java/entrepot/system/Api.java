package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import entrepot.launcher.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * HTTP to the product, as somebody.
 *
 * @param login null for nobody
 */
public record Api(URI url, HttpClient client, Login login) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What came back. */
    public record Answer(int status, String body, HttpResponse<String> response) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException failure) {
                throw new IllegalStateException("no JSON: " + body, failure);
            }
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json, String... headers) {
        return write("POST", path, json, headers);
    }

    public Answer put(String path, String json, String... headers) {
        return write("PUT", path, json, headers);
    }

    public Answer write(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** For what the others do not cover; the path is below the root, e.g. {@code api/v1/items}. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve("/").resolve(path)).timeout(PATIENCE);
        return login == null ? request : request.header("Authorization", basic());
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What stands at a path once it neither waits nor runs. */
    public JsonNode over(String path, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        JsonNode now = get(path).json();
        while (now.path("status").asText().matches("QUEUED|RUNNING")) {
            assertThat(System.nanoTime()).as("%s is not over after %s: %s", path, patience, now).isLessThan(end);
            Launch.pause(100);
            now = get(path).json();
        }
        return now;
    }

    private String basic() {
        String pair = login.name() + ':' + login.password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
