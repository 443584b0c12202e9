package entrepot.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import entrepot.inventory.count.server.CountDesk;
import entrepot.inventory.count.server.NewCount;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** What was counted, as a client sends it: as one JSON document, or one line of NDJSON a count. */
record CountEntriesBody(List<Line> lines) {

    /**
     * @param lot      of an item that is kept by lot; left out with one by serial number: all its pieces
     * @param expires  last day of a lot that is found and not known
     * @param quantity zero is a count
     * @param at       when the shelf held it; left out: now
     * @param pieces   of catch-weight goods
     */
    record Line(String sku, String lot, String expires, String quantity, String at, Long pieces) {}

    /** @throws ApiProblem where the body cannot be read, with all lines that cannot */
    static CountEntriesBody read(InputStream body, String encoding) throws IOException {
        LineStream stream = LineStream.of(body, encoding);
        List<Line> lines = new ArrayList<>();
        Fields fields = new Fields();
        for (String line = stream.next(); line != null; line = stream.next()) {
            lines.add(line(fields, "/lines/" + lines.size(), line));
            if (lines.size() > NewCount.MOST_LINES) {
                break;
            }
        }
        fields.check();
        return new CountEntriesBody(lines);
    }

    private static Line line(Fields fields, String pointer, String text) {
        try {
            return Json.MAPPER.readValue(text, Line.class);
        } catch (JsonProcessingException broken) {
            fields.refuse(pointer, "malformed-json", BadJsonMapper.problem(broken).getMessage());
            return new Line(null, null, null, null, null, null);
        }
    }

    List<CountDesk.Entry> read(Fields fields) {
        if (lines == null || lines.isEmpty() || lines.size() > NewCount.MOST_LINES) {
            fields.refuse("/lines", "size", "must have 1 to " + NewCount.MOST_LINES + " lines");
            return List.of();
        }
        List<CountDesk.Entry> entries = new ArrayList<>();
        if (!DocumentFields.hasHole(fields, "/lines", lines)) {
            for (Line line : lines) {
                String at = "/lines/" + entries.size();
                entries.add(new CountDesk.Entry(fields.text(at + "/sku", line.sku, 32),
                        fields.textIfGiven(at + "/lot", line.lot, 20), fields.dateIfGiven(at + "/expires", line.expires),
                        fields.quantity(at + "/quantity", line.quantity), fields.momentIfGiven(at + "/at", line.at), line.pieces));
            }
        }
        return entries;
    }
}
