package entrepot.system.volume;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import entrepot.system.book.ShopFloor;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is worked out from a checkpoint is what the whole history says: rebuilding reads all of it and compares each entry. */
@OnProduct
class CheckpointsTest {

    private static final long SEED = 20261126;
    /** Where the average is of a month there are checkpoints at the ends of months only: on any calendar two are far enough apart. */
    private static final LocalDate FIRST = LocalDate.now().minusDays(200).withDayOfMonth(1);
    private static final int DAYS = 130;
    private static final int STEPS = 300;
    private static final int LATE = 30;

    private final ShopFloor shop;
    private final Random random = new Random(SEED);
    private final List<Answer> receipts = new ArrayList<>();
    private final List<Answer> sales = new ArrayList<>();
    private final List<Answer> late = new ArrayList<>();
    private String sku;

    CheckpointsTest(Product product) {
        shop = new ShopFloor(product);
    }

    @ParameterizedTest
    @CsvSource({"FIFO, EVENT, REPLAY, false", "FIFO, EVENT, REPLAY, true", "LIFO, EVENT, ON_HAND_SHARE, false",
            "AVERAGE, EVENT, REPLAY, true", "AVERAGE, DAY, REPLAY, false", "AVERAGE, MONTH, REPLAY, false"})
    void whatFollowsACheckpointIsWhatTheWholeHistorySays(String costing, String period, String lateCost, boolean belowZero)
            throws InterruptedException, SQLException {
        make(costing, period, lateCost, belowZero);
        for (int step = 0; step < STEPS; step++) {
            inOrder(step);
        }
        receive(FIRST.minusDays(1));
        assertThat(checkpoints()).isGreaterThan(1);
        for (int step = 0; step < LATE; step++) {
            late(FIRST.plusDays(random.nextInt(DAYS)));
        }
        assertThat(late).as("seed " + SEED).hasSizeGreaterThan(LATE / 3);
        assertThat(checkpoints()).isPositive();
        theWholeHistoryAgrees();
    }

    /** Two items whose checkpoints are of different days, late in one document, one charge or one group. */
    @Test
    void itemsThatComeTogetherAreEachRunFromTheirOwnCheckpoint() throws InterruptedException, SQLException {
        make("AVERAGE", "MONTH", "REPLAY", false);
        String seldom = sku;
        make("FIFO", "EVENT", "REPLAY", false);
        for (int step = 0; step < STEPS; step++) {
            inOrder(step);
            if (step % 3 == 0) {
                LocalDate day = FIRST.plusDays((long) step * DAYS / STEPS);
                receipts.add(shop.note("RECEIPT", on(day), came(seldom)));
                keep(sellBoth(day, seldom), sales);
            }
        }
        for (int step = 0; step < LATE / 2; step++) {
            LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
            Answer answer = switch (random.nextInt(5)) {
                case 0 -> shop.note("RECEIPT", on(day), came(sku) + "," + came(seldom));
                case 1 -> sellBoth(day, seldom);
                case 2 -> giveBack(any(sales));
                case 3 -> shop.admin.post("api/v1/landed-costs", "{\"receipts\":[\"" + id(any(receipts)) + "\",\"" + id(any(receipts))
                        + "\"],\"amount\":\"7.77\",\"by\":\"QUANTITY\",\"reference\":\"FREIGHT\"}", key(newKey()));
                default -> group(day, seldom);
            };
            assertThat(answer.status()).as(answer.body()).isIn(200, 201, 409, 422);
        }
        theWholeHistoryAgrees();
    }

    private void theWholeHistoryAgrees() throws InterruptedException {
        JsonNode rebuilt = shop.run("rebuild-projections");
        assertThat(rebuilt.get("status").asText()).as("seed " + SEED + " " + rebuilt).isEqualTo("DONE");
        assertThat(rebuilt.at("/outcome/different").asInt()).as("seed " + SEED + " " + rebuilt).isZero();
        JsonNode checked = shop.run("ledger-check");
        assertThat(checked.get("status").asText()).as(checked.toString()).isEqualTo("DONE");
    }

    /** Refused together, then one of them alone, then the other late: all in one transaction. */
    private Answer group(LocalDate day, String other) {
        String both = line(day, "ISSUE", "{\"sku\":\"" + sku + "\",\"quantity\":\"9000\"},{\"sku\":\"" + other + "\",\"quantity\":\"1\"}");
        String alone = line(FIRST.plusDays(DAYS + 1), "RECEIPT", came(other));
        String late = line(day, "RECEIPT", came(sku));
        return shop.admin.send(shop.admin.request("api/v1/movements").header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(both + alone + late)));
    }

    private String line(LocalDate day, String kind, String lines) {
        return "{\"id\":\"" + newKey() + "\",\"kind\":\"" + kind + "\",\"location\":\"" + shop.place + "\"," + on(day) + "\"lines\":[" + lines + "]}\n";
    }

    private static String on(LocalDate day) {
        return "\"businessDate\":\"" + day + "\",";
    }

    private String came(String item) {
        return "{\"sku\":\"" + item + "\",\"quantity\":\"" + (3 + random.nextInt(9)) + "\",\"unitCost\":\""
                + (1 + random.nextInt(900)) / 100.0 + "\"}";
    }

    private Answer sellBoth(LocalDate day, String other) {
        String line = "{\"sku\":\"%s\",\"quantity\":\"1\",\"unitPrice\":\"5.00\"}";
        return shop.admin.post("api/v1/sales", "{\"location\":\"" + shop.place + "\"," + on(day) + "\"lines\":[" + line.formatted(sku) + ","
                + line.formatted(other) + "]}", key(newKey()));
    }

    @Test
    void aCheckpointThatWentWrongIsMended() throws SQLException, InterruptedException {
        make("FIFO", "EVENT", "REPLAY", false);
        for (int step = 0; step < STEPS; step += 2) {
            inOrder(step);
        }
        receive(FIRST.minusDays(1));
        shop.asOwner("UPDATE cost_checkpoint SET state = REPLACE(state, '0000', '1000') WHERE item_id = " + item() + " LIMIT 1");
        assertThat(shop.run("rebuild-projections").at("/outcome/different").asInt()).isEqualTo(1);
        assertThat(shop.run("rebuild-projections").at("/outcome/different").asInt()).isZero();
    }

    private void make(String costing, String period, String lateCost, boolean belowZero) {
        sku = shop.fifo.replace("F-", "K-") + costing.charAt(0);
        made(shop.admin.post("api/v1/categories", "{\"code\":\"" + sku + "\",\"name\":\"Checkpoints\"}"));
        made(shop.admin.post("api/v1/cost-rules", "{\"category\":\"" + sku + "\",\"averagePeriod\":\"" + period + "\",\"lateCost\":\""
                + lateCost + "\",\"belowZero\":" + belowZero + "}"));
        made(shop.admin.post("api/v1/items", "{\"sku\":\"" + sku + "\",\"name\":\"Often moved\",\"unit\":\"EA\",\"costing\":\"" + costing
                + "\",\"category\":\"" + sku + "\"}"));
    }

    private static void made(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private void inOrder(int step) {
        LocalDate day = FIRST.plusDays((long) step * DAYS / STEPS);
        if (step % 2 == 0) {
            receipts.add(receive(day));
        } else {
            keep(sell(day, 1 + random.nextInt(11)), sales);
        }
    }

    /** Some are refused, because they would leave too little to what is posted. */
    private void late(LocalDate day) {
        Answer answer = switch (random.nextInt(7)) {
            case 0 -> receive(day);
            case 1 -> sell(day, 1 + random.nextInt(3));
            case 2 -> giveBack(any(sales));
            case 3 -> charge(any(receipts));
            case 4 -> correct(any(receipts));
            case 5 -> sendBack(any(receipts));
            default -> late.isEmpty() ? receive(day) : shop.reverse(any(late));
        };
        assertThat(answer.status()).as(answer.body()).isIn(201, 409, 422);
        keep(answer, late);
    }

    private Answer any(List<Answer> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static void keep(Answer answer, List<Answer> among) {
        if (answer.status() == 201) {
            among.add(answer);
        }
    }

    private Answer receive(LocalDate day) {
        return shop.note("RECEIPT", on(day), came(sku));
    }

    private Answer sell(LocalDate day, int quantity) {
        return shop.admin.post("api/v1/sales",
                shop.sale(sku, quantity).replaceFirst("\\{", "{\"businessDate\":\"" + day + "\","), key(newKey()));
    }

    private Answer giveBack(Answer sale) {
        return shop.admin.post("api/v1/returns", "{\"location\":\"" + shop.place + "\",\"lines\":[{\"sku\":\"" + sku
                + "\",\"quantity\":\"1\",\"unitPrice\":\"5.00\",\"returnOf\":{\"sale\":\"" + id(sale) + "\",\"line\":0}}]}", key(newKey()));
    }

    private Answer charge(Answer receipt) {
        return shop.admin.post("api/v1/landed-costs", "{\"receipts\":[\"" + id(receipt) + "\"],\"amount\":\"3.33\",\"by\":\"QUANTITY\","
                + "\"reference\":\"FREIGHT\"}", key(newKey()));
    }

    private Answer correct(Answer receipt) {
        return shop.admin.post("api/v1/corrections", "{\"posting\":\"" + id(receipt) + "\",\"lines\":[{\"line\":0,\"quantity\":\""
                + (4 + random.nextInt(9)) + "\"}],\"reason\":\"counted again\"}", key(newKey()));
    }

    private Answer sendBack(Answer receipt) {
        return shop.note("SUPPLIER_RETURN", "", "{\"sku\":\"" + sku + "\",\"quantity\":\"1\",\"receipt\":{\"posting\":\"" + id(receipt)
                + "\",\"line\":0}}");
    }

    private static String id(Answer posting) {
        return posting.json().get("id").asText();
    }

    private long item() throws SQLException {
        return shop.count("SELECT id FROM item WHERE sku = '" + sku + "'");
    }

    private long checkpoints() throws SQLException {
        return shop.count("SELECT COUNT(*) FROM cost_checkpoint WHERE item_id = " + item());
    }
}
