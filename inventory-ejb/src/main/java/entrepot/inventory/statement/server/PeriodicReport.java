package entrepot.inventory.statement.server;

import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.statement.Periodic;
import entrepot.inventory.statement.RollForward;
import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The periodic system beside the perpetual one. */
@Stateless
@RolesAllowed({"buyer", "pricing", "accountant", "auditor", "quant", "risk", "admin", "system"})
public class PeriodicReport {

    /** What a change of method made of earlier days went to equity, whatever moved then. */
    private static final String ENTRIES = "SELECT v.item_id, v.business_date day, COALESCE(cp.kind, " + Known.KIND + ") kind, 0 quantity, v.amount"
            + " FROM value_entry v%1$s JOIN movement m ON m.id = v.movement_id"
            + " LEFT JOIN posting cp ON v.for_date < v.business_date AND cp.seq = v.posting_seq AND cp.kind = 'COSTING_CHANGE'" + Known.KIND_FROM + " WHERE v.business_date <= :to UNION ALL"
            + " SELECT m.item_id, m.business_date, " + Known.KIND + ", m.quantity, 0 FROM movement m%2$s" + Known.KIND_FROM
            + " WHERE m.business_date <= :to";

    @Inject
    private Figures figures;

    @Inject
    private CompanyFile companies;

    /** @param day null for what was before the period */
    private record Line(String sku, String name, CostFlow flow, LocalDate day, PostingKind kind, Quantity quantity, Money value) {}

    /** By SKU, with the sum of all. */
    public record Found(Periodic.Row total, List<Periodic.Row> rows) {}

    public Found find(StatementFilter filter) {
        Money nothing = Money.zero(companies.company().currency());
        Map<String, List<Line>> items = new TreeMap<>();
        figures.read(handle -> lines(handle, filter)).forEach(line -> items.computeIfAbsent(line.sku(), fresh -> new ArrayList<>()).add(line));
        List<Periodic.Row> rows = items.values().stream().map(lines -> row(lines, nothing)).toList();
        return new Found(rows.stream().reduce(Periodic.nothing(nothing), Periodic.Row::plus), rows);
    }

    private static List<Line> lines(Handle handle, StatementFilter filter) {
        String entries = ENTRIES.formatted(Known.at(filter.knownAt(), "v"), Known.at(filter.knownAt(), "m"));
        return Known.period(handle.createQuery("SELECT i.sku, i.name, i.costing flow, IF(x.day < :from, NULL, x.day) day, x.kind,"
                        + " SUM(x.quantity) quantity, SUM(x.amount) value FROM (" + entries + ") x JOIN item i ON i.id = x.item_id"
                        + " LEFT JOIN category c ON c.id = i.category_id WHERE (:sku IS NULL OR i.sku = :sku)"
                        + " AND (:category IS NULL OR c.code = :category) GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 4"), filter)
                .bind("sku", filter.sku())
                .bind("category", filter.category())
                .mapTo(Line.class)
                .list();
    }

    private static Periodic.Row row(List<Line> lines, Money nothing) {
        RollForward.Cell opening = new RollForward.Cell(Quantity.ZERO, nothing);
        List<Periodic.Sum> sums = new ArrayList<>();
        Map<LocalDate, Periodic.Purchase> purchases = new TreeMap<>();
        for (Line line : lines) {
            if (line.day() == null) {
                opening = opening.plus(new RollForward.Cell(line.quantity(), line.value()));
                continue;
            }
            sums.add(new Periodic.Sum(line.kind(), line.quantity(), line.value()));
            if (Periodic.isPurchase(line.kind())) {
                purchases.merge(line.day(), new Periodic.Purchase(line.day(), line.quantity(), line.value()), Periodic.Purchase::plus);
            }
        }
        Line first = lines.get(0);
        return Periodic.row(first.sku(), first.name(), first.flow(), opening, sums, List.copyOf(purchases.values()), nothing);
    }
}
