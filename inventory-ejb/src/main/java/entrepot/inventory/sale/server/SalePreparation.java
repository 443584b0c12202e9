package entrepot.inventory.sale.server;

import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.DocumentLots;
import entrepot.inventory.ledger.server.Preparation;
import entrepot.inventory.sale.KitSale;
import entrepot.inventory.sale.Sale;
import entrepot.platform.company.CompanyFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds what sales mean, of whichever callers. */
@ApplicationScoped
class SalePreparation implements Preparation<SalePreparation.Asked> {

    @Inject
    private CodeBook codes;

    @Inject
    private DocumentLots lots;

    @Inject
    private KitsSold kitsSold;

    @Inject
    private CompanyFile companies;

    /** @param mayExpire whether who asks may sell a lot after its last day */
    record Asked(SaleDesk.Request request, boolean mayExpire) {}

    @Override
    public List<Prepared> prepare(List<Asked> sales) {
        Map<String, CodeBook.Item> items = items(sales.stream().map(Asked::request).toList());
        List<KitSale> kits = sales.stream().map(one -> kitsSold.of(one.request(), items)).toList();
        var found = new SaleCodes(codes, items, lots, companies.company().currency(), kits.stream().map(KitSale::sale).toList());
        return IntStream.range(0, sales.size())
                .mapToObj(number -> found.prepare(kits.get(number), sales.get(number).request().content(), sales.get(number).mayExpire()))
                .toList();
    }

    /** What of a sale is sold as one. */
    KitSale kits(SaleDesk.Request request) {
        return kitsSold.of(request, items(List.of(request)));
    }

    private Map<String, CodeBook.Item> items(List<SaleDesk.Request> requests) {
        return new HashMap<>(codes.items(requests.stream().flatMap(request -> request.sale().lines().stream()).map(Sale.Line::sku).toList()));
    }
}
