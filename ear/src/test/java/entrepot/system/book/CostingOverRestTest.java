package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Costing cases of every kind that documents can say, each under its own rule, through the API alone. */
@OnProduct
class CostingOverRestTest {

    private static final Path CASES = Path.of("../../shared/vectors/valuation");
    private static final BigDecimal TOLERANCE = new BigDecimal("0.005");

    private final ShopFloor shop;
    private final Map<String, Answer> posted = new HashMap<>();
    private String sku;
    /** A sale is not corrected, an issue is. */
    private boolean edited;

    CostingOverRestTest(Product product) {
        shop = new ShopFloor(product);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bc-fifo", "bc-lifo", "bc-average", "bc-average-backdated", "bc-average-rounding", "bc-average-day",
        "bc-purchase-return-fixed", "bc-late-charge", "beancount-fifo-15", "beancount-lifo-15", "beancount-average-overissue",
        "idempiere-bd-shipment", "idempiere-bd-shipment-rejected", "idempiere-bd-landed-part", "idempiere-bd-landed-full",
        "idempiere-ppv-after-part-sold", "idempiere-post-dated-shipment", "odoo-fifo-edit-done-out", "odoo-fifo-edit-in-down-then-cover",
        "odoo-fifo-long-with-edits", "odoo-avg-negative-chain", "odoo-lc-fifo-all-gone", "odoo-lc-round-2", "odoo-avg-return-delivery",
        "odoo-fifo-asof-negative", "openstax-10-lifo", "erpnext-lot-average", "erpnext-lot-intermediate-average",
        "erpnext-fifo-specified-rate-2", "erpnext-serial-specific", "erpnext-lc-serial-already-sold", "odoo-lot-average-A", "odoo-lot-average-B"})
    void isCostedAsItsSourceSays(String id) throws IOException {
        Path file = CASES.resolve(id + ".json");
        assumeTrue(Files.exists(file), "no costing case " + id);
        JsonNode one = new ObjectMapper().readTree(file.toFile());
        open(one);
        for (JsonNode event : one.path("events")) {
            String ref = event.path("ref").asText();
            Answer answer = post(event);
            posted.put(ref, answer);
            for (JsonNode expect : one.path("expect")) {
                if (expect.path("after").asInt() == event.path("seq").asInt()) {
                    check(answer, ref, expect);
                }
            }
        }
    }

    private void open(JsonNode one) {
        JsonNode policy = one.path("policy");
        edited = one.toString().contains("\"edit_qty\"");
        String name = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        sku = "V-" + name;
        made(shop.admin.post("api/v1/categories", "{\"code\":\"V-" + name + "\",\"name\":\"Case\"}"));
        made(shop.admin.post("api/v1/cost-rules", "{\"category\":\"V-" + name + "\",\"averagePeriod\":\""
                + policy.path("average_period").asText("event").toUpperCase(Locale.ROOT) + "\",\"lateCost\":\""
                + policy.path("late_cost").asText("replay").toUpperCase(Locale.ROOT) + "\",\"belowZero\":"
                + !policy.path("negative").asText().equals("forbid") + "}"));
        made(shop.admin.post("api/v1/items", "{\"sku\":\"" + sku + "\",\"name\":\"Case\",\"unit\":\"EA\",\"costing\":\""
                + one.path("method").asText().toUpperCase(Locale.ROOT) + "\",\"tracking\":\""
                + (one.path("method").asText().equals("specific") ? "LOT" : "NONE") + "\",\"category\":\"V-" + name + "\"}"));
    }

    private static void made(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private Answer post(JsonNode event) {
        String quantity = event.path("qty").asText();
        return switch (event.path("type").asText()) {
            case "receipt" -> note(event, "RECEIPT", quantity, cost(event));
            case "issue" -> edited ? note(event, "ISSUE", quantity, "") : post("sales", event, "\"location\":\"" + shop.place + "\",\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":\"" + quantity
                    + "\",\"unitPrice\":\"1.00\"" + lots(event) + "}]");
            case "customer_return" -> post("returns", event, "\"location\":\"" + shop.place + "\",\"lines\":[{\"sku\":\"" + sku
                    + "\",\"quantity\":\"" + quantity + "\",\"returnOf\":{\"sale\":\"" + id(event) + "\",\"line\":0}}]");
            case "supplier_return" -> note(event, "SUPPLIER_RETURN", quantity, ",\"receipt\":{\"posting\":\"" + id(event) + "\",\"line\":0}");
            case "landed_cost" -> post("landed-costs", event,
                    "\"receipts\":[\"" + id(event) + "\"],\"amount\":\"" + event.path("amount").asText() + "\",\"by\":\"EQUAL\"");
            case "invoice" -> post("invoice-prices", event, "\"receipt\":\"" + id(event) + "\",\"lines\":[{\"line\":0,\"unitCost\":\""
                    + event.path("unit_cost").asText() + "\"}]");
            case "edit_qty" -> post("corrections", event, "\"posting\":\"" + id(event) + "\",\"reason\":\"case\",\"lines\":[{\"line\":0,\"quantity\":\""
                    + quantity + "\"}]");
            default -> throw new AssertionError(event);
        };
    }

    private Answer note(JsonNode event, String kind, String quantity, String more) {
        return post("movements", event, "\"kind\":\"" + kind + "\",\"location\":\"" + shop.place + "\",\"lines\":[{\"sku\":\"" + sku
                + "\",\"quantity\":\"" + quantity + "\"" + more + lots(event) + "}]");
    }

    private static String lots(JsonNode event) {
        return event.has("lot")
                ? ",\"lots\":[{\"lot\":\"" + event.path("lot").asText() + "\",\"quantity\":\"" + event.path("qty").asText() + "\"}]" : "";
    }

    private Answer post(String noun, JsonNode event, String body) {
        return shop.admin.post("api/v1/" + noun, "{\"businessDate\":\"" + day(event.path("date").asInt()) + "\"," + body + "}", key(newKey()));
    }

    private static String cost(JsonNode event) {
        return event.has("total_cost")
                ? ",\"totalCost\":\"" + event.path("total_cost").asText() + "\""
                : ",\"unitCost\":\"" + event.path("unit_cost").asText() + "\"";
    }

    private String id(JsonNode event) {
        return posted.get(event.path("of").asText()).json().get("id").asText();
    }

    private void check(Answer answer, String ref, JsonNode expect) {
        assertThat(answer.status()).as(expect + " " + answer.body()).isEqualTo(expect.path("rejected").asBoolean() ? 409 : 201);
        LocalDate day = expect.has("as_of") ? day(expect.path("as_of").asInt()) : LocalDate.now();
        JsonNode held = expect.has("lot") ? shop.admin.get("api/v1/lots/" + sku + "/" + expect.path("lot").asText()).json().at("/places/0")
                : shop.admin.get("api/v1/valuation?item=" + sku + "&asOf=" + day).json().at("/items/0");
        if (expect.has("qty")) {
            close(held.path(expect.has("lot") ? "onHand" : "quantity"), expect.path("qty"), expect);
        }
        if (expect.has("value")) {
            close(held.path("value"), expect.path("value"), expect);
        }
        if (expect.has("cost")) {
            close(worth(ref), expect.path("cost"), expect);
        }
        expect.path("restated").properties().forEach(field -> close(worth(field.getKey()), field.getValue(), expect));
    }

    /** What the first movement of a posting is worth now. */
    private JsonNode worth(String ref) {
        return shop.admin.get("api/v1/movements/" + posted.get(ref).json().get("id").asText()).json().at("/movements/0/value");
    }

    private static void close(JsonNode actual, JsonNode expected, JsonNode expect) {
        BigDecimal is = new BigDecimal(actual.isMissingNode() ? "0" : actual.asText()).abs();
        BigDecimal should = new BigDecimal(expected.asText()).abs().setScale(6, RoundingMode.HALF_UP);
        assertThat(is.subtract(should).abs()).as(is + " in " + expect).isLessThanOrEqualTo(TOLERANCE);
    }

    private static LocalDate day(int number) {
        return LocalDate.of(2026, 1, 10).plusDays(number);
    }
}
