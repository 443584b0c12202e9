package entrepot.inventory.gs1;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A measure of trade goods, identifiers 3100 to 3169: the last digit of the identifier says how many decimals the six digits have.
 *
 * @see "GS1 General Specifications, 3.6"
 */
public record Measure(Kind kind, BigDecimal value) {

    static final int MOST_DECIMALS = 5;
    private static final int DIGITS = 6;

    /** What is measured, and in what. */
    public enum Kind {
        NET_WEIGHT("310", "kg", "NET WEIGHT (kg)"),
        LENGTH("311", "m", "LENGTH (m)"),
        WIDTH("312", "m", "WIDTH (m)"),
        HEIGHT("313", "m", "HEIGHT (m)"),
        AREA("314", "m2", "AREA (m2)"),
        NET_VOLUME_LITRES("315", "l", "NET VOLUME (l)"),
        NET_VOLUME("316", "m3", "NET VOLUME (m3)");

        private final String code;
        private final String unit;
        private final String title;

        Kind(String code, String unit, String title) {
            this.code = code;
            this.unit = unit;
            this.title = title;
        }

        String code() {
            return code;
        }

        public String unit() {
            return unit;
        }

        String title() {
            return title;
        }
    }

    static Optional<Measure> of(Element element) {
        for (Kind kind : Kind.values()) {
            if (element.identifier().length() == 4 && element.identifier().startsWith(kind.code)) {
                int decimals = element.identifier().charAt(3) - '0';
                return Optional.of(new Measure(kind, new BigDecimal(element.value()).movePointLeft(decimals)));
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException where six digits cannot say it */
    Element element() {
        BigDecimal written = value.scale() > MOST_DECIMALS ? value.stripTrailingZeros() : value;
        int decimals = Math.max(0, written.scale());
        String digits = written.movePointRight(decimals).toPlainString();
        if (decimals > MOST_DECIMALS || digits.length() > DIGITS || written.signum() < 0) {
            throw new IllegalArgumentException(value + " " + kind.unit + " cannot be said in six digits and five decimals");
        }
        return new Element(kind.code + decimals, "0".repeat(DIGITS - digits.length()) + digits);
    }
}
