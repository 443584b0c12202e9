package entrepot.inventory.retail;

import entrepot.inventory.goods.GoodsNote;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.UnmatchedCost;
import entrepot.inventory.sale.Sale;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Turns days into documents. The same files and the same batch give the same documents with the same ids, so a plan that
 * is made again after a break goes on where the last one stopped.
 */
public final class RetailPlan {

    private static final Money NO_DISCOUNT = Money.zero(RetailRow.CURRENCY);

    private final Batch batch;
    private final GoodsNotes notes;
    private final Warehouse warehouse;
    private final OpenSales openSales;

    public RetailPlan(Batch batch, RetailSurvey survey) {
        this.batch = batch;
        notes = new GoodsNotes(batch);
        warehouse = new Warehouse(survey.items(), survey.buying());
        openSales = new OpenSales(survey.comingBack());
    }

    /** Days must come in their order. */
    public DayPlan plan(RetailDay day) {
        List<GoodsNote> in = new ArrayList<>();
        warehouse.begin(day.date()).forEach((date, goods) -> in.add(notes.receipt(date, goods)));
        open(day).ifPresent(in::add);
        in.addAll(found(day));
        Set<RetailLine> matched = new HashSet<>();
        List<Sale> sales = sales(day, matched);
        List<GoodsNote> out = scrapped(day);
        List<Warehouse.Units> missing = warehouse.end(day.date());
        if (!missing.isEmpty()) {
            in.add(notes.rescue(day.date(), missing));
        }
        return new DayPlan(day.date(), in, sales, out, settled(day, matched));
    }

    public PolicyRecord policy() {
        return warehouse.record();
    }

    private Optional<GoodsNote> open(RetailDay day) {
        List<Warehouse.Units> opened = new ArrayList<>();
        for (SortedRow sorted : day.rows()) {
            if (sorted.fate().isPosted() && warehouse.opens(sorted.row().sku())) {
                opened.add(warehouse.opening(sorted.row().sku()));
            }
        }
        return opened.isEmpty() ? Optional.empty() : Optional.of(notes.opening(day.date(), opened));
    }

    private List<GoodsNote> found(RetailDay day) {
        List<GoodsNote> found = new ArrayList<>();
        invoices(day, Fate.FOUND).forEach((invoice, rows) -> {
            rows.forEach(row -> warehouse.find(row.sku(), row.units()));
            found.addAll(notes.ofInvoice(PostingKind.ADJUSTMENT, rows));
        });
        return found;
    }

    private List<GoodsNote> scrapped(RetailDay day) {
        List<GoodsNote> scrapped = new ArrayList<>();
        invoices(day, Fate.SCRAP).forEach((invoice, rows) -> {
            rows.forEach(row -> warehouse.scrap(row.sku(), row.units()));
            scrapped.addAll(notes.ofInvoice(PostingKind.SCRAP, rows));
        });
        return scrapped;
    }

    private static Map<String, List<RetailRow>> invoices(RetailDay day, Fate fate) {
        Map<String, List<RetailRow>> invoices = new LinkedHashMap<>();
        for (SortedRow sorted : day.rows()) {
            if (sorted.fate() == fate) {
                invoices.computeIfAbsent(sorted.row().invoice(), invoice -> new ArrayList<>()).add(sorted.row());
            }
        }
        return invoices;
    }

    /** One document an invoice. @param matched takes the returns whose sale was found */
    private List<Sale> sales(RetailDay day, Set<RetailLine> matched) {
        Map<String, List<SortedRow>> invoices = new LinkedHashMap<>();
        for (SortedRow sorted : day.rows()) {
            if (sorted.fate().isSale() || sorted.fate().isReturn()) {
                invoices.computeIfAbsent(sorted.row().invoice(), invoice -> new ArrayList<>()).add(sorted);
            }
        }
        return invoices.values().stream().map(rows -> document(rows, day.date(), matched)).toList();
    }

    private Sale document(List<SortedRow> rows, LocalDate day, Set<RetailLine> matched) {
        RetailRow first = rows.get(0).row();
        UUID id = batch.document("invoice/" + first.invoice());
        List<Sale.Line> lines = new ArrayList<>();
        for (SortedRow sorted : rows) {
            lines.add(sorted.fate().isReturn() ? takenBack(sorted, matched) : sold(sorted.row(), id, lines.size()));
        }
        return new Sale(id, first.isCancellation() ? Sale.Kind.RETURN : Sale.Kind.SALE, "IMPORT",
                first.hasCustomer() ? first.customer() : null, batch.location(), day, batch.moment(first.at()),
                first.invoice(), null, batch.source(), false, UnmatchedCost.CURRENT, lines, List.of());
    }

    private Sale.Line sold(RetailRow row, UUID sale, int number) {
        warehouse.sell(row.sku(), row.units());
        openSales.sold(row, sale, number);
        return line(row, null, 0);
    }

    private Sale.Line takenBack(SortedRow sorted, Set<RetailLine> matched) {
        RetailRow row = sorted.row();
        warehouse.takeBack(row.sku(), row.units());
        Optional<OpenSales.Line> sale = openSales.comesBack(row);
        sale.ifPresent(line -> matched.add(sorted.line()));
        return line(row, sale.map(OpenSales.Line::sale).orElse(null), sale.map(OpenSales.Line::line).orElse(0));
    }

    private static Sale.Line line(RetailRow row, UUID returnOf, int returnLine) {
        return new Sale.Line(row.sku(), Quantity.units(row.units()), row.price(), NO_DISCOUNT, null, returnOf, returnLine);
    }

    private static List<SortedRow> settled(RetailDay day, Set<RetailLine> matched) {
        return day.rows().stream()
                .map(sorted -> matched.contains(sorted.line())
                        ? new SortedRow(sorted.line(), Fate.RETURN_MATCHED, sorted.repeats())
                        : sorted)
                .toList();
    }
}
