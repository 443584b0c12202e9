package entrepot.inventory.gs1;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of an element's value, as the General Specifications write it: {@code N6} six digits, {@code N..8} one to eight,
 * {@code X..20} one to twenty characters, in brackets where it may be missing.
 */
record Part(boolean numeric, int least, int most) {

    private static final Pattern FORM = Pattern.compile("(\\[?)([NX])(\\.\\.)?([0-9]+)]?");

    /** The 82 characters that both ASCII and all national sets print alike. */
    private static final Pattern CHARACTERS = Pattern.compile("[!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]*");

    static Part of(String form) {
        Matcher match = FORM.matcher(form);
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + form + "' is no part of an element");
        }
        int most = Integer.parseInt(match.group(4));
        int least = !match.group(1).isEmpty() ? 0 : match.group(3) != null ? 1 : most;
        return new Part(match.group(2).equals("N"), least, most);
    }

    boolean isFixed() {
        return least == most;
    }

    void check(String name, String text) {
        if (numeric && !text.matches("[0-9]*")) {
            throw new IllegalArgumentException(name + " has digits only, found '" + text + "'");
        }
        if (!CHARACTERS.matcher(text).matches()) {
            throw new IllegalArgumentException(name + " '" + text + "' has a character that GS1 barcodes do not carry");
        }
        if (text.length() < least || text.length() > most) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s has %s %s, found %d: '%s'", name,
                    isFixed() ? String.valueOf(most) : Math.max(1, least) + " to " + most, numeric ? "digits" : "characters",
                    text.length(), text));
        }
    }
}
