package entrepot.system.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.Product;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A place and two items of a test's own, FIFO and average, in a running product. */
public final class ShopFloor {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    final Product product;
    public final Api admin;
    public final String place;
    public final String fifo;
    public final String average;

    public ShopFloor(Product product) {
        this.product = product;
        this.admin = product.as("admin");
        String name = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        this.place = "P-" + name;
        this.fifo = "F-" + name;
        this.average = "A-" + name;
        made(admin.post("api/v1/locations", "{\"code\":\"" + place + "\",\"name\":\"Place " + name + "\"}"));
        made(admin.post("api/v1/items", item(fifo, "FIFO")));
        made(admin.post("api/v1/items", item(average, "AVERAGE")));
    }

    private static String item(String sku, String costing) {
        return "{\"sku\":\"" + sku + "\",\"name\":\"Item " + sku + "\",\"unit\":\"EA\",\"costing\":\"" + costing + "\"}";
    }

    private static void made(Answer answer) {
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
    }

    public Answer receive(String sku, int quantity, String unitCost) {
        return note("RECEIPT", "", "{\"sku\":\"" + sku + "\",\"quantity\":\"" + quantity + "\",\"unitCost\":\"" + unitCost + "\"}");
    }

    public Answer note(String kind, String more, String line) {
        return admin.post("api/v1/movements",
                "{\"kind\":\"" + kind + "\",\"location\":\"" + place + "\"," + more + "\"lines\":[" + line + "]}", key(newKey()));
    }

    public String sale(String sku, int quantity) {
        return "{\"location\":\"" + place + "\",\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":\"" + quantity
                + "\",\"unitPrice\":\"5.00\"}]}";
    }

    public Answer sell(String sku, int quantity) {
        return sell(sku, quantity, newKey());
    }

    public Answer sell(String sku, int quantity, String key) {
        return admin.post("api/v1/sales", sale(sku, quantity), key(key));
    }

    public Answer reverse(Answer posting) {
        return admin.post("api/v1/movements/" + posting.json().get("id").asText() + "/reverse", "{}", key(newKey()));
    }

    /** On hand, or zero where nothing ever moved. */
    public String onHand(String sku) {
        JsonNode items = admin.get("api/v1/items/" + sku + "/balances").json().get("items");
        return items.isEmpty() ? "0" : items.get(0).get("onHand").asText();
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    public static String[] key(String key) {
        return new String[] {"Idempotency-Key", key};
    }

    /** Runs a job now and waits for its end. */
    public JsonNode run(String kind) throws InterruptedException {
        return end(admin.post("api/v1/jobs", "{\"kind\":\"" + kind + "\"}"));
    }

    public JsonNode end(Answer queued) {
        return admin.over("api/v1/jobs/" + queued.json().get("id").asText(), PATIENCE);
    }

    public long count(String sql) throws SQLException {
        try (Connection owner = product.asOwner(); Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What the application may not do. */
    public void asOwner(String... sql) throws SQLException {
        try (Connection owner = product.asOwner(); Statement statement = owner.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }

    // What is answered

    static String id(Answer answer) {
        return answer.json().get("id").asText();
    }

    static Answer posted(Answer answer) {
        return posted(answer, 201);
    }

    static Answer posted(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    static void refused(Answer answer, String... errors) {
        assertThat(answer.status()).as(answer.body()).isIn(409, 422);
        List<String> found = new ArrayList<>();
        answer.json().get("errors").forEach(error -> found.add(error.get("pointer").asText() + " " + error.get("code").asText()));
        assertThat(found).containsExactlyInAnyOrder(errors);
    }
}
