package entrepot.web.lists;

import entrepot.inventory.tax.server.VatReport;
import entrepot.platform.company.CompanyFile;
import entrepot.web.page.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Tax of a period as a file. */
@ApplicationScoped
public class TaxLists implements ListFile.Source {

    @Inject
    private VatReport report;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    @Override
    public List<ListFile> lists() {
        return List.of(new ListFile("vat", List.of("code", "name", "kind", "output base", "output tax", "input base", "input tax", "reverse charge"),
                this::vat));
    }

    private void vat(Map<String, String> asked, Sheet sheet) {
        LocalDate to = Asked.day(asked.get("to"), companies.company().businessDate(clock.instant()));
        report.find(Asked.day(asked.get("from"), to.withDayOfMonth(1)), to).rows().forEach(row -> sheet.row(row.code(), row.name(), row.kind(),
                row.outputBase(), row.outputTax(), row.inputBase(), row.inputTax(), row.reverseTax()));
    }
}
