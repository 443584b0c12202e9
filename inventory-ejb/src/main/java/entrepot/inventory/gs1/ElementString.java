package entrepot.inventory.gs1;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Elements one after the other, as a barcode carries them: with brackets, as they are printed below it, or as a scanner
 * sends them, with the separator FNC1 (GS, ASCII 29) after each value of no fixed length.
 *
 * @see "GS1 General Specifications, 7.8"
 */
public record ElementString(List<Element> elements) {

    public static final char SEPARATOR = '\u001d';

    /** Symbology identifiers of GS1-128, DataMatrix, QR, DotCode, DataBar, and of EAN and ITF, which carry a GTIN alone. */
    private static final String SYMBOLOGY = "^\\](C1|d2|Q3|J1|e[0-2]|E[0-4]|I[01])";

    public ElementString {
        elements = List.copyOf(elements);
        Map<String, String> seen = new LinkedHashMap<>();
        for (Element element : elements) {
            String before = seen.put(element.identifier(), element.value());
            if (before != null && !before.equals(element.value())) {
                throw new IllegalArgumentException("(" + element.identifier() + ") " + element.title() + " is there twice: '"
                        + before + "' and '" + element.value() + "'");
            }
        }
        if (seen.containsKey("01") && (seen.containsKey("02") || seen.containsKey("37"))) {
            throw new IllegalArgumentException("(01) is the thing itself, (02) and (37) what it contains: both cannot be said at once");
        }
    }

    /** Without the symbology identifier a scanner may send first. */
    static String bare(String scanned) {
        return scanned.strip().replaceFirst(SYMBOLOGY, "").replaceFirst("^" + SEPARATOR, "");
    }

    /** @throws IllegalArgumentException saying what is wrong with it */
    public static ElementString parse(String scanned) {
        String text = bare(scanned);
        return new ElementString(text.startsWith("(") ? bracketed(text) : raw(text));
    }

    private static List<Element> bracketed(String text) {
        List<Element> elements = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int close = text.indexOf(')', at);
            if (text.charAt(at) != '(' || close < 0) {
                throw new IllegalArgumentException("'" + text.substring(at) + "' must start with an identifier in brackets");
            }
            int end = close + 1;
            StringBuilder value = new StringBuilder();
            while (end < text.length() && text.charAt(end) != '(') {
                boolean literal = text.startsWith("\\(", end);
                value.append(text.charAt(literal ? end + 1 : end));
                end += literal ? 2 : 1;
            }
            elements.add(new Element(text.substring(at + 1, close), value.toString()));
            at = end;
        }
        return elements;
    }

    private static List<Element> raw(String text) {
        List<Element> elements = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            String rest = text.substring(at);
            Identifier identifier = Identifier.at(rest).orElseThrow(() -> new IllegalArgumentException(
                    "'" + rest + "' does not start with an application identifier that is known"));
            int start = at + identifier.code().length();
            int separator = text.indexOf(SEPARATOR, start);
            int end = separator < 0 ? text.length() : separator;
            if (identifier.endsItself()) {
                end = Math.min(end, start + identifier.most());
            }
            elements.add(new Element(identifier.code(), text.substring(start, end)));
            at = end < text.length() && text.charAt(end) == SEPARATOR ? end + 1 : end;
        }
        return elements;
    }

    public Optional<String> value(String identifier) {
        return elements.stream().filter(element -> element.identifier().equals(identifier)).map(Element::value).findFirst();
    }

    /** As it is printed for people. A bracket inside a value has a backslash before it. */
    public String bracketed() {
        StringBuilder text = new StringBuilder();
        elements.forEach(element -> text.append('(').append(element.identifier()).append(')').append(element.value().replace("(", "\\(")));
        return text.toString();
    }

    /** As a barcode carries it, without FNC1 in front: values of fixed length first, so that fewer separators are needed. */
    public String raw() {
        List<Element> ordered = elements.stream()
                .sorted(Comparator.comparing(element -> !Identifier.of(element.identifier()).orElseThrow().endsItself()))
                .toList();
        StringBuilder text = new StringBuilder();
        for (int place = 0; place < ordered.size(); place++) {
            Element element = ordered.get(place);
            text.append(element.identifier()).append(element.value());
            if (place < ordered.size() - 1 && !Identifier.of(element.identifier()).orElseThrow().endsItself()) {
                text.append(SEPARATOR);
            }
        }
        return text.toString();
    }
}
