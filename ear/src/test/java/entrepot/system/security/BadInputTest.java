package entrepot.system.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every field, query parameter and path of the API gets values that nobody should send. The answer is never the server's
 * fault, and comes within a second. Each field gets {@code bad.input.values} of them (6 unless told), each value some field.
 */
@OnProduct
class BadInputTest {

    private static final int VALUES = Integer.getInteger("bad.input.values", 6);
    /** Where a wrong value counts as a guess ({@link LockOutTest} has it), and where a right one renames the product for all. */
    private static final Set<String> SPARED = Set.of("/api/v1/me/password", "/api/v1/company/demo");

    private final Product product;
    private final JsonNode schemas;
    private final List<String> values = NaughtyValues.all();
    private final List<Long> millis = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final long logged;
    private int next;

    BadInputTest(Product product) throws IOException {
        this.product = product;
        this.schemas = Endpoint.document(product).at("/components/schemas");
        this.logged = log().count();
    }

    @Test
    void everyFieldOfEveryBody() throws IOException {
        assertThat(values).hasSizeGreaterThan(500);
        Api admin = product.as("admin");
        bodies().forEach(endpoint -> holes(endpoint.body(), 0).forEach(hole -> {
            for (int i = 0; i < VALUES; i++) {
                String value = value();
                note(endpoint + " " + hole.replace("\0", "HERE"), value, () -> admin.write(endpoint.verb(), endpoint.at("0"), hole.replace("\0", value)));
            }
        }));
        verdict();
    }

    @Test
    void everyValueAsTheWholeBody() throws IOException {
        Api admin = product.as("admin");
        bodies().forEach(endpoint -> {
            for (int i = 0; i < VALUES; i++) {
                String value = value();
                note(endpoint.toString(), value, () -> admin.write(endpoint.verb(), endpoint.at("0"), value));
            }
        });
        verdict();
    }

    @Test
    void everyQueryParameterAndPath() throws IOException {
        Api admin = product.as("admin");
        Stream<Endpoint> reading = Endpoint.all(product).stream().filter(endpoint -> endpoint.verb().equals("GET"));
        reading.forEach(endpoint -> endpoint.parameters().forEach(parameter -> {
            for (int i = 0; i < VALUES; i++) {
                String value = text(value());
                String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
                String in = parameter.path("in").asText();
                if (in.equals("query")) {
                    note(endpoint + " ?" + parameter.path("name").asText(), value,
                            () -> admin.get(endpoint.at("0") + "?" + parameter.path("name").asText() + "=" + encoded));
                } else if (in.equals("path") && !value.isBlank()) {
                    note(endpoint + " path", value, () -> admin.get(endpoint.at(encoded)));
                }
            }
        }));
        verdict();
    }

    @Test
    void headersThatAreNone() throws IOException {
        Api admin = product.as("admin");
        for (String value : List.of("x", "0", "'", "%0d%0a", "\"\"", "W/\"x\"", "*", "x".repeat(5000))) {
            Endpoint.all(product).stream().filter(Endpoint::takesJson).forEach(endpoint -> note(endpoint + " headers", value,
                    () -> admin.write(endpoint.verb(), endpoint.at("0"), "{}", "Idempotency-Key", value, "If-Match", value)));
        }
        verdict();
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        Api admin = product.as("admin");
        for (byte[] bytes : new byte[][] {{}, {0}, {(byte) 0xff, (byte) 0xfe}, {(byte) 0xc0, (byte) 0x80}, {'{', '"', (byte) 0xe9, '"', ':', '1', '}'}}) {
            bodies().forEach(endpoint -> note(endpoint.toString(), "bytes", () -> admin.send(admin.request(endpoint.at("0"))
                    .header("Content-Type", "application/json").method(endpoint.verb(), BodyPublishers.ofByteArray(bytes)))));
        }
        verdict();
    }

    private Stream<Endpoint> bodies() {
        return Endpoint.all(product).stream().filter(Endpoint::takesJson).filter(endpoint -> !SPARED.contains(endpoint.path()));
    }

    private String value() {
        return values.get(next++ % values.size());
    }

    private static String text(String json) {
        String bare = json.startsWith("\"") && json.endsWith("\"") && json.length() > 1 ? json.substring(1, json.length() - 1) : json;
        return bare.length() > 2000 ? bare.substring(0, 2000) : bare;
    }

    private void note(String where, String value, Supplier<Answer> request) {
        long begun = System.nanoTime();
        Answer answer = request.get();
        millis.add((System.nanoTime() - begun) / 1_000_000);
        boolean told = answer.status() < 400 || answer.response().headers().firstValue("Content-Type").orElse("").contains("application/problem+json");
        boolean leaks = answer.status() >= 400 && (answer.body().contains("Exception") || answer.body().contains("\tat "));
        if (answer.status() >= 500 || !told || leaks) {
            faults.add(where + " = " + (value.length() > 60 ? value.substring(0, 60) + "…" : value) + " -> " + answer.status() + " "
                    + (answer.body().length() > 200 ? answer.body().substring(0, 200) : answer.body()));
        }
    }

    private void verdict() throws IOException {
        assertThat(faults).isEmpty();
        List<Long> sorted = millis.stream().sorted().toList();
        assertThat(sorted.get(sorted.size() * 99 / 100)).as("99 of 100 answers of " + sorted.size() + ", in milliseconds").isLessThan(1000);
        assertThat(log().skip(logged).filter(line -> !line.startsWith("{") || !line.endsWith("}"))).as("events of several lines").isEmpty();
    }

    private Stream<String> log() throws IOException {
        return Files.readAllLines(product.data().resolve("log/server.log")).stream();
    }

    /** A body of this schema, once for each field, with a hole ({@code \0}) where the field's value was. */
    private List<String> holes(JsonNode schema, int depth) {
        JsonNode found = resolve(schema);
        List<String> holes = new ArrayList<>();
        if (depth > 4 || !found.has("properties")) {
            holes.add("\0");
            return holes;
        }
        found.path("properties").fields().forEachRemaining(field -> {
            holes.add(object(found, field.getKey(), "\0", depth));
            JsonNode inner = resolve(field.getValue());
            if (inner.has("properties")) {
                holes(inner, depth + 1).forEach(hole -> holes.add(object(found, field.getKey(), hole, depth)));
            } else if (resolve(inner.path("items")).has("properties")) {
                holes(inner.path("items"), depth + 1).forEach(hole -> holes.add(object(found, field.getKey(), "[" + hole + "]", depth)));
            }
        });
        return holes;
    }

    private String object(JsonNode schema, String name, String value, int depth) {
        List<String> fields = new ArrayList<>();
        schema.path("properties").fields().forEachRemaining(field ->
                fields.add("\"" + field.getKey() + "\":" + (field.getKey().equals(name) ? value : plain(field.getValue(), depth + 1))));
        return "{" + String.join(",", fields) + "}";
    }

    /** Something that this schema allows. */
    private String plain(JsonNode schema, int depth) {
        JsonNode found = resolve(schema);
        return switch (found.path("type").asText()) {
            case "integer" -> "1";
            case "boolean" -> "true";
            case "array" -> depth > 4 ? "[]" : "[" + plain(found.path("items"), depth + 1) + "]";
            case "object" -> depth > 4 ? "{}" : object(found, "", "", depth);
            default -> found.has("enum") ? found.path("enum").path(0).toString() : "\"X\"";
        };
    }

    private JsonNode resolve(JsonNode schema) {
        String name = schema.path("$ref").asText();
        return name.isEmpty() ? schema : schemas.path(name.substring(name.lastIndexOf('/') + 1));
    }
}
