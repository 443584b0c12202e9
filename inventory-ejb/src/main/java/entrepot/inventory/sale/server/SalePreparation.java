package entrepot.inventory.sale.server;

import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.DocumentLots;
import entrepot.inventory.ledger.server.Preparation;
import entrepot.platform.company.CompanyFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Finds what sales mean, of whichever callers. */
@ApplicationScoped
class SalePreparation implements Preparation<SalePreparation.Asked> {

    @Inject
    private CodeBook codes;

    @Inject
    private DocumentLots lots;

    @Inject
    private CompanyFile companies;

    /** @param mayExpire whether who asks may sell a lot after its last day */
    record Asked(SaleDesk.Request request, boolean mayExpire) {}

    @Override
    public List<Prepared> prepare(List<Asked> sales) {
        var found = new SaleCodes(codes, lots, companies.company().currency(), sales.stream().map(one -> one.request().sale()).toList());
        return sales.stream()
                .map(one -> found.prepare(one.request().sale(), one.request().content(), one.mayExpire()))
                .toList();
    }
}
