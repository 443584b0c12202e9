package entrepot.web.page;

import entrepot.web.api.LotBody;
import entrepot.web.language.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Lots as they are typed or scanned into one field, one a line: its code, how many, its last day, its pieces as {@code 3x}; or the code alone. */
final class TypedLots {

    private TypedLots() {}

    /** @param whole of the line, which is all of one lot where only that is named; @return null where none is */
    static List<LotBody> read(String text, String whole, Language language) {
        if (text == null || text.isBlank()) {
            return null;
        }
        List<LotBody> lots = text.lines().map(String::strip).filter(line -> !line.isEmpty()).map(line -> lot(line, language)).toList();
        LotBody first = lots.get(0);
        return lots.size() == 1 && first.quantity() == null ? List.of(new LotBody(first.lot(), first.expires(), whole, first.pieces())) : lots;
    }

    private static LotBody lot(String line, Language language) {
        String[] words = line.split("\\s+");
        String quantity = null;
        String expires = null;
        Long pieces = null;
        for (int word = 1; word < words.length; word++) {
            if (words[word].matches("\\d{4}-\\d\\d-\\d\\d")) {
                expires = words[word];
            } else if (words[word].matches("\\d{1,9}[xX×]")) {
                pieces = Long.valueOf(words[word].substring(0, words[word].length() - 1));
            } else {
                quantity = quantity == null ? words[word] : quantity + " " + words[word];
            }
        }
        return new LotBody(words[0], expires, quantity == null ? null : Scanner.typed(quantity, language), pieces);
    }

    /** With a scan more; a lot that is there already counts on. @param units null of a piece, which has a line of its own */
    static String with(String text, String code, BigDecimal units, LocalDate expires, Language language) {
        List<String> lines = new ArrayList<>(text == null ? List.of() : text.lines().filter(line -> !line.isBlank()).toList());
        for (int number = 0; units != null && number < lines.size(); number++) {
            String[] words = lines.get(number).strip().split("\\s+");
            BigDecimal before = words.length < 2 ? null : TypedNumber.read(words[1], language).orElse(null);
            if (words[0].equals(code) && before != null) {
                words[1] = before.add(units).toPlainString().replace('.', language.symbols().getDecimalSeparator());
                lines.set(number, String.join(" ", words));
                return String.join("\n", lines);
            }
        }
        lines.add(code + (units == null ? "" : " " + units.toPlainString().replace('.', language.symbols().getDecimalSeparator()))
                + (expires == null ? "" : " " + expires));
        return String.join("\n", lines);
    }
}
