package entrepot.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Receipt;
import entrepot.inventory.ledger.Refusal;
import entrepot.kernel.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BulkTest {

    private record Document(String id) {}

    private final List<Integer> groups = new ArrayList<>();

    /** Posts everything but the document {@code short}. */
    private final Bulk<Document> bulk = new Bulk<>(new Bulk.Reader<>() {
        @Override
        public Document read(String line) throws JsonProcessingException {
            return Json.MAPPER.readValue(line, Document.class);
        }

        @Override
        public UUID id(Document document) {
            return null;
        }

        @Override
        public int size(Document document) {
            return document.id().equals("long") ? 500 : 1;
        }
    }, documents -> {
        groups.add(documents.size());
        return documents.stream().map(BulkTest::outcome).toList();
    });

    private static PostingOutcome outcome(Document document) {
        return document.id.equals("short")
                ? new PostingOutcome.Refused(List.of(new Refusal(0, "out-of-stock", "wanted 2, on hand 1")))
                : new PostingOutcome.Accepted(
                        new Receipt(new UUID(0, 1), 7, new Money(150, Currency.getInstance("EUR")), List.of()));
    }

    private List<JsonNode> answers(byte[] body, String encoding) throws IOException {
        var out = new ByteArrayOutputStream();
        bulk.answer(new ByteArrayInputStream(body), encoding).write(out);
        List<JsonNode> answers = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            answers.add(Json.MAPPER.readTree(line));
        }
        return answers;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aBadLineStopsNoOtherAndAnswersComeInOrder() throws IOException {
        String body = "{\"id\":\"a\"}\n{broken\n\n{\"id\":\"short\"}\n{\"other\":1}\n{\"id\":\"b\"}";
        assertThat(answers(utf8(body), null))
                .extracting(answer -> answer.get("line").asInt() + ":" + answer.get("status").asInt())
                .containsExactly("1:201", "2:400", "4:409", "5:400", "6:201");
    }

    @Test
    void aRefusedLineNamesItsField() throws IOException {
        JsonNode refused = answers(utf8("{\"id\":\"short\"}"), null).get(0);
        assertThat(refused.at("/code").asText()).isEqualTo("out-of-stock");
        assertThat(refused.at("/errors/0/pointer").asText()).isEqualTo("/lines/0/quantity");
    }

    @Test
    void linesArePostedInGroups() throws IOException {
        assertThat(answers(utf8("{\"id\":\"a\"}\n".repeat(600)), null)).hasSize(600);
        assertThat(groups).containsExactly(250, 250, 100);
    }

    @Test
    void longDocumentsMakeShortGroups() throws IOException {
        answers(utf8("{\"id\":\"long\"}\n".repeat(10)), null);
        assertThat(groups).containsExactly(4, 4, 2);
    }

    @Test
    void aPackedBodyIsUnpackedOnTheWay() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(utf8("{\"id\":\"a\"}\n"));
        }
        assertThat(answers(packed.toByteArray(), "gzip")).hasSize(1);
    }

    @Test
    void aBodyThatIsNotPackedAsItSaysIsRefused() {
        assertThatThrownBy(() -> answers(utf8("{}"), "gzip")).isInstanceOf(ApiProblem.class).hasMessageContaining("gzip");
    }

    @Test
    void aLineThatIsTooLongOrNotUtf8IsPassedOver() throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(utf8("x".repeat(LineStream.MOST_BYTES + 1) + "\n"));
        body.write(new byte[] {(byte) 0xC3, '\n'});
        body.write(utf8("{\"id\":\"a\"}"));
        assertThat(answers(body.toByteArray(), null))
                .extracting(answer -> answer.get("status").asInt())
                .containsExactly(413, 400, 201);
    }
}
