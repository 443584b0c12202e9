package entrepot.web.lists;

import entrepot.trading.pricing.server.PriceList;
import entrepot.trading.pricing.server.PriceRecords;
import entrepot.trading.pricing.server.ProposalTable;
import entrepot.web.page.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Price proposals, price book, price batches. */
@ApplicationScoped
public class PriceLists implements ListFile.Source {

    @Inject
    private PriceList book;

    @Inject
    private PriceRecords records;

    @Override
    public List<ListFile> lists() {
        return List.of(
                new ListFile("prices", List.of("sku", "name", "status", "price before", "price", "unit cost", "made at (UTC)", "closed by", "note",
                        "reason"), this::proposals),
                new ListFile("pricebook", List.of("sku", "name", "unit", "price", "base price", "since (UTC)", "unit cost", "margin", "reason"),
                        this::book),
                new ListFile("batches", List.of("batch", "kind", "by", "made at (UTC)", "note", "changes", "rolls back", "rolled back by"),
                        this::batches));
    }

    private void proposals(Map<String, String> asked, Sheet sheet) {
        ProposalTable.Status status = Asked.oneOf(asked.get("status"), ProposalTable.Status.class);
        ListFile.each(sheet, (after, limit) -> records.proposals(status == null ? ProposalTable.Status.OPEN : status,
                        Asked.text(asked.get("sku")), after == null ? Long.MAX_VALUE : Long.parseLong(after), limit),
                PriceRecords.Proposal::id, row -> new Object[] {row.sku(), row.name(), row.status(), row.before(), row.price(),
                        row.unitCost(), row.madeAt(), row.closedBy(), row.note(), words(row.advice() == null ? null : row.advice().words())});
    }

    private void book(Map<String, String> asked, Sheet sheet) {
        PriceList.Filter filter = Asked.oneOf(asked.get("show"), PriceList.Filter.class);
        ListFile.each(sheet, (after, limit) -> book.list(Asked.text(asked.get("q")), filter == null ? PriceList.Filter.ALL : filter,
                        after == null ? "" : after, limit),
                PriceList.Line::sku, line -> new Object[] {line.sku(), line.name(), line.unit(), line.price(), line.basePrice(), line.since(),
                        line.unitCost(), line.margin(), words(line.words())});
    }

    private void batches(Map<String, String> asked, Sheet sheet) {
        ListFile.each(sheet, (after, limit) -> records.batches(after == null ? Long.MAX_VALUE : Long.parseLong(after), limit),
                PriceRecords.Batch::id, batch -> new Object[] {batch.id(), batch.kind(), batch.actor(), batch.madeAt(), batch.note(),
                        batch.changes(), batch.rollsBack(), batch.rolledBackBy()});
    }

    private static String words(List<String> words) {
        return words == null ? "" : String.join(" ", words);
    }
}
