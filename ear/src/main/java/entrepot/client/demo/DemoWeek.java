package entrepot.client.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is posted together, in this order: orders, deliveries, returns, notes of goods, sales. Documents are the bodies of
 * the API.
 */
final class DemoWeek {

    /** A body for a resource, with its idempotency key. */
    record Document(String path, UUID key, Map<String, Object> body) {}

    final LocalDate day;
    final List<Document> orders = new ArrayList<>();
    final List<Document> deliveries = new ArrayList<>();
    final List<Map<String, Object>> returns = new ArrayList<>();
    final List<Map<String, Object>> notes = new ArrayList<>();
    final List<Map<String, Object>> sales = new ArrayList<>();

    DemoWeek(LocalDate day) {
        this.day = day;
    }

    /** A body with its fields in order, those that are null left out. */
    static Map<String, Object> body(Object... namesAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int place = 0; place < namesAndValues.length; place += 2) {
            if (namesAndValues[place + 1] != null) {
                body.put((String) namesAndValues[place], namesAndValues[place + 1]);
            }
        }
        return body;
    }

    /** Thousandths as a decimal. */
    static String units(long thousandths) {
        return java.math.BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }
}
