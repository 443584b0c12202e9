package entrepot.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import entrepot.inventory.ledger.PostingOutcome;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * Documents that come as NDJSON, one a line, and are answered one a line in the same order. A group of them shares a
 * transaction; a bad line stops no other.
 *
 * @param <D> a document, read and ready to post
 */
final class Bulk<D> {

    static final String TYPE = "application/x-ndjson";
    private static final int GROUP = 250;
    private static final int GROUP_LINES = 2000;

    /** Turns a line into a document. */
    interface Reader<D> {

        /** @throws ApiProblem with all that is wrong with it */
        D read(String line) throws JsonProcessingException;

        UUID id(D document);

        /** How many lines it has. */
        int size(D document);
    }

    interface Poster<D> {
        List<PostingOutcome> post(List<D> documents);
    }

    /** One line on its way: a document, or what was wrong with it. */
    private record Entry<D>(long line, D document, ApiProblem problem) {}

    private final Reader<D> reader;
    private final Poster<D> poster;

    Bulk(Reader<D> reader, Poster<D> poster) {
        this.reader = reader;
        this.poster = poster;
    }

    /** @throws ApiProblem where the body is not what its encoding says */
    StreamingOutput answer(InputStream body, String encoding) {
        LineStream lines = LineStream.of(body, encoding);
        return out -> {
            List<Entry<D>> group = group(lines);
            while (!group.isEmpty()) {
                write(out, group);
                group = group(lines);
            }
        };
    }

    private List<Entry<D>> group(LineStream lines) throws IOException {
        List<Entry<D>> group = new ArrayList<>(GROUP);
        int size = 0;
        Entry<D> entry = null;
        while (group.size() < GROUP && size < GROUP_LINES && (entry = next(lines)) != null) {
            group.add(entry);
            size += entry.problem == null ? reader.size(entry.document) : 0;
        }
        return group;
    }

    private Entry<D> next(LineStream lines) throws IOException {
        try {
            String line = lines.next();
            return line == null ? null : new Entry<>(lines.number(), reader.read(line), null);
        } catch (JsonProcessingException broken) {
            return new Entry<>(lines.number(), null, BadJsonMapper.problem(broken));
        } catch (ApiProblem problem) {
            return new Entry<>(lines.number(), null, problem);
        }
    }

    private void write(OutputStream out, List<Entry<D>> group) throws IOException {
        List<D> documents = group.stream().filter(entry -> entry.problem == null).map(Entry::document).toList();
        Iterator<PostingOutcome> outcomes =
                (documents.isEmpty() ? List.<PostingOutcome>of() : poster.post(documents)).iterator();
        StringBuilder text = new StringBuilder();
        for (Entry<D> entry : group) {
            BulkAnswer answer = entry.problem == null
                    ? BulkAnswer.of(entry.line, reader.id(entry.document), outcomes.next())
                    : BulkAnswer.of(entry.line, null, entry.problem);
            text.append(Json.MAPPER.writeValueAsString(answer)).append('\n');
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
