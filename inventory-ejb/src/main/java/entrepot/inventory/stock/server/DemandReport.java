package entrepot.inventory.stock.server;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What sold, week by week, without returns. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class DemandReport {

    @Inject
    private Figures figures;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    /** @param monday first day of the week; @param net after discount, without tax */
    public record Week(LocalDate monday, Quantity quantity, Money net) {}

    /** The last weeks, oldest first, the current one last and not over; a week without a sale is there with zero. */
    public List<Week> weeks(long item, int weeks) {
        LocalDate monday = companies.company().businessDate(clock.instant()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = monday.minusWeeks(weeks - 1L);
        Map<LocalDate, Week> sold = figures.read(handle -> handle
                .createQuery("SELECT DATE_SUB(business_date, INTERVAL WEEKDAY(business_date) DAY) monday, SUM(quantity) quantity,"
                        + " SUM(net) net FROM sale_line WHERE item_id = ? AND business_date >= ? AND quantity > 0 GROUP BY monday")
                .bind(0, item)
                .bind(1, first)
                .mapTo(Week.class)
                .collect(Collectors.toMap(Week::monday, week -> week)));
        Money nothing = Money.zero(companies.company().currency());
        List<Week> all = new ArrayList<>();
        for (LocalDate week = first; !week.isAfter(monday); week = week.plusWeeks(1)) {
            all.add(sold.getOrDefault(week, new Week(week, Quantity.ZERO, nothing)));
        }
        return all;
    }
}
