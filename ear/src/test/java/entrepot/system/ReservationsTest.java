package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Goods kept for customers, and a till that respects it. */
@OnProduct
class ReservationsTest {

    private final Product product;

    ReservationsTest(Product product) {
        this.product = product;
    }

    @Test
    void manyAtOnceReserveExactlyWhatIsThere() throws Exception {
        Shelf shelf = new Shelf(product, 100);
        ExecutorService crowd = Executors.newFixedThreadPool(64);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 128; i++) {
            answers.add(crowd.submit(() -> reserve(shelf, 1, "").status()));
        }
        int made = 0;
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isIn(201, 409);
            made += answer.get() == 201 ? 1 : 0;
        }
        crowd.shutdown();
        assertThat(made).isEqualTo(100);
        assertThat(site(shelf).get("reserved").asText()).isEqualTo("100");
        assertThat(sell(shelf, 1, null).json().get("code").asText()).isEqualTo("reserved");
    }

    @Test
    void aSaleTakesWhatWasKeptForItInPartAndTheRestCanBeReleased() throws Exception {
        Shelf shelf = new Shelf(product, 10);
        UUID id = made(reserve(shelf, 8, ""));
        assertThat(sell(shelf, 3, null).status()).isEqualTo(409);
        assertThat(sell(shelf, 5, id).status()).isEqualTo(201);
        JsonNode line = reservation(id).get("lines").get(0);
        assertThat(line.get("held").asText()).isEqualTo("3");
        assertThat(line.get("fulfilled").asText()).isEqualTo("5");
        assertThat(release(id).status()).isEqualTo(200);
        assertThat(release(id).json().get("reservation").get("status").asText()).isEqualTo("RELEASED");
        assertThat(sell(shelf, 4, null).status()).isEqualTo(201);
        assertThat(sell(shelf, 1, id).json().get("code").asText()).isEqualTo("reservation-state");
        assertThat(reservation(id).get("events")).extracting(event -> event.get("kind").asText())
                .containsExactly("RESERVED", "FULFILLED", "RELEASED");
        addsUp(shelf);
    }

    @Test
    void aReservationIsMadeOncePerKey() {
        Shelf shelf = new Shelf(product, 10);
        UUID key = UUID.randomUUID();
        assertThat(reserve(shelf, 4, "", key).status()).isEqualTo(201);
        assertThat(reserve(shelf, 4, "", key).status()).isEqualTo(200);
        assertThat(reserve(shelf, 5, "", key).json().get("code").asText()).isEqualTo("idempotency-clash");
        assertThat(site(shelf).get("available").asText()).isEqualTo("6");
    }

    @Test
    void whatComesInTimeCanBePromisedAndIsHandedOutByPriority() throws Exception {
        Shelf shelf = new Shelf(product, 10);
        LocalDate day = LocalDate.now().plusDays(9);
        String order = order(shelf, 20, day);
        JsonNode before = product.as("cashier").get("api/v1/availability?sku=" + shelf.sku + "&quantity=25").json().get("items").get(0);
        assertThat(before.get("promisable").asText()).isEqualTo("10");
        assertThat(before.get("earliest").asText()).isEqualTo(day.toString());
        assertThat(reserve(shelf, 25, "").status()).isEqualTo(409);
        String wanted = "\"wantedOn\":\"" + day + "\",";
        UUID patient = made(reserve(shelf, 15, wanted + "\"priority\":7,"));
        UUID urgent = made(reserve(shelf, 10, wanted + "\"priority\":1,"));
        assertThat(reserve(shelf, 6, wanted).status()).isEqualTo(409);
        assertThat(reservation(patient).get("reservation").get("awaited").asText()).isEqualTo("5");
        assertThat(shelf.receive(order, UUID.randomUUID(), 12).status()).isEqualTo(201);
        Shelf.eventually(() -> reservation(patient).get("reservation").get("awaited").asText(), "3"::equals);
        assertThat(reservation(urgent).get("reservation").get("held").asText()).isEqualTo("10");
        addsUp(shelf);
    }

    @Test
    void whatHasExpiredIsFreeAgain() throws Exception {
        Shelf shelf = new Shelf(product, 10);
        UUID id = made(reserve(shelf, 8, "\"expiresAt\":\"" + Instant.now().plusSeconds(2) + "\","));
        Shelf.eventually(() -> reservation(id).get("reservation").get("status").asText(), "EXPIRED"::equals);
        assertThat(site(shelf).get("available").asText()).isEqualTo("10");
        addsUp(shelf);
    }

    @Test
    void aCountThatFindsLessThanIsReservedIsPostedAndShownAsAnException() {
        Shelf shelf = new Shelf(product, 10);
        made(reserve(shelf, 8, ""));
        Api.Answer scrap = product.as("storekeeper").post("api/v1/movements", ("{\"kind\":\"SCRAP\",\"location\":\"%s\",\"reason\":\"fell\","
                + "\"lines\":[{\"sku\":\"%s\",\"quantity\":\"5\"}]}").formatted(shelf.location, shelf.sku),
                "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(scrap.status()).as(scrap.body()).isEqualTo(201);
        assertThat(product.as("buyer").get("api/v1/reservations/exceptions").json().get("items"))
                .filteredOn(row -> row.get("sku").asText().equals(shelf.sku)).singleElement()
                .satisfies(row -> assertThat(row.get("missing").asText()).isEqualTo("3"));
    }

    private Api.Answer reserve(Shelf shelf, int units, String more) {
        return reserve(shelf, units, more, UUID.randomUUID());
    }

    private Api.Answer reserve(Shelf shelf, int units, String more, UUID key) {
        return product.as("cashier").post("api/v1/reservations", ("{%s\"lines\":[{\"sku\":\"%s\",\"location\":\"%s\",\"quantity\":\"%d\"}]}")
                .formatted(more, shelf.sku, shelf.location, units), "Idempotency-Key", key.toString());
    }

    private static UUID made(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return UUID.fromString(answer.json().get("reservation").get("id").asText());
    }

    private JsonNode reservation(UUID id) {
        return product.as("buyer").get("api/v1/reservations/" + id).json();
    }

    private Api.Answer release(UUID id) {
        return product.as("cashier").post("api/v1/reservations/" + id + "/release", "{\"reason\":\"went elsewhere\"}");
    }

    private JsonNode site(Shelf shelf) {
        return product.as("cashier").get("api/v1/availability?sku=" + shelf.sku).json().get("items").get(0);
    }

    private Api.Answer sell(Shelf shelf, int units, UUID reservation) {
        String kept = reservation == null ? "" : ",\"reservation\":{\"id\":\"%s\",\"line\":0}".formatted(reservation);
        return product.as("cashier").post("api/v1/sales", ("{\"location\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"%d\","
                + "\"unitPrice\":\"5.00\"%s}]}").formatted(shelf.location, shelf.sku, units, kept),
                "Idempotency-Key", UUID.randomUUID().toString());
    }

    private String order(Shelf shelf, int units, LocalDate expected) {
        UUID id = UUID.randomUUID();
        Api.Answer answer = product.as("buyer").post("api/v1/purchase-orders", ("{\"supplier\":\"%s\",\"location\":\"%s\",\"orderedOn\":\"%s\","
                + "\"expectedOn\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"%d\",\"unitCost\":\"2.50\"}]}")
                .formatted(shelf.supplier, shelf.location, LocalDate.now(), expected, shelf.sku, units), "Idempotency-Key", id.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return id.toString();
    }

    /** Law: what lines hold, what the site holds and what the log adds up to are one. */
    private void addsUp(Shelf shelf) throws Exception {
        try (var database = product.asApplication(); var statement = database.prepareStatement(
                "SELECT l.held - SUM(e.held), l.awaited - SUM(e.awaited), s.held - (SELECT SUM(x.held) FROM reservation_line x"
                        + " WHERE x.item_id = l.item_id AND x.location_id = l.location_id) FROM reservation_line l"
                        + " JOIN reservation_event e ON e.reservation_id = l.reservation_id AND e.line_no = l.line_no"
                        + " JOIN stock_reserved s ON s.item_id = l.item_id AND s.location_id = l.location_id"
                        + " JOIN item i ON i.id = l.item_id WHERE i.sku = ? GROUP BY l.reservation_id, l.line_no")) {
            statement.setString(1, shelf.sku);
            var rows = statement.executeQuery();
            while (rows.next()) {
                assertThat(List.of(rows.getLong(1), rows.getLong(2), rows.getLong(3))).containsOnly(0L);
            }
        }
    }
}
