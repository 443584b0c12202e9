package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** From a sale to a price, and back: each test has an item of its own, bought at 6.00 with a base price of 10.00. */
@OnProduct
class PricingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Product product;
    private final Api pricing;

    PricingTest(Product product) {
        this.product = product;
        this.pricing = product.as("pricing");
    }

    @Test
    void aSaleIsFollowedByAProposalWithItsReason() {
        String sku = item("PROPOSE", 900);
        sell(sku, "10", "10.00");
        JsonNode proposal = proposal(sku);
        assertThat(proposal.path("before").asText()).isEqualTo("10.00");
        assertThat(proposal.path("price").asText()).isEqualTo("9.50");
        assertThat(proposal.path("reason").path("floor").asText()).isEqualTo("6.60");
        assertThat(proposal.path("reason").path("words").toString()).contains("Stock lasts 89 days at 10 a day", "From 10.00 to 9.50");
        assertThat(price(sku).path("price").asText()).isEqualTo("10.00");
    }

    @Test
    void anAutomaticRuleChangesThePriceAndTheTillSellsAtIt() {
        String sku = item("AUTOMATIC", 900);
        sell(sku, "10", "10.00");
        await(() -> price(sku), price -> price.path("price").asText().equals("9.50"));
        JsonNode sale = sell(sku, "1", null);
        assertThat(history(sku).get(0).path("cause").asText()).isEqualTo("PROPOSAL");
        assertThat(history(sku).get(0).path("actor").asText()).isEqualTo("system");
        assertThat(journal(sale)).contains("\"9.50\"");
    }

    @Test
    void aBatchIsApprovedOnceAndRolledBackOnce() {
        String sku = item("PROPOSE", 900);
        sell(sku, "10", "10.00");
        String body = "{\"proposals\": [\"%s\"], \"note\": \"spring\"}".formatted(proposal(sku).path("id").asText());
        String key = UUID.randomUUID().toString();
        Api.Answer approved = pricing.post("api/v1/price-proposals/approve", body, "Idempotency-Key", key);
        assertThat(approved.status()).as(approved.body()).isEqualTo(201);
        Api.Answer again = pricing.post("api/v1/price-proposals/approve", body, "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(approved.json());
        assertThat(price(sku).path("price").asText()).isEqualTo("9.50");
        Api.Answer another = pricing.post("api/v1/price-proposals/approve", body, "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.json().path("code").asText()).isEqualTo("not-open");

        String batch = approved.json().path("id").asText();
        Api.Answer undone = rollBack(batch);
        assertThat(undone.status()).as(undone.body()).isEqualTo(201);
        assertThat(price(sku).path("price").asText()).isEqualTo("10.00");
        assertThat(history(sku).get(0).path("reverses").asText()).isEqualTo(history(sku).get(1).path("id").asText());
        assertThat(rollBack(batch).json().path("code").asText()).isEqualTo("rolled-back");
    }

    @Test
    void aRollbackLeavesWhatWasChangedSince() {
        String sku = item("PROPOSE", 900);
        sell(sku, "10", "10.00");
        Api.Answer approved = pricing.post("api/v1/price-proposals/approve",
                "{\"proposals\": [\"%s\"]}".formatted(proposal(sku).path("id").asText()), "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(override(product.as("admin"), sku, "9.60").status()).isEqualTo(201);
        Api.Answer refused = rollBack(approved.json().path("id").asText());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains(sku + ": set to 9.50 by this batch, changed since and now 9.60");
        assertThat(price(sku).path("price").asText()).isEqualTo("9.60");
    }

    @Test
    void aPriceOutsideOfTheGuardRailsTakesAnAdmin() {
        String sku = item("PROPOSE", 300);
        Api.Answer refused = override(pricing, sku, "6.50");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("below-floor", "beyond-step");
        assertThat(override(pricing, sku, "9.80").status()).isEqualTo(201);
        assertThat(override(product.as("admin"), sku, "6.50").status()).isEqualTo(201);
        assertThat(history(sku).get(0).path("words").toString()).contains("6.50 is below the floor 6.60");
    }

    @Test
    void aMessageThatComesAgainHasNoEffect() throws SQLException {
        String sku = item("PROPOSE", 900);
        sell(sku, "10", "10.00");
        String first = proposal(sku).path("id").asText();
        try (Connection owner = product.asOwner(); var again = owner.createStatement()) {
            again.executeUpdate("INSERT INTO outbox (id, topic, posting_seq, created_at) SELECT NEXT VALUE FOR entrepot_id, 'reprice',"
                    + " MAX(m.posting_seq), UTC_TIMESTAMP(6) FROM movement m JOIN item i ON i.id = m.item_id WHERE i.sku = '" + sku + "'");
        }
        await(() -> duplicates(sku), count -> count > 0);
        JsonNode all = pricing.get("api/v1/price-proposals?sku=" + sku).json().path("items");
        assertThat(all).hasSize(1);
        assertThat(all.get(0).path("id").asText()).isEqualTo(first);
    }

    @Test
    void aCashierSeesThePriceAndNoMargin() {
        String sku = item("PROPOSE", 300);
        JsonNode seen = product.as("cashier").get("api/v1/prices/" + sku).json();
        assertThat(seen.path("price").asText()).isEqualTo("10.00");
        assertThat(seen.has("unitCost")).isFalse();
        assertThat(seen.has("margin")).isFalse();
        assertThat(price(sku).path("unitCost").asText()).isEqualTo("6.00");
        assertThat(product.as("cashier").get("api/v1/prices/" + sku + "/history").status()).isEqualTo(403);
        assertThat(product.as("buyer").put("api/v1/prices/" + sku + "/base", "{\"price\": \"1\", \"reason\": \"x\"}").status()).isEqualTo(403);
    }

    @Test
    void theApplicationCannotChangeThePriceHistory() throws SQLException {
        try (Connection application = product.asApplication(); var statement = application.createStatement()) {
            for (String sql : new String[] {"UPDATE price_history SET price = 1", "DELETE FROM price_history", "DELETE FROM price_batch"}) {
                assertThatThrownBy(() -> statement.executeUpdate(sql)).as(sql).isInstanceOf(SQLException.class).hasMessageContaining("denied");
            }
        }
    }

    @Test
    void aRuleIsChangedOnlyFromTheVersionThatWasRead() {
        String sku = item("PROPOSE", 300);
        JsonNode rule = rule(sku);
        String path = "api/v1/price-rules/" + rule.path("id").asText();
        String changed = rule(sku).toString().replace("\"PROPOSE\"", "\"AUTOMATIC\"");
        assertThat(pricing.put(path, changed, "If-Match", "\"7\"").status()).isEqualTo(412);
        assertThat(pricing.put(path, changed).status()).isEqualTo(428);
        assertThat(pricing.put(path, changed, "If-Match", "\"0\"").status()).isEqualTo(200);
        assertThat(rule(sku).path("mode").asText()).isEqualTo("AUTOMATIC");
        Api.Answer wrong = pricing.post("api/v1/price-rules", "{\"name\": \"x\", \"scope\": \"ITEM\", \"target\": \"" + sku + "\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().path("errors").size()).isGreaterThan(10);
    }

    @Test
    void aSimulationStatesItsAssumption() {
        String sku = item("PROPOSE", 900);
        sell(sku, "10", "10.00");
        JsonNode forecast = pricing.post("api/v1/price-proposals/simulate",
                "{\"proposals\": [\"%s\"]}".formatted(proposal(sku).path("id").asText())).json();
        assertThat(forecast.path("total").path("marginBefore").asText()).isEqualTo("1200.00");
        assertThat(forecast.path("total").path("marginAfter").asText()).isEqualTo("1050.00");
        assertThat(forecast.path("assumption").asText()).contains("30 days", "does not react");
    }

    /** An item with a rule of its own that believes a history of one day. */
    private String item(String mode, int units) {
        String sku = "PR-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        Api admin = product.as("admin");
        admin.post("api/v1/locations", "{\"code\": \"PRICED\", \"name\": \"Priced\"}");
        created(admin.post("api/v1/items", "{\"sku\": \"%s\", \"name\": \"Priced %s\", \"unit\": \"EA\", \"costing\": \"FIFO\"}".formatted(sku, sku)));
        created(admin.post("api/v1/movements", ("{\"kind\": \"RECEIPT\", \"location\": \"PRICED\", \"lines\": [{\"sku\": \"%s\","
                + " \"quantity\": \"%d\", \"unitCost\": \"6.00\"}]}").formatted(sku, units), "Idempotency-Key", UUID.randomUUID().toString()));
        Api.Answer base = pricing.put("api/v1/prices/" + sku + "/base", "{\"price\": \"10.00\", \"reason\": \"list\"}");
        assertThat(base.status()).as(base.body()).isEqualTo(200);
        created(pricing.post("api/v1/price-rules", """
                {"name": "Rule of %s", "scope": "ITEM", "target": "%s", "margin": "0.1", "mostRatio": "1.5", "stepUp": "0.05",
                 "stepDown": "0.05", "leastChange": "0", "gapMinutes": 0, "changesADay": %d, "endingIncrement": "0.01",
                 "endingOffset": "0", "coverLeastDays": "14", "coverMostDays": "45", "elasticity": "2", "historyDays": 1,
                 "costAgeDays": 30, "mode": "%s"}""".formatted(sku, sku, mode.equals("AUTOMATIC") ? 1 : 20, mode)));
        return sku;
    }

    private static void created(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private JsonNode sell(String sku, String units, String price) {
        String unitPrice = price == null ? "" : ", \"unitPrice\": \"" + price + "\"";
        Api.Answer sold = product.as("cashier").post("api/v1/sales", "{\"location\": \"PRICED\", \"lines\": [{\"sku\": \"%s\", \"quantity\": \"%s\"%s}]}"
                .formatted(sku, units, unitPrice), "Idempotency-Key", UUID.randomUUID().toString());
        created(sold);
        return sold.json();
    }

    private String journal(JsonNode sale) {
        return product.as("accountant").get("api/v1/movements/" + sale.path("id").asText()).body();
    }

    private JsonNode rule(String sku) {
        for (JsonNode rule : pricing.get("api/v1/price-rules").json().path("items")) {
            if (rule.path("target").asText().equals(sku)) {
                return rule;
            }
        }
        throw new AssertionError("no rule for " + sku);
    }

    private JsonNode price(String sku) {
        return pricing.get("api/v1/prices/" + sku).json();
    }

    private JsonNode history(String sku) {
        return pricing.get("api/v1/prices/" + sku + "/history").json().path("items");
    }

    /** The open one, once it covers the sale of ten: the receipt before it was decided on too. */
    private JsonNode proposal(String sku) {
        return await(() -> open(sku), proposal -> proposal.path("reason").path("demandPerDay").asDouble() == 10);
    }

    private JsonNode open(String sku) {
        return pricing.get("api/v1/price-proposals?status=OPEN&sku=" + sku).json().path("items").path(0);
    }

    private Api.Answer rollBack(String batch) {
        return pricing.post("api/v1/price-batches/" + batch + "/rollback", "{\"note\": \"test\"}", "Idempotency-Key", UUID.randomUUID().toString());
    }

    private static Api.Answer override(Api who, String sku, String price) {
        return who.post("api/v1/prices/" + sku + "/override", "{\"price\": \"%s\", \"reason\": \"test\"}".formatted(price),
                "Idempotency-Key", UUID.randomUUID().toString());
    }

    private Long duplicates(String sku) {
        try (Connection owner = product.asOwner(); var query = owner.createStatement();
                var rows = query.executeQuery("SELECT COALESCE(SUM(duplicates), 0) FROM inbox_mark k JOIN item i ON i.id = k.item_id"
                        + " WHERE k.consumer = 'reprice' AND i.sku = '" + sku + "'")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static <T> T await(Supplier<T> look, Predicate<T> until) {
        Instant end = Instant.now().plus(PATIENCE);
        T seen = look.get();
        while (!until.test(seen)) {
            assertThat(Instant.now()).as("waited for %s, last saw %s", PATIENCE, seen).isBefore(end);
            pause();
            seen = look.get();
        }
        return seen;
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
