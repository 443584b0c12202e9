package entrepot.inventory.opening.server;

import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.DocumentLots;
import entrepot.inventory.opening.OpeningBalance.Stock;
import entrepot.inventory.opening.OpeningFinding;
import entrepot.inventory.opening.OpeningFinding.File;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lots that stock of an opening names, by the rules of every document by which goods come in. */
@ApplicationScoped
public class OpeningLots {

    @Inject
    private DocumentLots lots;

    /**
     * By the place of the stock; what names none is not in it.
     *
     * @param findings takes what is wrong; the result counts only where nothing is
     */
    Map<Integer, List<LotPart>> find(List<Stock> stock, List<OpeningFinding> findings) {
        DocumentLots.Found found = lots.find(stock.stream().map(OpeningLots::line).toList());
        Map<Integer, List<LotPart>> parts = new HashMap<>();
        for (int place = 0; place < stock.size(); place++) {
            Stock one = stock.get(place);
            if (one.lot() != null) {
                List<Refusal> refusals = new ArrayList<>();
                parts.put(place, found.parts(place, line(one), refusals));
                refusals.forEach(refusal -> findings.add(new OpeningFinding(File.STOCK, one.line(), refusal.code(), refusal.detail())));
            }
        }
        return parts;
    }

    private static DocumentLots.Line line(Stock stock) {
        var item = new CodeBook.Item(stock.item().id(), stock.item().sku(), null, stock.item().tracking(), stock.item().perishable(), false, false);
        return new DocumentLots.Line(item, stock.quantity(), stock.lot() == null ? List.of() : List.of(stock.lot()), true);
    }
}
