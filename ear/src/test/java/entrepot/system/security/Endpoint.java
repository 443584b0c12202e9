package entrepot.system.security;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Product;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A method of the API, as the running product lists it.
 *
 * @param type what its body must be, or null where it takes none
 * @param body the schema of that body, or null
 */
record Endpoint(String verb, String path, String type, JsonNode body, JsonNode parameters) {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    static List<Endpoint> all(Product product) {
        JsonNode document = document(product);
        List<Endpoint> all = new ArrayList<>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(
                verb -> all.add(endpoint(verb.getKey(), path.getKey(), verb.getValue()))));
        return all;
    }

    static JsonNode document(Product product) {
        return product.as("admin").get("api/v1/openapi").json();
    }

    private static Endpoint endpoint(String verb, String path, JsonNode operation) {
        JsonNode content = operation.path("requestBody").path("content");
        String type = content.has("application/json") ? "application/json" : content.fieldNames().hasNext() ? content.fieldNames().next() : null;
        JsonNode body = type == null ? null : content.path(type).path("schema");
        return new Endpoint(verb.toUpperCase(Locale.ROOT), path, type, body, operation.path("parameters"));
    }

    boolean changes() {
        return !READING.contains(verb);
    }

    boolean takesJson() {
        return "application/json".equals(type);
    }

    /** With {@code value} for every name in the path. */
    String at(String value) {
        return path.substring(1).replaceAll("\\{[^}]+}", value);
    }

    /** Of something that is not there, with an empty body: whoever may ask is told so, and nothing happens. */
    HttpRequest.Builder request(Api api) {
        HttpRequest.Builder request = api.request(at("0"));
        if (type != null) {
            request.header("Content-Type", type);
        }
        return request.method(verb, type == null ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
