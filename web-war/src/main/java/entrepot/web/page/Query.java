package entrepot.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The part of an address behind the question mark. What is not given is not there. */
record Query(String text) {

    static Query of(String name, Object value) {
        return new Query("").and(name, value);
    }

    Query and(String name, Object value) {
        String given = value == null ? null : Asked.text(value.toString());
        if (given == null) {
            return this;
        }
        String pair = name + "=" + URLEncoder.encode(given, StandardCharsets.UTF_8);
        return new Query(text.isEmpty() ? pair : text + "&" + pair);
    }
}
