package entrepot.web.lists;

import entrepot.inventory.lot.server.LotFilter;
import entrepot.inventory.lot.server.LotLine;
import entrepot.inventory.lot.server.LotReport;
import entrepot.inventory.lot.server.LotView;
import entrepot.web.page.Asked;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Lots in stock, and the way of one. */
@ApplicationScoped
public class LotLists implements ListFile.Source {

    @EJB
    private LotReport report;

    @Override
    public List<ListFile> lists() {
        return List.of(
                new ListFile("lots", List.of("sku", "name", "lot", "expires", "days", "location", "on hand", "unit", "value", "supplier", "pieces"), this::lots),
                new ListFile("lot", List.of("business date", "kind", "location", "quantity", "reference", "source", "customer",
                        "customer name", "posting"), this::way));
    }

    private void lots(Map<String, String> asked, Sheet sheet) {
        LotFilter filter = new LotFilter(Asked.text(asked.get("q")), Asked.text(asked.get("item")), Asked.text(asked.get("location")),
                Asked.days(asked.get("within")));
        ListFile.each(sheet, (after, limit) -> report.inStock(filter, after, limit), LotLine::key, row -> new Object[] {row.sku(), row.name(),
                row.lot(), row.expires(), row.days(), row.location(), row.onHand(), row.unit(), row.value(), row.supplier(), row.pieces()});
    }

    private void way(Map<String, String> asked, Sheet sheet) {
        report.find(Asked.text(asked.get("item")), Asked.text(asked.get("lot"))).ifPresent(lot -> ListFile.each(
                sheet, (after, limit) -> report.way(lot.lot(), after, limit), LotView.Step::key, row -> new Object[] {row.businessDate(),
                        row.kind(), row.location(), row.quantity(), row.reference(), row.source(), row.customer(), row.customerName(),
                        row.posting()}));
    }
}
