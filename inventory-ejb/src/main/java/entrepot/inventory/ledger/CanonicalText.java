package entrepot.inventory.ledger;

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

    @Override
    public String toString() {
        return text.toString();
    }
}
