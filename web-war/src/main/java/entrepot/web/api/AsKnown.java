package entrepot.web.api;

import entrepot.inventory.stock.server.ValuationReport;
import entrepot.platform.company.CompanyFile;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The two times of a report: the day it is about, and the seal up to which the book was known. */
@ApplicationScoped
public class AsKnown {

    @EJB
    private ValuationReport seals;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    LocalDate today() {
        return companies.company().businessDate(clock.instant());
    }

    /** A seal by its number or by a moment, which means the last seal before it; null where nothing is given. */
    Long seal(QueryFields query, String name, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.matches("[0-9]{1,18}")) {
            return Long.valueOf(value);
        }
        try {
            LocalDateTime moment = OffsetDateTime.parse(value).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
            return moment.getYear() > 9999 ? Long.MAX_VALUE : moment.getYear() < 1 ? 0 : seals.sealAt(moment);
        } catch (DateTimeException notATime) {
            query.refuse(name, "not-a-seal", "must be the number of a seal, or a time such as 2026-03-31T14:05:00Z");
            return null;
        }
    }
}
