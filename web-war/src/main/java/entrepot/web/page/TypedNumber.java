package entrepot.web.page;

import entrepot.web.language.Language;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as somebody types it. Thousands may be set off, but then in threes: what could be meant in two ways, as 1,5 on
 * an English page, is no number, so that nobody books fifteen for one and a half. No thousands begin with 0: 0,125 is no number there either.
 */
final class TypedNumber {

    private TypedNumber() {}

    static Optional<BigDecimal> read(String text, Language language) {
        char point = language.symbols().getDecimalSeparator();
        char comma = language.symbols().getGroupingSeparator();
        String whole = "(\\d{1,12}|[1-9]\\d{0,2}(" + quoted(comma) + "\\d{3}){1,3})";
        if (text == null || !text.matches(whole + "(" + quoted(point) + "\\d{1,12})?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text.replace(String.valueOf(comma), "").replace(point, '.')));
    }

    private static String quoted(char sign) {
        return Pattern.quote(String.valueOf(sign));
    }
}
