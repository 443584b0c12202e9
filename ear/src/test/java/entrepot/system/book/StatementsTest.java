package entrepot.system.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.Launch;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements of the running book add up, and are what the journal says, whatever the days. */
@OnProduct
class StatementsTest {

    private static final long SEED = 20261129;

    private final ShopFloor shop;
    private final Api accountant;
    private final LocalDate today = LocalDate.now();
    private Answer receipt;

    StatementsTest(Product product) {
        this.shop = new ShopFloor(product);
        this.accountant = product.as("accountant");
    }

    /** A life of everything: receipts, sales, a return of goods, scrap, freight that came late, a correction, an undone sale. */
    @BeforeEach
    void somethingHappens() {
        Random random = new Random(SEED);
        receipt = dated("RECEIPT", 60, shop.fifo, "\"quantity\":\"30\",\"unitCost\":\"3.33\"");
        dated("RECEIPT", 55, shop.average, "\"quantity\":\"30\",\"unitCost\":\"1.11\"");
        for (int sale = 0; sale < 6; sale++) {
            shop.sell(random.nextBoolean() ? shop.fifo : shop.average, 1 + random.nextInt(3));
        }
        shop.reverse(shop.sell(shop.fifo, 2));
        dated("SCRAP", 30, shop.fifo, "\"quantity\":\"1\"");
        dated("ISSUE", 20, shop.average, "\"quantity\":\"1.5\"");
        ok(shop.admin.post("api/v1/landed-costs", "{\"receipts\":[\"" + receipt.json().get("id").asText() + "\"],\"amount\":\"7.77\",\"by\":\"QUANTITY\",\"reference\":\"FREIGHT\"}",
                ShopFloor.key(ShopFloor.newKey())));
    }

    private Answer dated(String kind, int daysAgo, String sku, String line) {
        return ok(shop.note(kind, "\"businessDate\":\"" + today.minusDays(daysAgo) + "\",\"reason\":\"test\",", "{\"sku\":\"" + sku + "\"," + line + "}"));
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer;
    }

    @Test
    void openingAndWhatHappenedIsClosingIsTheInventoryAccount() {
        for (LocalDate from : List.of(today, today.minusDays(25), today.minusDays(58), LocalDate.of(2000, 1, 1))) {
            JsonNode company = get("roll-forward?from=" + from + "&to=" + today);
            assertThat(company.get("ties").asBoolean()).as(from.toString()).isTrue();
            assertThat(company.at("/total/closing/value").asText()).isEqualTo(company.at("/inventoryAccount/closing").asText());
            for (String by : List.of("location", "category", "item")) {
                List<JsonNode> rows = all("roll-forward?by=" + by + "&from=" + from + "&to=" + today);
                rows.forEach(row -> assertThat(flows(row).add(value(row, "/opening"))).as(row.toString()).isEqualByComparingTo(value(row, "/closing")));
                assertThat(rows.stream().map(row -> value(row, "/closing")).reduce(BigDecimal.ZERO, BigDecimal::add)).as(by)
                        .isEqualByComparingTo(value(company, "/total/closing"));
            }
        }
    }

    @Test
    void theEntriesOfAFigureAddUpToIt() {
        String period = "&item=" + shop.fifo + "&from=" + today.minusDays(90) + "&to=" + today;
        JsonNode row = get("roll-forward?by=item" + period).get("items").get(0);
        row.get("flows").fields().forEachRemaining(flow -> {
            BigDecimal sum = all("roll-forward/entries?flow=" + flow.getKey().toLowerCase() + period).stream()
                    .map(entry -> new BigDecimal(entry.get("value").asText())).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as(flow.getKey()).isEqualByComparingTo(flow.getValue().get("value").asText());
        });
        assertThat(row.get("flows").has("CHARGES")).isTrue();
        assertThat(row.get("flows").has("RESTATEMENTS")).isTrue();
    }

    @Test
    void costOfSalesIsTheAccountOfCostOfSales() {
        for (String by : List.of("item", "category", "location", "month")) {
            String period = "cost-of-sales?by=" + by + "&from=" + today.minusDays(400) + "&to=" + today;
            JsonNode answer = get(period);
            assertThat(answer.get("ties").asBoolean()).as(by).isTrue();
            assertThat(all(period).stream().map(row -> new BigDecimal(row.get("cost").asText())).reduce(BigDecimal.ZERO, BigDecimal::add)).as(by)
                    .isEqualByComparingTo(answer.at("/accounts/cost").asText());
        }
        JsonNode item = get("cost-of-sales?by=item&item=" + shop.fifo + "&from=" + today + "&to=" + today).get("items").get(0);
        assertThat(new BigDecimal(item.get("net").asText()).subtract(new BigDecimal(item.get("cost").asText()))).isEqualByComparingTo(item.get("margin").asText());
    }

    @Test
    void theBalanceSheetBalancesAndItsResultIsThatOfTheIncomeStatement() {
        JsonNode sheet = get("statements/balance?asOf=" + today + "&before=" + today.minusDays(40));
        assertThat(sheet.get("balances").asBoolean()).isTrue();
        JsonNode income = get("statements/income?from=2000-01-01&to=" + today + "&beforeFrom=2000-01-01&beforeTo=" + today.minusDays(40));
        JsonNode result = section(income, "RESULT");
        JsonNode lines = section(sheet, "EQUITY").get("lines");
        JsonNode unclosed = lines.get(lines.size() - 1);
        assertThat(unclosed.get("now")).isEqualTo(result.get("now"));
        assertThat(unclosed.get("before")).isEqualTo(result.get("before"));
    }

    @Test
    void whatWasLearntOfAPeriodIsTheDifferenceBetweenTheSeals() throws SQLException {
        long reported = sealed();
        Answer late = dated("RECEIPT", 45, shop.fifo, "\"quantity\":\"5\",\"unitCost\":\"2.00\"");
        long now = sealed();
        String days = "from=" + today.minusDays(70) + "&to=" + today.minusDays(35) + "&since=" + reported + "&until=" + now;
        JsonNode changes = get("book-changes?" + days);
        BigDecimal difference = new BigDecimal(changes.get("stockNow").asText()).subtract(new BigDecimal(changes.get("stockBefore").asText()));
        List<JsonNode> lines = all("book-changes/lines?" + days);
        assertThat(lines.stream().map(line -> new BigDecimal(line.get("value").asText())).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(difference);
        assertThat(lines.stream().filter(line -> line.get("posting").asText().equals(late.json().get("id").asText())))
                .singleElement().satisfies(line -> assertThat(line.get("value").asText()).isEqualTo("10.00"));
        assertThat(get("book-changes?" + days.replace("until=" + now, "until=" + reported)).get("items")).isEmpty();
        assertThat(accountant.get("api/v1/book-changes").status()).isEqualTo(422);
    }

    private long sealed() throws SQLException {
        Instant deadline = Instant.now().plusSeconds(20);
        while (shop.count("SELECT COUNT(*) FROM to_seal") > 0 && Instant.now().isBefore(deadline)) {
            Launch.pause(100);
        }
        return shop.count("SELECT MAX(number) FROM seal");
    }

    private static JsonNode section(JsonNode statement, String part) {
        for (JsonNode section : statement.get("sections")) {
            if (section.get("part").asText().equals(part)) {
                return section;
            }
        }
        throw new AssertionError("no " + part + " in " + statement);
    }

    private static BigDecimal flows(JsonNode row) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode flow : row.get("flows")) {
            sum = sum.add(new BigDecimal(flow.get("value").asText()));
        }
        return sum;
    }

    private static BigDecimal value(JsonNode node, String cell) {
        return new BigDecimal(node.at(cell + "/value").asText());
    }

    private JsonNode get(String path) {
        return ok(accountant.get("api/v1/" + path)).json();
    }

    /** Every part of a list. */
    private List<JsonNode> all(String path) {
        List<JsonNode> rows = new ArrayList<>();
        for (String after = ""; after != null; ) {
            JsonNode part = get(path + "&limit=100" + after);
            part.get("items").forEach(rows::add);
            after = part.path("next").isTextual() ? "&after=" + part.get("next").asText() : null;
        }
        return rows;
    }
}
