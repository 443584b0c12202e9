package entrepot.inventory.gs1;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web address that says what a barcode says: key and qualifiers in the path, the rest in the query.
 *
 * @see "GS1 Digital Link Standard: URI Syntax"
 */
public final class DigitalLink {

    /** The qualifiers of each key in the order in which they stand in the path. */
    private static final Map<String, List<String>> KEYS = keys();

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^/?#]+(/[^?#]*)?(\\?[^#]*)?(#.*)?");
    private static final Pattern SHORT_GTIN = Pattern.compile("[0-9]{8}|[0-9]{12,13}");

    private DigitalLink() {}

    private static Map<String, List<String>> keys() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keys.put("01", List.of("22", "10", "21"));
        keys.put("00", List.of());
        keys.put("253", List.of());
        keys.put("414", List.of("254"));
        keys.put("417", List.of());
        return keys;
    }

    public static boolean isOne(String scanned) {
        return ElementString.bare(scanned).matches("(?i)https?://.*");
    }

    /** Parameters of the query that are no identifiers are passed over. @throws IllegalArgumentException saying what is wrong */
    public static ElementString parse(String scanned) {
        Matcher address = ADDRESS.matcher(ElementString.bare(scanned));
        if (!address.matches()) {
            throw new IllegalArgumentException("'" + scanned + "' is no web address");
        }
        List<Element> elements = new ArrayList<>(path(address.group(1) == null ? "" : address.group(1)));
        if (address.group(2) != null) {
            for (String parameter : address.group(2).substring(1).split("[&;]")) {
                String[] pair = parameter.split("=", 2);
                if (pair.length == 2 && pair[0].matches("[0-9]{2,4}")) {
                    elements.add(new Element(pair[0], decoded(pair[1])));
                }
            }
        }
        return new ElementString(elements);
    }

    /** The key is the last one in the path that all that follows qualifies: what stands before is the address of the resolver. */
    private static List<Element> path(String path) {
        List<String> segments = List.of(path.replaceFirst("^/", "").split("/"));
        for (int at = segments.size() - 2; at >= 0; at -= 1) {
            if (KEYS.containsKey(segments.get(at)) && isQualified(segments.subList(at, segments.size()))) {
                return elements(segments.subList(at, segments.size()));
            }
        }
        throw new IllegalArgumentException("the address names no goods: it must have /01/ and a GTIN, or another key of GS1");
    }

    private static boolean isQualified(List<String> segments) {
        int before = -1;
        for (int at = 2; at < segments.size(); at += 2) {
            int place = KEYS.get(segments.get(0)).indexOf(segments.get(at));
            if (place <= before) {
                return false;
            }
            before = place;
        }
        return segments.size() % 2 == 0;
    }

    private static List<Element> elements(List<String> segments) {
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < segments.size(); at += 2) {
            String value = decoded(segments.get(at + 1));
            boolean isShort = segments.get(at).equals("01") && SHORT_GTIN.matcher(value).matches();
            elements.add(new Element(segments.get(at), isShort ? "0".repeat(14 - value.length()) + value : value));
        }
        return elements;
    }

    /**
     * @param resolver where it leads, as {@code https://id.example.com}
     * @throws IllegalArgumentException where it has no key
     */
    public static String print(String resolver, ElementString elements) {
        String key = KEYS.keySet().stream().filter(code -> elements.value(code).isPresent()).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a digital link needs a GTIN or another key of GS1"));
        List<String> inPath = new ArrayList<>(List.of(key));
        KEYS.get(key).stream().filter(code -> elements.value(code).isPresent()).forEach(inPath::add);
        StringBuilder link = new StringBuilder(resolver.replaceFirst("/+$", ""));
        inPath.forEach(code -> link.append('/').append(code).append('/').append(encoded(elements.value(code).orElseThrow())));
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        elements.elements().stream().filter(element -> !inPath.contains(element.identifier()))
                .forEach(element -> query.add(element.identifier() + '=' + encoded(element.value())));
        return link.append(query).toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
