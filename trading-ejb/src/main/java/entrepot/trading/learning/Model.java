package entrepot.trading.learning;

import entrepot.platform.idempotency.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What was learned. */
public interface Model {

    /** That the label is 1. @param row one value a feature, all known */
    double probability(double[] row);

    /** All of it as JSON in one fixed order of fields, numbers as Java writes a double: the same model has the same text. */
    String text();

    /** SHA-256 of the text. */
    default String hash() {
        return HexFormat.of().formatHex(Fingerprint.digest().digest(text().getBytes(StandardCharsets.UTF_8)));
    }

    /** @param score logarithm of the odds */
    static double ofOdds(double score) {
        return 1 / (1 + StrictMath.exp(-score));
    }
}
