package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A book is opened by stock that ties to a trial balance, or not at all. */
@OnProduct
class OpeningImportTest {

    private final Api accountant;
    private final ShopFloor shop;

    OpeningImportTest(Product product) {
        this.accountant = product.as("accountant");
        this.shop = new ShopFloor(product);
    }

    @Test
    void whatDoesNotTieIsNamedAndWhatTiesIsOneDocument() throws InterruptedException {
        String id = newKey();
        String at = "api/v1/opening-imports/" + id;
        assertThat(accountant.post("api/v1/opening-imports", "{\"businessDate\":\"2025-12-31\"}", key(id)).status()).isEqualTo(201);
        String stock = "sku,location,quantity,unitCost\n" + shop.fifo + "," + shop.place + ",10,2.50\n" + shop.average + "," + shop.place + ",4,1.00\n";
        csv(at + "/stock", stock);
        csv(at + "/trial-balance", "account,debit,credit\n1200,28.00,\n1000,100.00,\n3000,,129.00\n");
        ended(accountant.post(at + "/post", "{}"));
        JsonNode refused = accountant.get(at).json();
        assertThat(refused.get("status").asText()).isEqualTo("REFUSED");
        assertThat(accountant.get(at + "/findings").json().get("items").findValuesAsText("code")).containsExactly("out-of-balance", "stock-differs");
        assertThat(shop.onHand(shop.fifo)).isEqualTo("0");
        csv(at + "/trial-balance", "account,debit,credit\n1200,29.00,\n1000,100.00,\n3000,,129.00\n");
        JsonNode job = ended(accountant.post(at + "/post", "{}"));
        assertThat(job.at("/outcome/posted").asBoolean()).as(job + " " + accountant.get(at + "/findings").body()).isTrue();
        assertThat(accountant.get(at).json().get("status").asText()).isEqualTo("POSTED");
        assertThat(shop.onHand(shop.fifo)).isEqualTo("10");
        JsonNode journal = accountant.get("api/v1/journal?posting=" + id + "&account=1000").json().get("items").get(0);
        assertThat(journal.get("amount").asText()).isEqualTo("100.00");
        assertThat(accountant.post(at + "/post", "{}").status()).isEqualTo(409);
        assertThat(accountant.post("api/v1/movements/" + id + "/reverse", "{\"businessDate\":\"2025-12-31\"}", key(newKey())).status()).isEqualTo(201);
        assertThat(accountant.get(at).json().get("status").asText()).isEqualTo("UNDONE");
    }

    @Test
    void lotsAndPiecesComeInByName() throws InterruptedException {
        String milk = shop.fifo.replace("F-", "OMILK-");
        String pump = shop.fifo.replace("F-", "OPUMP-");
        item(milk, "'costing':'FIFO','tracking':'LOT','perishable':true");
        item(pump, "'costing':'SPECIFIC','tracking':'SERIAL'");
        String id = newKey();
        String at = "api/v1/opening-imports/" + id;
        assertThat(accountant.post("api/v1/opening-imports", "{\"businessDate\":\"2025-12-31\"}", key(id)).status()).isEqualTo(201);
        String head = "sku,location,lot,expires,quantity,value\n";
        csv(at + "/stock", head + milk + "," + shop.place + ",A,,5,5.00\n" + pump + "," + shop.place + ",S-1,,2,90.00\n");
        csv(at + "/trial-balance", "account,debit,credit\n1200,95.00,\n3000,,95.00\n");
        ended(accountant.post(at + "/check", "{}"));
        assertThat(accountant.get(at + "/findings").json().get("items")).extracting(found -> found.get("line").asInt() + " " + found.get("code").asText())
                .containsExactly("2 expiry-missing", "3 serial-is-one");
        csv(at + "/stock", head + milk + "," + shop.place + ",A,2030-01-31,5,5.00\n" + milk + "," + shop.place + ",B,2030-02-28,1,2.00\n"
                + pump + "," + shop.place + ",S-1,,1,60.00\n" + pump + "," + shop.place + ",S-2,,1,28.00\n");
        JsonNode job = ended(accountant.post(at + "/post", "{}"));
        assertThat(job.at("/outcome/posted").asBoolean()).as(job + " " + accountant.get(at + "/findings").body()).isTrue();
        assertThat(accountant.get("api/v1/lots?item=" + milk).json().get("items")).extracting(lot -> lot.get("lot").asText() + " "
                + lot.get("expires").asText() + " " + lot.get("onHand").asText()).containsExactly("A 2030-01-31 5", "B 2030-02-28 1");
        assertThat(accountant.get("api/v1/lots?item=" + pump).json().get("items")).extracting(lot -> lot.get("value").asText())
                .containsExactly("60.00", "28.00");
        assertThat(accountant.post("api/v1/movements/" + id + "/reverse", "{\"businessDate\":\"2025-12-31\"}", key(newKey())).status()).isEqualTo(201);
    }

    @Test
    void piecesComeInBesideWhatTheyWeigh() throws InterruptedException {
        String cheese = shop.fifo.replace("F-", "OCHEESE-");
        item(cheese, "'costing':'FIFO','pieceSize':'4.5','pieceTolerance':'0.1'");
        String id = newKey();
        String at = "api/v1/opening-imports/" + id;
        assertThat(accountant.post("api/v1/opening-imports", "{\"businessDate\":\"2025-12-31\"}", key(id)).status()).isEqualTo(201);
        csv(at + "/trial-balance", "account,debit,credit\n1200,90.00,\n3000,,90.00\n");
        csv(at + "/stock", "sku,location,quantity,value,pieces\n" + cheese + "," + shop.place + ",9,90.00,two\n");
        ended(accountant.post(at + "/check", "{}"));
        assertThat(accountant.get(at + "/findings").body()).contains("pieces must be a whole number");
        csv(at + "/stock", "sku,location,quantity,value\n" + cheese + "," + shop.place + ",9,90.00\n");
        ended(accountant.post(at + "/post", "{}"));
        assertThat(accountant.get(at + "/findings").json().at("/items/0/code").asText()).isEqualTo("pieces-missing");
        csv(at + "/stock", "sku,location,quantity,value,pieces\n" + cheese + "," + shop.place + ",9,90.00,2\n");
        JsonNode job = ended(accountant.post(at + "/post", "{}"));
        assertThat(job.at("/outcome/posted").asBoolean()).as(job + " " + accountant.get(at + "/findings").body()).isTrue();
        assertThat(accountant.get("api/v1/stock?item=" + cheese).json().at("/items/0/pieces").asLong()).isEqualTo(2);
        assertThat(accountant.post("api/v1/movements/" + id + "/reverse", "{\"businessDate\":\"2025-12-31\"}", key(newKey())).status()).isEqualTo(201);
        assertThat(accountant.get("api/v1/stock?withZero=true&item=" + cheese).json().at("/items/0/pieces").asLong()).isZero();
    }

    private void item(String sku, String more) {
        Answer made = shop.admin.post("api/v1/items", ("{'sku':'" + sku + "','name':'" + sku + "','unit':'EA'," + more + "}").replace('\'', '"'));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    private void csv(String path, String text) {
        Answer kept = accountant.send(accountant.request(path).header("Content-Type", "text/csv")
                .PUT(BodyPublishers.ofString(text)));
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
    }

    private JsonNode ended(Answer queued) {
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
        return accountant.over("api/v1/jobs/" + queued.json().get("job").asText(), Duration.ofMinutes(1));
    }
}
