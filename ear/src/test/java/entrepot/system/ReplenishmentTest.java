package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From a sale to what is ordered for it, and back onto the shelf. */
@OnProduct
class ReplenishmentTest {

    private static final String DECISION = "d.consumer = 'replenishment' AND d.item_id = m.item_id"
            + " AND d.from_seal < s.number AND d.to_seal >= s.number";

    /** Movements with their decisions: one that two decisions cover counts twice. */
    private static final String COVERED = "SELECT COUNT(*) FROM movement m JOIN item i ON i.id = m.item_id"
            + " JOIN seal s ON s.posting_seq = m.posting_seq JOIN decision d ON " + DECISION + " WHERE i.sku = ?";

    private static final String UNCOVERED = "SELECT COUNT(*) FROM movement m JOIN item i ON i.id = m.item_id"
            + " LEFT JOIN seal s ON s.posting_seq = m.posting_seq WHERE i.sku = ?"
            + " AND NOT EXISTS (SELECT 1 FROM decision d WHERE " + DECISION + ")";

    private final Product product;

    ReplenishmentTest(Product product) {
        this.product = product;
    }

    @Test
    void aSaleBelowTheReorderPointMakesOneProposalWithItsReason() {
        Shelf shelf = new Shelf(product, 100);
        shelf.sell(90);
        JsonNode suggestion = shelf.suggestion();
        assertThat(suggestion.get("supplier").asText()).isEqualTo(shelf.supplier);
        assertThat(new BigDecimal(suggestion.get("quantity").asText()).remainder(new BigDecimal(12))).isZero();
        assertThat(suggestion.get("reasons")).hasSize(5);
        assertThat(suggestion.get("numbers").get("onHand").asText()).isEqualTo("10.000000");
    }

    @Test
    void everySaleIsCoveredByExactlyOneDecision() throws Exception {
        Shelf shelf = new Shelf(product, 100);
        IntStream.range(0, 20).parallel().forEach(sale -> shelf.sell(1));
        Shelf.eventually(() -> uncovered(shelf), waiting -> waiting == 0);
        assertThat(covered(shelf)).isEqualTo(21);
        assertThat(shelf.suggestions("OPEN").size()).isLessThanOrEqualTo(1);
    }

    @Test
    void whatABuyerWroteOutlivesTheNextSale() {
        Shelf shelf = new Shelf(product, 100);
        shelf.sell(90);
        long id = shelf.suggestion().get("id").asLong();
        assertThat(edit(id, "13", "\"0\"").status()).isEqualTo(422);
        assertThat(edit(id, "24", "\"0\"").status()).isEqualTo(200);
        assertThat(edit(id, "36", "\"0\"").status()).isEqualTo(412);
        shelf.sell(5);
        JsonNode edited = Shelf.eventually(() -> shelf.suggestions("EDITED").get(0),
                row -> row.get("numbers").get("onHand").asText().equals("5.000000"));
        assertThat(edited.get("quantity").asText()).isEqualTo("24.000000");
    }

    @Test
    void confirmingTwiceMakesOneOrderAndNothingIsProposedAgain() throws Exception {
        Shelf shelf = new Shelf(product, 100);
        shelf.sell(90);
        long id = shelf.suggestion().get("id").asLong();
        UUID key = UUID.randomUUID();
        Set<String> orders = new TreeSet<>();
        Set<Integer> statuses = new TreeSet<>();
        for (Api.Answer answer : atOnce(8, () -> shelf.confirm(key, id))) {
            statuses.add(answer.status());
            orders.add(answer.json().get("orders").get(0).asText());
        }
        assertThat(orders).hasSize(1);
        assertThat(statuses).containsExactly(200, 201);
        shelf.sell(1);
        Shelf.eventually(() -> uncovered(shelf), waiting -> waiting == 0);
        assertThat(shelf.suggestions("OPEN")).isEmpty();
    }

    @Test
    void goodsComeInPartsAndALittleOver() {
        Shelf shelf = new Shelf(product, 100);
        shelf.sell(90);
        String order = shelf.order();
        int ordered = new BigDecimal(shelf.order(order).get("lines").get(0).get("ordered").asText()).intValueExact();
        UUID key = UUID.randomUUID();
        assertThat(shelf.receive(order, key, 10).status()).isEqualTo(201);
        assertThat(shelf.receive(order, key, 10).status()).isEqualTo(200);
        assertThat(shelf.order(order).get("status").asText()).isEqualTo("PARTIAL");
        assertThat(shelf.receive(order, UUID.randomUUID(), 2 * ordered).status()).isEqualTo(422);
        assertThat(shelf.receive(order, UUID.randomUUID(), ordered - 9).status()).isEqualTo(201);
        assertThat(shelf.order(order).get("status").asText()).isEqualTo("RECEIVED");
        assertThat(shelf.order(order).get("lines").get(0).get("received").asText()).isEqualTo((ordered + 1) + ".000000");
        assertThat(shelf.receive(order, UUID.randomUUID(), 1).status()).isEqualTo(409);
    }

    @Test
    void receiptsAtOnceAreAllCounted() {
        Shelf shelf = new Shelf(product, 100);
        shelf.sell(90);
        String order = shelf.order();
        List<Api.Answer> answers = atOnce(4, () -> shelf.receive(order, UUID.randomUUID(), 2));
        assertThat(answers).extracting(Api.Answer::status).containsOnly(201);
        assertThat(shelf.order(order).get("lines").get(0).get("received").asText()).isEqualTo("8.000000");
    }

    @Test
    void aCancelledOrderIsProposedAgain() {
        Shelf shelf = new Shelf(product, 100);
        shelf.sell(90);
        String order = shelf.order();
        assertThat(shelf.suggestions("OPEN")).isEmpty();
        Api.Answer cancelled = product.as("buyer").post("api/v1/purchase-orders/" + order + "/cancel", "", "If-Match", "\"0\"");
        assertThat(cancelled.json().get("status").asText()).isEqualTo("CANCELLED");
        assertThat(shelf.suggestions("OPEN")).hasSize(1);
    }

    private Api.Answer edit(long suggestion, String quantity, String version) {
        return product.as("buyer").write("PATCH", "api/v1/replenishment/suggestions/" + suggestion,
                "{\"quantity\":\"" + quantity + "\"}", "If-Match", version);
    }

    private static List<Api.Answer> atOnce(int times, Supplier<Api.Answer> act) {
        List<CompletableFuture<Api.Answer>> all = IntStream.range(0, times).mapToObj(time -> CompletableFuture.supplyAsync(act)).toList();
        return all.stream().map(CompletableFuture::join).toList();
    }

    private long covered(Shelf shelf) throws Exception {
        return count(COVERED, shelf);
    }

    private long uncovered(Shelf shelf) throws Exception {
        return count(UNCOVERED, shelf);
    }

    private long count(String sql, Shelf shelf) throws Exception {
        try (var application = product.asApplication(); var query = application.prepareStatement(sql)) {
            query.setString(1, shelf.sku);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
