package entrepot.inventory.export;

import entrepot.kernel.Money;
import java.math.BigDecimal;

/** How things are spelt in Beancount. */
final class Beans {

    private Beans() {}

    /** A part of an account's name: what Beancount does not allow there is written as its number, so no two codes meet. */
    static String part(String code) {
        StringBuilder part = new StringBuilder();
        for (char c : code.toCharArray()) {
            boolean fits = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
            part.append(fits ? String.valueOf(c) : "x" + Integer.toHexString(c));
        }
        boolean begins = Character.isUpperCase(part.charAt(0)) || Character.isDigit(part.charAt(0));
        return begins ? part.toString() : "X" + part;
    }

    /**
     * A commodity: up to 24 characters, a capital first. A SKU has no point, so what had to be changed meets no other SKU.
     *
     * @param item the number of the item, for a SKU that is too long
     */
    static String commodity(String sku, long item, String currency) {
        if (sku.matches("[A-Z][A-Z0-9-]{0,22}[A-Z0-9]") && !sku.equals(currency)) {
            return sku;
        }
        String prefixed = "S." + sku;
        return prefixed.matches("S\\.[A-Z0-9-]{0,21}[A-Z0-9]") ? prefixed : "I." + item;
    }

    /** In quotes, on one line. */
    static String text(String text) {
        return '"' + line(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Without what would end the line. */
    static String line(String text) {
        return text == null ? "" : text.replaceAll("\\s+", " ").strip();
    }

    /** As a comment of hledger, in which a colon would make a tag. */
    static String comment(String text) {
        return line(text).replace(':', ' ');
    }

    static String amount(Money money) {
        return money.decimal().toPlainString() + " " + money.currency().getCurrencyCode();
    }

    static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
