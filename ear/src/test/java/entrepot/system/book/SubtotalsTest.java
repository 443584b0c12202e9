package entrepot.system.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Launch;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read from subtotals of sealed postings is what plain sums over all rows come to. */
@OnProduct
class SubtotalsTest {

    private static final int BLOCK = 1024;
    private static final int DAYS = 20;
    private static final long PATIENCE_NANOS = 300_000_000_000L;

    private final ShopFloor shop;
    private final Random random = new Random();

    SubtotalsTest(Product product) {
        this.shop = new ShopFloor(product);
    }

    @BeforeEach
    void fillTwoBlocksAtLeast() throws SQLException {
        long seed = random.nextLong();
        System.out.println("SubtotalsTest seed " + seed);
        random.setSeed(seed);
        for (String sku : new String[] {shop.fifo, shop.average}) {
            shop.note("RECEIPT", "\"businessDate\":\"" + day(DAYS) + "\",",
                    "{\"sku\":\"" + sku + "\",\"quantity\":\"9000\",\"unitCost\":\"1.37\"}");
        }
        for (int ago = DAYS; shop.count("SELECT COUNT(*) FROM posting") < 2 * BLOCK + BLOCK / 3; ago = Math.max(0, ago - 2)) {
            sellSome(250, ago);
        }
        sellSome(10, 0);
        until(() -> number("SELECT COUNT(*) FROM to_seal") == 0
                && number("SELECT COUNT(*) FROM subtotal_block") == number("SELECT COUNT(*) FROM seal") / BLOCK);
    }

    @Test
    void valueByPlaceAndAccountsAreThoseOfAllRows() throws SQLException {
        long seals = shop.count("SELECT MAX(number) FROM seal");
        for (long known : new long[] {1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, random.nextInt((int) seals) + 1, random.nextInt((int) seals) + 1, seals, 0}) {
            String sealed = known == 0 ? "" : " AND posting_seq IN (SELECT posting_seq FROM seal WHERE number <= " + known + ")";
            String knownAt = known == 0 ? "" : "&knownAt=" + known;
            LocalDate day = day(random.nextInt(DAYS + 2));
            String until = " WHERE business_date <= '" + day + "'" + sealed;
            JsonNode value = get("valuation?by=LOCATION&limit=1000&asOf=" + day + knownAt);
            assertThat(cents(value.get("total"))).as(day + knownAt).isEqualTo(shop.count("SELECT COALESCE(SUM(amount), 0) FROM value_entry" + until));
            assertThat(value.get("ties").asBoolean()).isTrue();
            long here = StreamSupport.stream(value.get("items").spliterator(), false).filter(row -> row.get("location").asText().equals(shop.place))
                    .mapToLong(row -> cents(row.get("value"))).sum();
            assertThat(here).as(day + knownAt).isEqualTo(shop.count("SELECT COALESCE(SUM(amount), 0) FROM value_entry" + until
                    + " AND location_id = (SELECT id FROM location WHERE code = '" + shop.place + "')"));
            JsonNode stock = get("stock/as-of?item=" + shop.fifo + "&asOf=" + day + knownAt).get("items");
            assertThat(stock.isEmpty() ? 0 : cents(stock.get(0).get("value"))).as(day + knownAt).isEqualTo(shop.count(
                    "SELECT COALESCE(SUM(amount), 0) FROM value_entry" + until + " AND item_id = (SELECT id FROM item WHERE sku = '" + shop.fifo + "')"));
        }
        for (JsonNode account : get("trial-balance?asOf=" + day(3)).get("accounts")) {
            assertThat(cents(account.path("debit")) - cents(account.path("credit"))).as(account.toString()).isEqualTo(shop.count(
                    "SELECT SUM(amount) FROM journal_line WHERE business_date <= '" + day(3) + "' AND account_code = '" + account.get("account").asText() + "'"));
        }
    }

    @Test
    void whatTheAccountsOfARoleComeToIsTheSameInEveryReport() throws SQLException {
        for (int range = 0; range < 5; range++) {
            LocalDate from = day(random.nextInt(DAYS) + 2);
            LocalDate to = from.plusDays(random.nextInt(DAYS));
            JsonNode tax = get("vat-report?from=" + from + "&to=" + to);
            String within = " AND business_date BETWEEN '" + from + "' AND '" + to + "'";
            assertThat(cents(tax.get("taxAccount"))).as(from + ".." + to).isEqualTo(-ofRole("TAX", within));
            assertThat(cents(tax.get("inputAccount"))).as(from + ".." + to).isEqualTo(ofRole("INPUT_TAX", within));
            String until = " AND business_date <= '" + to + "'";
            assertThat(cents(get("received-not-invoiced?asOf=" + to).get("account"))).as("at " + to).isEqualTo(-ofRole("RECEIVED_NOT_INVOICED", until));
            assertThat(cents(get("valuation?asOf=" + to).get("inventoryAccount"))).as("at " + to).isEqualTo(ofRole("INVENTORY", until));
            JsonNode stock = get("roll-forward?from=" + from + "&to=" + to).get("inventoryAccount");
            assertThat(cents(stock.get("opening"))).as("before " + from).isEqualTo(ofRole("INVENTORY", " AND business_date < '" + from + "'"));
            assertThat(cents(stock.get("closing"))).as("at " + to).isEqualTo(ofRole("INVENTORY", until));
        }
        YearMonth month = YearMonth.from(day(0));
        JsonNode open = StreamSupport.stream(get("periods/" + month).get("checks").spliterator(), false)
                .filter(check -> check.get("code").asText().equals("not-invoiced")).findFirst().orElseThrow();
        assertThat(cents(open.get("amount")))
                .isEqualTo(-ofRole("RECEIVED_NOT_INVOICED", " AND business_date <= '" + month.atEndOfMonth() + "'")).isPositive();
    }

    private long ofRole(String role, String when) throws SQLException {
        return shop.count("SELECT COALESCE(SUM(amount), 0) FROM journal_line WHERE account_code IN (SELECT account_code FROM account_role WHERE role = '"
                + role + "')" + when);
    }

    @Test
    void rowsAndTotalsAreOfOneMomentThoughTheShopGoesOnSelling() {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> selling = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                sellSome(1, 0);
            }
        });
        try {
            for (int look = 0; look < 100; look++) {
                get("stock/as-of?asOf=" + day(2)); // the company is looked at anew each second, which must not begin the transaction
                JsonNode value = get("valuation?by=LOCATION&limit=1000");
                assertThat(value.get("ties").asBoolean()).isTrue();
                assertThat(StreamSupport.stream(value.get("items").spliterator(), false).mapToLong(row -> cents(row.get("value"))).sum())
                        .isEqualTo(cents(value.get("total")));
            }
        } finally {
            over.set(true);
            selling.join();
        }
    }

    @Test
    void oneThatIsWrongIsSaidAndMadeAnew() throws SQLException, InterruptedException {
        shop.asOwner("UPDATE value_subtotal SET amount = amount + 7 WHERE block = 1 LIMIT 1");
        until(() -> StreamSupport.stream(get("proof").get("findings").spliterator(), false)
                .anyMatch(finding -> finding.get("law").asText().equals("SUBTOTALS") && finding.get("text").asText().contains("value at ")));
        JsonNode checked = shop.run("ledger-check");
        assertThat(checked.get("failure").asText()).contains("subtotals are what their value entries and journal lines come to");
        JsonNode rebuilt = shop.run("rebuild-projections");
        assertThat(rebuilt.at("/outcome/different").asInt()).as(rebuilt.toString()).isEqualTo(1);
        assertThat(shop.run("ledger-check").get("status").asText()).isEqualTo("DONE");
        until(() -> get("proof").get("holds").asBoolean());
    }

    /** One in twenty dated back. */
    private void sellSome(int sales, int ago) {
        String lines = IntStream.range(0, sales).mapToObj(sale -> "{\"id\":\"" + ShopFloor.newKey() + "\",\"businessDate\":\""
                + day(random.nextInt(20) == 0 ? ago + random.nextInt(DAYS - ago + 1) : ago) + "\"," + shop.sale(random.nextBoolean() ? shop.fifo : shop.average, 1).substring(1) + "\n").collect(Collectors.joining());
        Api.Answer answer = shop.admin.send(shop.admin.request("api/v1/sales").header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(lines)));
        assertThat(answer.body().lines()).hasSize(sales).allMatch(line -> line.contains("\"status\":201"));
    }

    private static LocalDate day(int ago) {
        return LocalDate.now().minusDays(ago);
    }

    private static long cents(JsonNode amount) {
        return amount.isMissingNode() || amount.isNull() ? 0 : new BigDecimal(amount.asText()).movePointRight(2).longValueExact();
    }

    private JsonNode get(String question) {
        Api.Answer answer = shop.admin.get("api/v1/" + question);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private long number(String sql) {
        try {
            return shop.count(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void until(BooleanSupplier wanted) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Launch.pause(500);
        }
    }
}
