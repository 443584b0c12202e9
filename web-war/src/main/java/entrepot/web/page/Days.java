package entrepot.web.page;

import entrepot.platform.company.CompanyFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** When a day of the company begins and ends, in UTC; null where none is asked for. */
@ApplicationScoped
public class Days {

    @Inject
    private CompanyFile companies;

    public LocalDateTime begin(String day) {
        return begin(Asked.day(day), 0);
    }

    /** The first moment after it. */
    public LocalDateTime end(String day) {
        return begin(Asked.day(day), 1);
    }

    private LocalDateTime begin(LocalDate day, int later) {
        return day == null ? null : day.plusDays(later).atStartOfDay(companies.company().zone())
                .withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }
}
