package entrepot.system.security;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Api;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every page times every role, by its address, against {@code security/pages.csv}: {@code +} may open it, {@code -} may
 * not. A page of one thing is asked for the first that its list has; where there is none, it answers that nothing is there.
 */
@OnProduct
class PageMatrixTest {

    private static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("item", "items"), Map.entry("price", "pricebook"), Map.entry("sale", "sales"), Map.entry("customer", "customers"),
            Map.entry("supplier", "suppliers"), Map.entry("order", "orders"), Map.entry("posting", "postings"), Map.entry("job", "jobs"),
            Map.entry("import", "imports"), Map.entry("user", "users"), Map.entry("instrument", "instruments"),
            Map.entry("count", "counts"));
    private static final Pattern LINK = Pattern.compile("href=\"([a-z-]+)\\.xhtml");
    private static final Pattern NAVIGATION = Pattern.compile("<nav id=\"side\".*?</nav>", Pattern.DOTALL);

    private final Product product;
    private final List<String> roles = new ArrayList<>();
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    PageMatrixTest(Product product) throws IOException {
        this.product = product;
        read();
    }

    @Test
    void everyPageHasARow() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("entrepot.home", "..")).resolve("web-war/src/main/webapp"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".xhtml") && !file.equals("login.xhtml"))
                    .map(file -> file.replace(".xhtml", "")))
                    .containsExactlyInAnyOrderElementsOf(rows.keySet());
        }
    }

    @Test
    void everyCellIsAsTheTableSaysAndNoLinkLeadsToARefusal() {
        List<String> wrong = new ArrayList<>();
        Map<String, String> addresses = addresses(Visitor.loggedIn(product, "admin"));
        for (String role : roles) {
            Visitor visitor = Visitor.loggedIn(product, role);
            for (String page : rows.keySet()) {
                Api.Answer answer = visitor.get(addresses.get(page));
                if (!(may(role, page) ? List.of(200, 404).contains(answer.status()) : answer.status() == 403)) {
                    wrong.add(page + " as " + role + ": " + answer.status());
                }
                links(answer.body()).filter(link -> !may(role, link)).distinct()
                        .forEach(link -> wrong.add(page + " as " + role + " links to " + link));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoeverMayGoToAPlaceIsShownIt() {
        List<String> places = places("admin");
        for (String role : roles) {
            assertThat(places(role)).as(role).containsExactlyElementsOf(places.stream().filter(place -> may(role, place)).toList());
        }
    }

    @Test
    void nobodyIsAskedToLogInAndWhatIsNoPageIsNotThere() {
        Visitor nobody = new Visitor(product);
        for (String page : rows.keySet()) {
            assertThat(nobody.get(page + ".xhtml").status()).as(page).isEqualTo(303);
        }
        Visitor cashier = Visitor.loggedIn(product, "cashier");
        assertThat(cashier.get("resources/part/day.xhtml").status()).isEqualTo(404);
        assertThat(cashier.get("till-old.xhtml").status()).isEqualTo(404);
    }

    @Test
    void aRefusalIsInTheSecurityLog() {
        Visitor.loggedIn(product, "cashier").get("users.xhtml");
        String log = Visitor.loggedIn(product, "auditor").get("audit.xhtml?what=SECURITY&actor=cashier").body();
        assertThat(log).contains("<td class=\"nowrap\">access refused</td>", "/users.xhtml");
    }

    private Map<String, String> addresses(Visitor admin) {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (String page : rows.keySet()) {
            Pattern one = Pattern.compile("href=\"(" + page + "\\.xhtml\\?[^\"]+)\"");
            String first = LISTS.containsKey(page)
                    ? one.matcher(admin.get(LISTS.get(page) + ".xhtml").body()).results().map(found -> found.group(1)).findFirst().orElse(null)
                    : null;
            addresses.put(page, first == null ? page + ".xhtml" : first.replace("&amp;", "&"));
        }
        return addresses;
    }

    private List<String> places(String role) {
        MatchResult navigation = NAVIGATION.matcher(Visitor.loggedIn(product, role).get("today.xhtml").body()).results().findFirst().orElseThrow();
        return links(navigation.group()).toList();
    }

    private static Stream<String> links(String html) {
        return LINK.matcher(html).results().map(found -> found.group(1));
    }

    private boolean may(String role, String page) {
        return rows.get(page).get(roles.indexOf(role)).equals("+");
    }

    private void read() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                PageMatrixTest.class.getResourceAsStream("/security/pages.csv"), StandardCharsets.UTF_8))) {
            roles.addAll(Arrays.asList(reader.readLine().split(",")).subList(1, 11));
            reader.lines().map(line -> line.split(",")).forEach(cells -> rows.put(cells[0], Arrays.asList(cells).subList(1, cells.length)));
        }
    }
}
