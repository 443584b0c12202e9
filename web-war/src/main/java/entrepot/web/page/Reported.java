package entrepot.web.page;

import entrepot.inventory.stock.server.ValuationReport;
import entrepot.platform.company.CompanyFile;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Up to which seal the book was known when something was reported. */
@ApplicationScoped
public class Reported {

    @EJB
    private ValuationReport seals;

    @Inject
    private CompanyFile companies;

    /** @param asked a seal, or a day at whose end it was; @param otherwise the day where neither is given */
    public long seal(String asked, LocalDate otherwise) {
        LocalDate day = Asked.day(asked, otherwise);
        return asked != null && asked.matches("\\d{1,18}") ? Long.parseLong(asked)
                : seals.sealAt(day.plusDays(1).atStartOfDay(companies.company().zone()).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }
}
