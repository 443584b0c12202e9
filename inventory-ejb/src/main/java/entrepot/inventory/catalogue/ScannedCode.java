package entrepot.inventory.catalogue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a scanner sends: bare digits, a GS1 element string with or without brackets that starts with the GTIN, AI (01), or a
 * GS1 digital link. Further elements, such as lot and expiry, are passed over.
 */
public record ScannedCode(String text) {

    /** AIM symbology identifiers of EAN/UPC, ITF, GS1-128, DataMatrix, QR and DataBar, e.g. {@code ]C1}. */
    private static final String SYMBOLOGY = "^\\](E[0-4]|I[01]|C1|d2|Q3|e0)";
    private static final Pattern BRACKETS = Pattern.compile("\\(01\\)([0-9]{14})(\\(.*)?");
    private static final Pattern ELEMENTS = Pattern.compile("01([0-9]{14})([0-9\u001d].*)?");
    private static final Pattern LINK = Pattern.compile("https?://[^/]+(?:/[^/]+)*?/01/([0-9]{8}|[0-9]{12,14})(?:[/?#].*)?");
    private static final Pattern DIGITS = Pattern.compile("([0-9]{8}|[0-9]{12,14})");

    /** @return empty where the text is no GS1 code; @throws IllegalArgumentException where its check digit is wrong */
    public Optional<Gtin> gtin() {
        String code = text.strip().replaceFirst(SYMBOLOGY, "").replaceFirst("^\u001d", "");
        for (Pattern form : new Pattern[] {DIGITS, BRACKETS, ELEMENTS, LINK}) {
            Matcher match = form.matcher(code);
            if (match.matches()) {
                return Optional.of(new Gtin(match.group(1)));
            }
        }
        return Optional.empty();
    }
}
