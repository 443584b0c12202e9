package entrepot.web.lists;

import entrepot.inventory.count.CountStatus;
import entrepot.inventory.count.server.CountBoard;
import entrepot.web.page.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Counts, and the sheet of one, as files. */
@ApplicationScoped
public class CountLists implements ListFile.Source {

    @Inject
    private CountBoard board;

    @Override
    public List<ListFile> lists() {
        return List.of(
                new ListFile("counts", List.of("number", "location", "what", "status", "lines", "counted", "made by", "made at", "counted on"),
                        this::counts),
                new ListFile("count", List.of("line", "sku", "lot", "expires", "name", "unit", "listed", "counted", "at", "by", "pieces"), this::lines));
    }

    private void counts(Map<String, String> asked, Sheet sheet) {
        ListFile.each(sheet, (after, limit) -> board.list(new CountBoard.Filter(Asked.oneOf(asked.get("status"), CountStatus.class),
                        Asked.text(asked.get("location")), Asked.text(asked.get("zone")), Asked.day(asked.get("from")), Asked.day(asked.get("to")), after, limit)),
                CountBoard.Count::number, count -> new Object[] {count.number(), count.location(), count.scope(), count.status(), count.lineCount(),
                        count.counted(), count.madeBy(), count.madeAt(), count.countedOn()});
    }

    private void lines(Map<String, String> asked, Sheet sheet) {
        UUID count = Asked.id(asked.get("id"));
        ListFile.each(sheet, (after, limit) -> board.lines(count, Asked.oneOf(asked.get("only"), CountBoard.Only.class),
                        after == null ? -1 : Integer.parseInt(after), limit),
                line -> Integer.toString(line.number()), line -> new Object[] {line.number(), line.sku(), line.lot(), line.expires(), line.name(), line.unit(), line.listed(),
                        line.counted(), line.at(), line.by(), line.pieces()});
    }
}
