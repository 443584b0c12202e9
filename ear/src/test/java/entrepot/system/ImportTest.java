package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A file of rows from upload to undo, over HTTP. */
@OnProduct
class ImportTest {

    private static final String HEADER = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,CustomerID,Country\n";
    private static final long PATIENCE_MILLIS = 120_000;

    private final Product product;
    private final String batch = "api/v1/imports/" + UUID.randomUUID();

    ImportTest(Product product) {
        this.product = product;
    }

    @Test
    void everyRowEndsAsAPostingOrARejectionAndAnUndoLeavesNothing() throws InterruptedException {
        open(HEADER + """
                900001,99001,RED CUP,12,2010-01-04 10:00:00,2.95,99321,France
                900001,99001,RED CUP,12,2010-01-04 10:00:00,2.95,99321,France
                900001,99002,BLUE CUP,4,2010-01-04 10:00:00,1.25,99321,France
                C900002,99001,RED CUP,-2,2010-01-04 15:00:00,2.95,99321,France
                900003,99002,smashed,-1,2010-01-05 09:00:00,0.0,,United Kingdom
                900004,POST,POSTAGE,1,2010-01-05 10:00:00,18.0,99321,France
                900005,99002,BLUE CUP,many,2010-01-05 10:00:00,1.25,99321,France
                """);
        run("dry-run");
        JsonNode dry = admin().get(batch).json();
        assertThat(dry.path("findings").path("rows").asLong()).isEqualTo(7);
        assertThat(rows(dry)).containsEntry("SALE", 2L).containsEntry("RETURN_MATCHED", 1L).containsEntry("SCRAP", 1L)
                .containsEntry("DUPLICATE", 1L).containsEntry("NOT_A_STOCK_ITEM", 1L).containsEntry("UNREADABLE", 1L);
        assertThat(admin().get("api/v1/items/99001").status()).isEqualTo(404);

        run("commit");
        JsonNode posted = admin().get(batch).json();
        assertThat(posted.path("status").asText()).isEqualTo("POSTED");
        assertThat(posted.path("reconciliation").path("holds").asBoolean()).isTrue();
        assertThat(admin().get(batch + "/rejections").body()).contains("Quantity 'many' is not a whole number");
        assertThat(admin().post(batch + "/commit", "").status()).isEqualTo(409);

        run("undo");
        assertThat(admin().get(batch).json().path("status").asText()).isEqualTo("UNDONE");
        assertThat(admin().get("api/v1/items/99001/layers").json().path("items").isEmpty()).isTrue();
    }

    @Test
    void whatIsNotSuchAFileIsSaidByItsJob() throws InterruptedException {
        open("a,b\n1,2\n");
        admin().post(batch + "/dry-run", "");
        JsonNode job = over();
        assertThat(job.path("status").asText()).isEqualTo("FAILED");
        assertThat(job.path("failure").asText()).contains("the first line must be Invoice,StockCode");
    }

    @Test
    void aCashierMayNotImport() {
        assertThat(product.as("cashier").post("api/v1/imports", "{}", "Idempotency-Key", UUID.randomUUID().toString()).status())
                .isEqualTo(403);
    }

    private void open(String csv) {
        String id = batch.substring(batch.lastIndexOf('/') + 1);
        assertThat(admin().post("api/v1/imports", "{}", "Idempotency-Key", id).status()).isEqualTo(201);
        assertThat(admin().send(admin().request(batch + "/files/rows.csv").header("Content-Type", "text/csv")
                .PUT(BodyPublishers.ofString(csv))).status()).isEqualTo(200);
    }

    private void run(String step) throws InterruptedException {
        assertThat(admin().post(batch + "/" + step, "").status()).as(step).isEqualTo(202);
        JsonNode job = over();
        assertThat(job.path("status").asText()).as(step + ": " + job).isEqualTo("DONE");
    }

    private JsonNode over() throws InterruptedException {
        long until = System.currentTimeMillis() + PATIENCE_MILLIS;
        JsonNode job;
        do {
            Thread.sleep(200);
            job = admin().get(batch).json().path("job");
        } while (job.path("status").asText().matches("QUEUED|RUNNING") && System.currentTimeMillis() < until);
        return job;
    }

    private static Map<String, Long> rows(JsonNode batch) {
        Map<String, Long> rows = new HashMap<>();
        batch.path("findings").path("reasons").forEach(reason ->
                rows.merge(reason.path("fate").asText(), reason.path("rows").asLong(), Long::sum));
        return rows;
    }

    private Api admin() {
        return product.as("admin");
    }
}
