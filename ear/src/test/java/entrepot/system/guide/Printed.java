package entrepot.system.guide;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An answer as a guide prints it: shortened, so it may leave fields and later elements out; {@code …} stands for any text,
 * and {@code $name} keeps a value for later.
 */
final class Printed {

    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonParser.Feature.ALLOW_COMMENTS).build();

    private final Map<String, String> kept;

    Printed(Map<String, String> kept) {
        this.kept = kept;
    }

    /** Both may be several values, as of many documents at once. @return where the answer is another one, or nothing */
    Optional<String> differs(String printed, String answer) {
        try {
            return differs("", values(printed), values(answer));
        } catch (IOException failure) {
            return Optional.of("no JSON: " + failure.getMessage());
        }
    }

    private static JsonNode values(String text) throws IOException {
        ArrayNode values = JSON.createArrayNode();
        try (MappingIterator<JsonNode> each = JSON.readerFor(JsonNode.class).readValues(text)) {
            each.forEachRemaining(values::add);
        }
        return values;
    }

    private Optional<String> differs(String pointer, JsonNode printed, JsonNode answer) {
        if (printed.isObject()) {
            for (var field : printed.properties()) {
                Optional<String> found = differs(pointer + '/' + field.getKey(), field.getValue(), answer.path(field.getKey()));
                if (found.isPresent()) {
                    return found;
                }
            }
            return answer.isObject() ? Optional.empty() : said(pointer, printed, answer);
        }
        if (printed.isArray()) {
            for (int place = 0; place < printed.size(); place++) {
                Optional<String> found = differs(pointer + '/' + place, printed.get(place), answer.path(place));
                if (found.isPresent()) {
                    return found;
                }
            }
            return answer.isArray() ? Optional.empty() : said(pointer, printed, answer);
        }
        return isMeant(printed, answer) ? Optional.empty() : said(pointer, printed, answer);
    }

    private boolean isMeant(JsonNode printed, JsonNode answer) {
        String text = printed.asText();
        if (printed.isTextual() && text.startsWith("$")) {
            return !answer.isMissingNode() && answer.asText().equals(kept.computeIfAbsent(text.substring(1), name -> answer.asText()));
        }
        if (printed.isTextual() && text.contains("…") && answer.isTextual()) {
            return answer.asText().matches("(?s)" + Pattern.quote(text).replace("…", "\\E.*\\Q"));
        }
        return printed.equals(answer);
    }

    private static Optional<String> said(String pointer, JsonNode printed, JsonNode answer) {
        return Optional.of(pointer + " is printed as " + printed + " and was " + (answer.isMissingNode() ? "not there" : answer));
    }
}
