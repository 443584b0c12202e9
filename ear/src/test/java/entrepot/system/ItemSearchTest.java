package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnProduct
class ItemSearchTest {

    private final Product product;
    private final String start = Names.fresh("S");
    private final String gtin = Names.gtin();

    ItemSearchTest(Product product) {
        this.product = product;
    }

    @BeforeEach
    void fiveItems() {
        Api buyer = product.as("buyer");
        for (int number = 1; number <= 5; number++) {
            buyer.post("api/v1/items", "{\"sku\": \"" + start + "-" + number + "\", \"name\": \"Blue 100% wool yarn " + number
                    + "\", \"unit\": \"EA\", \"costing\": \"AVERAGE\", \"active\": " + (number != 5)
                    + (number == 3 ? ", \"barcodes\": [{\"gtin\": \"" + gtin + "\"}]" : "") + "}");
        }
    }

    private List<String> found(String query) {
        JsonNode answer = product.as("auditor").get("api/v1/items?" + query).json();
        List<String> numbers = new ArrayList<>();
        answer.path("items").forEach(item -> numbers.add(item.path("sku").asText()));
        return numbers.stream().filter(sku -> sku.startsWith(start)).map(sku -> sku.substring(start.length() + 1)).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void everyWordMustBeginSomething() {
        assertThat(found("q=" + encoded(start + " yarn wool"))).containsExactly("1", "2", "3", "4", "5");
        assertThat(found("q=" + encoded(start + " arn"))).isEmpty();
        assertThat(found("q=" + encoded(start + " 100%"))).hasSize(5);
        assertThat(found("q=" + encoded(start + " 1_0"))).isEmpty();
    }

    @Test
    void aBarcodeOrItsBeginningFindsItsItem() {
        assertThat(found("q=" + gtin.substring(0, 11))).containsExactly("3");
        assertThat(found("barcode=0" + gtin)).containsExactly("3");
    }

    @Test
    void filtersMustAllHold() {
        assertThat(found("sku=" + start + "&active=false")).containsExactly("5");
        assertThat(found("sku=" + start + "&name=wool&active=true")).containsExactly("1", "2", "3", "4");
        assertThat(found("sku=" + start + "&category=NONE")).isEmpty();
    }

    @Test
    void aListIsReadInParts() {
        JsonNode first = product.as("auditor").get("api/v1/items?limit=2&sku=" + start).json();
        assertThat(first.path("items")).hasSize(2);
        assertThat(found("limit=2&sku=" + start + "&after=" + first.path("next").asText())).containsExactly("3", "4");
        assertThat(found("limit=2&sku=" + start + "&after=" + start + "-4")).containsExactly("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "active=maybe", "barcode=123", "barcode=6291041500214"})
    void aQueryThatIsWrongIsTheClientsFault(String query) {
        assertThat(product.as("auditor").get("api/v1/items?" + query).status()).isBetween(400, 499);
    }
}
