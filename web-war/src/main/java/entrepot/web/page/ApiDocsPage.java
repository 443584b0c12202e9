package entrepot.web.page;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.web.api.OpenApi;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What can a program do here, and who may? The OpenAPI document, to be read. */
@Named("apiDocs")
@RequestScoped
public class ApiDocsPage {

    private static final int DEEPEST = 4;

    /** The methods of one noun. */
    public record Noun(String name, List<Operation> operations) {
        public String getName() {
            return name;
        }

        public List<Operation> getOperations() {
            return operations;
        }
    }

    /** One method. @param asks parameters and body, in short */
    public record Operation(String verb, String path, String roles, String asks, String answers) {
        public String getVerb() {
            return verb;
        }

        public String getPath() {
            return path;
        }

        public String getRoles() {
            return roles;
        }

        public String getAsks() {
            return asks;
        }

        public String getAnswers() {
            return answers;
        }
    }

    private final JsonNode document = OpenApi.describe();

    public List<Noun> getNouns() {
        Map<String, List<Operation>> nouns = new TreeMap<>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(verb -> nouns
                .computeIfAbsent(verb.getValue().path("tags").path(0).asText(), ignored -> new ArrayList<>())
                .add(operation(verb.getKey(), path.getKey(), verb.getValue()))));
        return nouns.entrySet().stream().map(noun -> new Noun(noun.getKey(), noun.getValue())).toList();
    }

    private Operation operation(String verb, String path, JsonNode operation) {
        List<String> asks = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> asks.add(mark(parameter) + parameter.path("name").asText()));
        operation.path("requestBody").path("content").fields().forEachRemaining(
                content -> asks.add(content.getKey() + " " + shape(content.getValue().path("schema"), 0)));
        String roles = StreamSupport.stream(operation.path("x-roles").spliterator(), false)
                .map(JsonNode::asText).collect(Collectors.joining(" "));
        JsonNode answer = operation.path("responses").path("200").path("content").path("application/json").path("schema");
        return new Operation(verb.toUpperCase(Locale.ROOT), path, roles, String.join("\n", asks), shape(answer, 0));
    }

    private static String mark(JsonNode parameter) {
        return switch (parameter.path("in").asText()) {
            case "query" -> "?";
            case "header" -> "# ";
            default -> "/";
        };
    }

    /** A schema in one line, such as {@code {label, roles: [], days: integer}}; a plain string says nothing. */
    private String shape(JsonNode schema, int depth) {
        if (schema.has("$ref")) {
            return shape(document.at(schema.path("$ref").asText().substring(1)), depth);
        }
        return switch (schema.path("type").asText()) {
            case "array" -> "[" + shape(schema.path("items"), depth + 1) + "]";
            case "object" -> depth > DEEPEST ? "{…}" : "{" + fields(schema, depth) + "}";
            case "string" -> schema.path("format").asText("");
            default -> schema.path("type").asText("");
        };
    }

    private String fields(JsonNode schema, int depth) {
        List<String> fields = new ArrayList<>();
        schema.path("properties").fields().forEachRemaining(field -> {
            String shape = shape(field.getValue(), depth + 1);
            fields.add(shape.isEmpty() ? field.getKey() : field.getKey() + ": " + shape);
        });
        return String.join(", ", fields);
    }
}
