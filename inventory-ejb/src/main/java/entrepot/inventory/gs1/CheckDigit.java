package entrepot.inventory.gs1;

/** @see "GS1 General Specifications, 7.9: check digit calculations" */
public final class CheckDigit {

    private CheckDigit() {}

    /** The last digit for the digits before it: weights 3 and 1 by turns from the right, up to the next ten. */
    public static int of(String before) {
        int sum = 0;
        for (int place = 0; place < before.length(); place++) {
            int weight = (before.length() - place) % 2 == 1 ? 3 : 1;
            sum += weight * (before.charAt(place) - '0');
        }
        return (10 - sum % 10) % 10;
    }

    /** @throws IllegalArgumentException where the last of {@code digits} is another */
    static void check(String what, String digits) {
        int expected = of(digits.substring(0, digits.length() - 1));
        int found = digits.charAt(digits.length() - 1) - '0';
        if (found != expected) {
            throw new IllegalArgumentException(what + " " + digits + " ends in check digit " + found + ", expected " + expected
                    + ": scan or type it again");
        }
    }
}
