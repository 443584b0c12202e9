package entrepot.inventory.stock.server;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which items. Null where it does not matter; what is given must all hold.
 *
 * @param text     every word begins the SKU or a word of the name, or is a barcode
 * @param category code
 * @param supplier code
 */
public record ItemFilter(String text, String category, String supplier, State state) {

    /** OUT: sold lately and nothing on hand. NONE: nothing on hand. */
    public enum State { ACTIVE, RETIRED, HELD, NONE, OUT }

    private static final String WORD = "(i.sku LIKE :w# ESCAPE '!' OR i.name LIKE :w# ESCAPE '!' OR i.name LIKE :m# ESCAPE '!'"
            + " OR EXISTS (SELECT 1 FROM barcode b WHERE b.item_id = i.id AND b.gtin = :g#))";

    /** A condition on item {@code i}, category {@code c}, supplier {@code s} and pool sum {@code p}, and its values. */
    record Condition(String sql, Map<String, Object> values) {}

    Condition condition(LocalDate soldSince) {
        List<String> parts = new ArrayList<>(List.of("TRUE"));
        Map<String, Object> values = new TreeMap<>();
        words(parts, values);
        code("c.code", category, parts, values);
        code("s.code", supplier, parts, values);
        if (state != null) {
            parts.add(switch (state) {
                case ACTIVE -> "i.active";
                case RETIRED -> "NOT i.active";
                case HELD -> "p.on_hand > 0";
                case NONE -> "COALESCE(p.on_hand, 0) = 0";
                case OUT -> "i.active AND COALESCE(p.on_hand, 0) <= 0 AND EXISTS (SELECT 1 FROM sale_line l"
                        + " WHERE l.item_id = i.id AND l.business_date >= :soldSince AND l.quantity > 0)";
            });
        }
        if (state == State.OUT) {
            values.put("soldSince", soldSince);
        }
        return new Condition(String.join(" AND ", parts), values);
    }

    private void words(List<String> parts, Map<String, Object> values) {
        String[] words = text == null ? new String[0] : text.strip().split("\\s+");
        for (int i = 0; i < words.length && i < 8; i++) {
            if (!words[i].isEmpty()) {
                String escaped = words[i].replaceAll("([%_!])", "!$1");
                parts.add(WORD.replace("#", Integer.toString(i)));
                values.put("w" + i, escaped + "%");
                values.put("m" + i, "% " + escaped + "%");
                values.put("g" + i, words[i]);
            }
        }
    }

    private static void code(String column, String code, List<String> parts, Map<String, Object> values) {
        if (code != null) {
            String name = column.substring(0, 1) + "code";
            parts.add(column + " = :" + name);
            values.put(name, code);
        }
    }
}
