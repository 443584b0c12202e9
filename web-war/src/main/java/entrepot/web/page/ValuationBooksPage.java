package entrepot.web.page;

import entrepot.inventory.parallel.ValuationBook;
import entrepot.inventory.parallel.server.BookValuation;
import entrepot.inventory.parallel.server.ParallelDesk;
import entrepot.inventory.parallel.server.ParallelReport;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.LateCost;
import entrepot.platform.job.JobDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What would the books say by another costing? */
@Named
@RequestScoped
public class ValuationBooksPage extends PeriodPage {

    @EJB
    private ParallelReport report;

    @EJB
    private ParallelDesk desk;

    @EJB
    private JobDesk jobs;

    @Inject
    private CatalogueForm form;

    @Inject
    private Sent sent;

    @Inject
    private Shell shell;

    private String book;
    private List<ParallelReport.Book> books;
    private ParallelReport.Effect effect;
    private Part<ParallelReport.StockRow> stock;

    public void open() {
        Missing.unless(book == null || getBooks().stream().anyMatch(one -> one.book().code().equals(book)));
    }

    /** Opens a book and values it. */
    public String make() {
        boolean made = form.kept(() ->
                desk.open(sent.text("code"), sent.text("name"), sent.text("costing"), sent.text("averagePeriod"), sent.text("lateCost")));
        return made ? value() : null;
    }

    public String value() {
        return "job.xhtml?faces-redirect=true&id=" + jobs.runNow(BookValuation.NAME).id();
    }

    // What the page shows

    public List<ParallelReport.Book> getBooks() {
        if (books == null) {
            books = report.books();
        }
        return books;
    }

    public boolean isOne() {
        return book != null;
    }

    public ParallelReport.Effect getEffect() {
        if (effect == null) {
            effect = report.effect(book, begin(), end());
        }
        return effect;
    }

    public List<ParallelReport.Fault> getFaults() {
        return report.faults(book, LIMIT);
    }

    public Part<ParallelReport.StockRow> getStock() {
        if (stock == null) {
            stock = Part.of(report.stock(book, end(), getAfter(), LIMIT + 1), LIMIT, ParallelReport.StockRow::key);
        }
        return stock;
    }

    public String getQuery() {
        return Query.of("book", book).and("from", begin()).and("to", end()).text();
    }

    public List<CostFlow> getCostings() {
        return List.copyOf(CostFlow.INTERCHANGEABLE);
    }

    public List<AveragePeriod> getPeriods() {
        return List.of(AveragePeriod.values());
    }

    public List<LateCost> getLateCosts() {
        return List.of(LateCost.values());
    }

    public boolean isMine() {
        return shell.may("accountant");
    }

    public boolean isChosen(String field, Object value) {
        return value.toString().equals(sent.text(field));
    }

    public String getBook() {
        return book;
    }

    public void setBook(String book) {
        this.book = Asked.text(book);
    }
}
