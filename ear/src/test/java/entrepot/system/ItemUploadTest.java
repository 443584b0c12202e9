package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnProduct
class ItemUploadTest {

    private static final int ROWS = 10_000;
    private static final String HEADER = "sku,name,unit,costing\n";

    private final Product product;
    private final Api buyer;
    private final String start = Names.fresh("U");

    ItemUploadTest(Product product) {
        this.product = product;
        buyer = product.as("buyer");
    }

    private Answer upload(String type, String query, byte[] body) {
        return buyer.send(buyer.request("api/v1/items/bulk" + query)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private Answer csv(String query, String rows) {
        return upload("text/csv", query, (HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }

    private String rows(String unitOfRow7777) {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> start + "-" + row + ",Item " + row + "," + (row == 7777 ? unitOfRow7777 : "EA") + ",FIFO\n")
                .collect(Collectors.joining());
    }

    private int kept() {
        JsonNode items = buyer.get("api/v1/items?limit=1000&sku=" + start).json().path("items");
        return items.size();
    }

    @Test
    void oneBadRowOfTenThousandKeepsAllOutOrIsLeftOut() {
        Answer none = csv("", rows("ELL"));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.json().path("errors")).hasSize(1);
        assertThat(none.json().path("errors").get(0).path("pointer").asText()).isEqualTo("/7779/unit");
        assertThat(kept()).isZero();

        Answer dry = csv("?mode=good&dryRun=true", rows("ELL"));
        assertThat(dry.json().path("created").asInt()).isEqualTo(ROWS - 1);
        assertThat(dry.json().path("posted").asBoolean()).isFalse();
        assertThat(kept()).isZero();

        Answer good = csv("?mode=good", rows("ELL"));
        assertThat(good.status()).as(good.body()).isEqualTo(200);
        assertThat(good.json().path("created").asInt()).isEqualTo(ROWS - 1);
        assertThat(good.json().path("bad").asInt()).isEqualTo(1);
        assertThat(kept()).isEqualTo(1000);

        Answer again = csv("", rows("DOZ"));
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.json().path("created").asInt()).isEqualTo(1);
        assertThat(again.json().path("changed").asInt()).isEqualTo(ROWS - 1);
    }

    @Test
    void linesOfJsonDoTheSame() {
        String good = "{\"sku\": \"" + start + "\", \"name\": \"a\", \"unit\": \"EA\", \"costing\": \"FIFO\"}\n";
        Answer refused = upload("application/x-ndjson", "", (good + "{\"sku\": \n[1]\nnull\n{\"colour\": 1}\n" + good)
                .getBytes(StandardCharsets.UTF_8));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors")).extracting(error -> error.path("pointer").asText().split("/")[1])
                .containsExactly("2", "3", "4", "5", "6");
        Answer posted = upload("application/x-ndjson", "?mode=good", good.getBytes(StandardCharsets.UTF_8));
        assertThat(posted.json().path("created").asInt()).isEqualTo(1);
    }

    @Test
    void aBrokenLineIsToldAndTheOthersArePosted() {
        Answer answer = csv("?mode=good", start + "-1,a,EA,FIFO\n" + start + "-2,b\n" + start + "-3,c,EA,FIFO\n");
        assertThat(answer.json().path("created").asInt()).isEqualTo(2);
        assertThat(answer.json().path("flaws").get(0).path("line").asInt()).isEqualTo(3);
    }

    @Test
    void anotherEncodingIsRefusedUnlessItIsNamed() {
        byte[] windows = (HEADER + start + ",Café,EA,FIFO\n").getBytes(Charset.forName("windows-1252"));
        Answer refused = upload("text/csv", "", windows);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asText()).isEqualTo("encoding");
        assertThat(upload("text/csv", "?encoding=windows-1252", windows).status()).isEqualTo(200);
        assertThat(buyer.get("api/v1/items/" + start).json().path("name").asText()).isEqualTo("Café");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | no-header", "'sku,name\n' | missing-column", "'sku,name,unit,costing,sku\n' | doubled-column",
        "'sku,name,unit,costing,colour\n' | unknown-column", "'sku,name,unit,costing\nA,\"b,EA,FIFO\n' | broken-csv"})
    void aFileThatCannotBeReadSaysWhy(String file, String code) {
        Answer refused = upload("text/csv", "", file.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asText()).isEqualTo(code.strip());
    }

    @Test
    void aFormulaIsRefusedInACodeKeptInANameAndHarmlessInTheExport() {
        Answer answer = csv("?mode=good", "=1+1,a,EA,FIFO\n" + start + ",\"=HYPERLINK(\"\"x\"\")\",EA,FIFO\n");
        assertThat(answer.json().path("flaws").get(0).path("code").asText()).isEqualTo("formula");
        assertThat(buyer.get("api/v1/items/" + start).json().path("name").asText()).isEqualTo("=HYPERLINK(\"x\")");

        Answer export = buyer.get("api/v1/items/export?sku=" + start);
        assertThat(export.body()).contains(start + ",\"'=HYPERLINK(\"\"x\"\")\",EA");
        Answer back = upload("text/csv", "?dryRun=true", export.body().getBytes(StandardCharsets.UTF_8));
        assertThat(back.json().path("changed").asInt()).as(back.body()).isEqualTo(1);
    }
}
