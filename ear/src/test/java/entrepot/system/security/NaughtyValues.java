package entrepot.system.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Values that nobody should send, written as JSON. */
final class NaughtyValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    private NaughtyValues() {}

    static List<String> all() {
        List<String> all = new ArrayList<>(List.of(
                "null", "true", "0", "-0", "-1", "0.1", "1e400", "-1e400", "1E-400", "9223372036854775807", "9223372036854775808",
                "1000000000000000000", "0.0000001", "NaN", "Infinity", "-Infinity", "0x10", "1_000", "+1", ".5", "1.", "{}", "[]", "[[]]",
                "[null]", "[{}]", "{\"a\":1}", "[1,2,3]", "\"\"", "\" \"", "\"-0\"", "\"1e400\"", "\"1E5\"", "\"NaN\"", "\"0.0000001\"",
                "\"-1\"", "\"1000000000000000000\"", "\"1,5\"", "\"1.5.5\"", "\"٣\"", "\"Ⅷ\"", "\"1900-01-01\"", "\"2999-12-31\"",
                "\"0000-00-00\"", "\"2026-02-30\"", "\"+999999999-12-31\"", "\"9999999999-01-01T00:00:00Z\"", "\"XXX\"", "\"EURO\"",
                "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"a\\u0000b\"", "\"a\\r\\nSet-Cookie: x=y\"", "\"\\u202e\\u2066abc\"", "\"\\ufeff\"",
                "\"\\u0008\\u001b[31m\"", "\"../../../../etc/passwd\"", "\"..\\\\..\\\\windows\\\\win.ini\"", "\"file:///etc/passwd\"",
                "\"' OR '1'='1\"", "\"1; DROP TABLE posting; --\"", "\"') UNION SELECT hash FROM user_account -- \"", "\"#{1+1}\"",
                "\"${jndi:ldap://127.0.0.1:1/a}\"", "\"%{1+1}\"", "\"=cmd|' /C calc'!A0\"", "\"@SUM(1+1)\"", "\"<script>alert(1)</script>\"",
                "\"%00\"", "\"%0d%0a\"", "\"00000000-0000-0000-0000-00000000000\"", "\"" + "x".repeat(100_000) + "\"",
                "\"" + "\\u00e9".repeat(5000) + "\"", "1" + "0".repeat(5000), "\"" + "9".repeat(5000) + "\"", "[".repeat(60) + "]".repeat(60)));
        listed().forEach(text -> all.add(text.toString()));
        return all;
    }

    private static JsonNode listed() {
        try (InputStream in = NaughtyValues.class.getResourceAsStream("/security/naughty-strings.json")) {
            return JSON.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
