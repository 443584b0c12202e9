package entrepot.web.lists;

import entrepot.inventory.statement.Flow;
import entrepot.inventory.statement.RollForward;
import entrepot.inventory.statement.Statement;
import entrepot.inventory.statement.server.CostOfSalesReport;
import entrepot.inventory.statement.server.LearntReport;
import entrepot.inventory.statement.server.PeriodicReport;
import entrepot.inventory.statement.server.RollForwardReport;
import entrepot.inventory.statement.server.StatementFilter;
import entrepot.inventory.statement.server.StatementReport;
import entrepot.inventory.statement.server.StatementReport.Period;
import entrepot.inventory.statement.server.UninvoicedReport;
import entrepot.platform.company.CompanyFile;
import entrepot.web.page.Asked;
import entrepot.web.page.Reported;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Roll-forward, cost of sales, income statement, balance sheet, periodic system, received not invoiced, what changed. */
@ApplicationScoped
public class StatementLists implements ListFile.Source {

    @Inject
    private RollForwardReport rollForward;

    @Inject
    private CostOfSalesReport costOfSales;

    @Inject
    private StatementReport statements;

    @Inject
    private LearntReport learnt;

    @Inject
    private PeriodicReport periodic;

    @Inject
    private UninvoicedReport uninvoiced;

    @Inject
    private Reported reported;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    @Override
    public List<ListFile> lists() {
        return List.of(
                new ListFile("rollforward", rollForwardColumns(), this::rollForward),
                new ListFile("costofsales", List.of("code", "name", "quantity", "sales", "cost of sales", "margin", "margin share"), this::costOfSales),
                new ListFile("incomestatement", List.of("section", "account", "name", "period", "before"), this::income),
                new ListFile("balancesheet", List.of("section", "account", "name", "day", "before"), this::balance),
                new ListFile("periodic", List.of("sku", "name", "opening", "purchases", "left", "closing periodic", "closing perpetual",
                        "cost of sales periodic", "cost of sales perpetual", "unsold", "costing"), this::periodic),
                new ListFile("uninvoiced", List.of("business date", "kind", "reference", "supplier", "days", "open", "posting"), this::uninvoiced),
                new ListFile("bookchanges", List.of("seal", "recorded at (UTC)", "kind", "reference", "reason", "business date", "of kind", "sku",
                        "location", "quantity", "value", "posting", "of posting"), this::changes));
    }

    private static List<String> rollForwardColumns() {
        List<String> columns = new ArrayList<>(List.of("code", "name", "opening"));
        Arrays.stream(Flow.values()).forEach(flow -> columns.add(word(flow)));
        columns.addAll(List.of("closing", "opening quantity"));
        Arrays.stream(Flow.values()).forEach(flow -> columns.add(word(flow) + " quantity"));
        columns.add("closing quantity");
        return columns;
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Quantities of an item alone: those of several have different units. */
    private void rollForward(Map<String, String> asked, Sheet sheet) {
        RollForwardReport.By given = Asked.oneOf(asked.get("by"), RollForwardReport.By.class);
        RollForwardReport.By by = given == null ? RollForwardReport.By.CATEGORY : given;
        boolean items = by == RollForwardReport.By.ITEM;
        ListFile.each(sheet, (after, limit) -> after != null && !items ? List.of() : rollForward.find(filter(asked), by, after, limit).rows(),
                row -> Objects.toString(row.code(), ""), row -> cells(row, items));
    }

    private static Object[] cells(RollForward.Row row, boolean quantities) {
        List<Object> cells = new ArrayList<>(Arrays.asList(row.code(), row.name(), row.opening().value()));
        Arrays.stream(Flow.values()).forEach(flow -> cells.add(row.of(flow).value()));
        cells.add(row.closing().value());
        cells.add(quantities ? row.opening().quantity() : null);
        Arrays.stream(Flow.values()).forEach(flow -> cells.add(quantities ? row.of(flow).quantity() : null));
        cells.add(quantities ? row.closing().quantity() : null);
        return cells.toArray();
    }

    private void costOfSales(Map<String, String> asked, Sheet sheet) {
        CostOfSalesReport.By given = Asked.oneOf(asked.get("by"), CostOfSalesReport.By.class);
        CostOfSalesReport.By by = given == null ? CostOfSalesReport.By.CATEGORY : given;
        ListFile.each(sheet, (after, limit) -> costOfSales.find(filter(asked), by, after, limit).rows(), row -> Objects.toString(row.code(), ""),
                row -> new Object[] {row.code(), row.name(), by == CostOfSalesReport.By.ITEM ? row.quantity() : null, row.net(), row.cost(),
                        row.margin(), row.marginShare()});
    }

    private void income(Map<String, String> asked, Sheet sheet) {
        LocalDate to = day(asked, "to", today());
        LocalDate from = day(asked, "from", to.withDayOfYear(1));
        Period before = new Period(day(asked, "beforeFrom", from.minusYears(1)), day(asked, "beforeTo", to.minusYears(1)));
        write(statements.income(new Period(from, to), before, null), sheet);
    }

    private void balance(Map<String, String> asked, Sheet sheet) {
        LocalDate day = day(asked, "date", today());
        write(statements.balance(day, day(asked, "before", day.withDayOfYear(1).minusDays(1)), null), sheet);
    }

    private static void write(Statement statement, Sheet sheet) {
        for (Statement.Section section : statement.sections()) {
            section.lines().forEach(line -> sheet.row(word(section.part()), line.account(), line.name(), line.now(), line.before()));
            sheet.row(word(section.part()), null, null, section.now(), section.before());
        }
    }

    private void changes(Map<String, String> asked, Sheet sheet) {
        LocalDate to = day(asked, "to", today());
        LearntReport.Asked period = new LearntReport.Asked(day(asked, "from", to.withDayOfMonth(1)), to,
                reported.seal(asked.get("since"), to), reported.seal(asked.get("until"), today().plusDays(1)));
        ListFile.each(sheet, (after, limit) -> learnt.lines(period, Asked.text(asked.get("sku")), after, limit), LearntReport.Line::key,
                row -> new Object[] {row.seal(), row.recordedAt(), row.kind(), row.reference(), row.reason(), row.businessDate(), row.ofKind(),
                        row.sku(), row.location(), row.quantity(), row.value(), row.posting(), row.ofPosting()});
    }

    private void periodic(Map<String, String> asked, Sheet sheet) {
        periodic.find(filter(asked)).rows().forEach(row -> sheet.row(row.code(), row.name(), row.opening(), row.purchases(), row.left(),
                row.closing(), row.bookClosing(), row.periodic(), row.perpetual(), row.unsold(), row.costing()));
    }

    private void uninvoiced(Map<String, String> asked, Sheet sheet) {
        LocalDate day = day(asked, "date", today());
        ListFile.each(sheet, (after, limit) -> uninvoiced.receipts(day, Asked.text(asked.get("supplier")), after, limit),
                UninvoicedReport.Receipt::key, row -> new Object[] {row.businessDate(), row.kind(), row.reference(), row.supplier(), row.days(),
                        row.open(), row.posting()});
    }

    private StatementFilter filter(Map<String, String> asked) {
        LocalDate to = day(asked, "to", today());
        return new StatementFilter(day(asked, "from", to.withDayOfMonth(1)), to, null, Asked.text(asked.get("location")),
                Asked.text(asked.get("category")), Asked.text(asked.get("sku")));
    }

    private static LocalDate day(Map<String, String> asked, String name, LocalDate otherwise) {
        return Asked.day(asked.get(name), otherwise);
    }

    private LocalDate today() {
        return companies.company().businessDate(clock.instant());
    }
}
