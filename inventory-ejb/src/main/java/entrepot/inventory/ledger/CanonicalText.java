package entrepot.inventory.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Records of fields as text. Fields are parted by {@code |}, records end with {@code ;}; both, the backslash and control
 * characters are escaped, so that a line has no line end inside.
 */
public final class CanonicalText {

    private final StringBuilder text = new StringBuilder(256);

    /** Null is an empty field. */
    public void record(Object... fields) {
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                text.append('|');
            }
            if (fields[i] != null) {
                escape(fields[i].toString());
            }
        }
        text.append(';');
    }

    private void escape(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '|' || c == ';' || c == '\\' || c < ' ') {
                text.append('\\').append(Integer.toHexString(c)).append('.');
            } else {
                text.append(c);
            }
        }
    }

    /** The records that make up a text; an empty field is null. */
    public static List<List<String>> read(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '|' || c == ';') {
                fields.add(field.isEmpty() ? null : field.toString());
                field.setLength(0);
            } else if (c == '\\') {
                int end = text.indexOf('.', i);
                field.append((char) Integer.parseInt(text.substring(i + 1, end), 16));
                i = end;
            } else {
                field.append(c);
            }
            if (c == ';') {
                records.add(Collections.unmodifiableList(fields));
                fields = new ArrayList<>();
            }
        }
        return records;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
