package entrepot.web.page;

import entrepot.inventory.opening.OpeningFinding;
import entrepot.inventory.opening.server.OpeningDesk;
import entrepot.inventory.opening.server.OpeningTable;
import entrepot.kernel.Money;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.csv.CsvEncoding;
import entrepot.platform.csv.CsvRefused;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** With what does the book begin, and does it tie? */
@Named
@RequestScoped
public class ImportOpeningPage {

    private static final int LIMIT = 200;
    private static final int MOST = 16_000_000;

    @EJB
    private OpeningDesk desk;

    @Inject
    private CompanyFile companies;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    @Inject
    private Shell shell;

    private String id;
    private String after;
    private jakarta.servlet.http.Part stock;
    private jakarta.servlet.http.Part trial;
    private OpeningTable.Head head;
    private Part<OpeningTable.Found> findings;
    private List<OpeningTable.Head> all;

    /** Both files at once; a job looks through them. */
    public String bring() throws IOException {
        LocalDate day = Asked.day(sent.text("date"));
        if (day == null || isMissing(stock) || isMissing(trial)) {
            notes.bad(show.word("importopening", "both"));
            return "importopening.xhtml?faces-redirect=true";
        }
        UUID key = sent.key();
        try {
            String stockText = text(stock);
            String trialText = text(trial);
            desk.create(key, day);
            desk.keep(key, OpeningFinding.File.STOCK, stockText);
            desk.keep(key, OpeningFinding.File.TRIAL_BALANCE, trialText);
        } catch (CsvRefused refused) {
            notes.bad(refused.getMessage());
            return "importopening.xhtml?faces-redirect=true";
        }
        return job(key, false);
    }

    private static boolean isMissing(jakarta.servlet.http.Part part) {
        return part == null || part.getSize() == 0 || part.getSize() > MOST;
    }

    private static String text(jakarta.servlet.http.Part part) throws IOException {
        try (InputStream content = part.getInputStream()) {
            return CsvEncoding.UTF_8.decode(content.readAllBytes());
        }
    }

    public String post() {
        return job(Asked.id(id), true);
    }

    private String job(UUID key, boolean post) {
        return "job.xhtml?faces-redirect=true&id=" + desk.run(key, post).id();
    }

    public void open() {
        if (Asked.text(id) != null) {
            UUID asked = Asked.id(id);
            head = asked == null ? null : desk.find(asked).orElse(null);
            Missing.unless(head != null);
        }
    }

    public boolean isWorker() {
        return shell.may("accountant");
    }

    public boolean isPostable() {
        return head != null && head.status() == OpeningTable.Status.CHECKED && isWorker();
    }

    public OpeningTable.Head getHead() {
        return head;
    }

    public Money getValue() {
        return head == null || head.stockValue() == null ? null : new Money(head.stockValue(), companies.company().currency());
    }

    public Part<OpeningTable.Found> getFindings() {
        if (findings == null) {
            findings = head == null ? new Part<>(List.of(), null)
                    : Part.of(desk.findings(head.id(), (int) Math.min(Asked.key(after, -1), Integer.MAX_VALUE), LIMIT + 1), LIMIT, OpeningTable.Found::place);
        }
        return findings;
    }

    public List<OpeningTable.Head> getAll() {
        if (all == null) {
            all = desk.list(Long.MAX_VALUE, LIMIT);
        }
        return all;
    }

    public UUID getKey() {
        return UUID.randomUUID();
    }

    public String getQuery() {
        return Query.of("id", id).text();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public jakarta.servlet.http.Part getStock() {
        return stock;
    }

    public void setStock(jakarta.servlet.http.Part stock) {
        this.stock = stock;
    }

    public jakarta.servlet.http.Part getTrial() {
        return trial;
    }

    public void setTrial(jakarta.servlet.http.Part trial) {
        this.trial = trial;
    }
}
