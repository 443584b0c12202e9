package entrepot.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import entrepot.inventory.catalogue.Flaw;
import entrepot.inventory.catalogue.ItemCsv;
import entrepot.inventory.catalogue.ItemEntry;
import entrepot.inventory.catalogue.UploadLine;
import entrepot.platform.csv.CsvEncoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Items of an upload, a line each; what is wrong with a line stays with it. */
final class ItemLines {

    static final int MOST = 20_000;

    private ItemLines() {}

    /** @throws entrepot.platform.csv.CsvRefused where the file as a whole cannot be read */
    static List<UploadLine> csv(byte[] body, String encoding) {
        return limited(ItemCsv.read(CsvEncoding.named(encoding).decode(body)));
    }

    static List<UploadLine> ndjson(byte[] body) throws IOException {
        var lines = new LineStream(new ByteArrayInputStream(body));
        List<UploadLine> read = new ArrayList<>();
        UploadLine line = next(lines);
        while (line != null) {
            read.add(line);
            line = next(lines);
        }
        return limited(read);
    }

    private static UploadLine next(LineStream lines) throws IOException {
        try {
            String line = lines.next();
            return line == null ? null : read(lines.number(), line);
        } catch (JsonProcessingException broken) {
            return bad(lines.number(), BadJsonMapper.problem(broken));
        } catch (ApiProblem problem) {
            return bad(lines.number(), problem);
        }
    }

    private static UploadLine read(long number, String line) throws JsonProcessingException {
        ItemEntry entry = Json.MAPPER.readValue(line, ItemEntry.class);
        return entry == null
                ? bad(number, ApiProblem.of(400, "malformed-json", "the line is not a JSON object"))
                : new UploadLine(number, entry, List.of());
    }

    private static UploadLine bad(long number, ApiProblem problem) {
        String field = problem.errors().isEmpty() ? "" : problem.errors().get(0).pointer().substring(1);
        return new UploadLine(number, null, List.of(new Flaw(field, problem.code(), problem.getMessage())));
    }

    private static List<UploadLine> limited(List<UploadLine> lines) {
        if (lines.size() > MOST) {
            throw ApiProblem.of(413, "too-many-rows", "an upload may have " + MOST + " rows, this has " + lines.size()
                    + ": send it in parts");
        }
        return lines;
    }
}
