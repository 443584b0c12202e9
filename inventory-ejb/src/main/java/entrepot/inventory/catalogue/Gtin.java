package entrepot.inventory.catalogue;

import entrepot.inventory.gs1.CheckDigit;

/**
 * A Global Trade Item Number of 8, 12, 13 or 14 digits, as printed, with a right check digit.
 *
 * @see "GS1 General Specifications, 7.9: check digit calculations"
 */
public record Gtin(String digits) {

    public Gtin {
        if (!digits.matches("[0-9]{8}|[0-9]{12,14}")) {
            throw new IllegalArgumentException("GTIN '" + digits + "' must have 8, 12, 13 or 14 digits");
        }
        int expected = CheckDigit.of(digits.substring(0, digits.length() - 1));
        int found = digits.charAt(digits.length() - 1) - '0';
        if (found != expected) {
            throw new IllegalArgumentException(
                    "GTIN " + digits + " ends in check digit " + found + ", expected " + expected + ": scan or type it again");
        }
        if (digits.matches("0+")) {
            throw new IllegalArgumentException("GTIN " + digits + " is all zeros");
        }
    }

    /** With leading zeros: what two GTINs are compared by. */
    public String fourteen() {
        return "0".repeat(14 - digits.length()) + digits;
    }

    public boolean sameAs(Gtin other) {
        return fourteen().equals(other.fourteen());
    }

    @Override
    public String toString() {
        return digits;
    }
}
