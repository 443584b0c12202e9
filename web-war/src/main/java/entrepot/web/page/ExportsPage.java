package entrepot.web.page;

import entrepot.inventory.export.server.BatchChanges;
import entrepot.inventory.export.server.BatchRow;
import entrepot.inventory.export.server.JournalBatches;
import entrepot.platform.company.CompanyFile;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What of the journal has gone out, and what changed since? */
@Named
@RequestScoped
public class ExportsPage {

    private static final int LIMIT = 50;

    @EJB
    private JournalBatches batches;

    @EJB
    private BatchChanges changes;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    private String after;
    private String batch;
    private Part<BatchRow> rows;
    private BatchRow chosen;
    private List<BatchChanges.Sum> sums;
    private Part<BatchChanges.Line> lines;

    public String make() {
        Optional<JournalBatches.Made> made = batches.make(sent.key());
        if (made.isEmpty()) {
            notes.bad(show.word("exports", "nothing"));
        } else {
            notes.good(show.text("exports.made", made.get().batch().number()));
        }
        return "exports.xhtml?faces-redirect=true";
    }

    public Part<BatchRow> getRows() {
        if (rows == null) {
            rows = Part.of(batches.list(Asked.key(batch == null ? after : null, Long.MAX_VALUE), LIMIT + 1), LIMIT, BatchRow::number);
        }
        return rows;
    }

    /** The batch whose changes are shown, or null. */
    public BatchRow getChosen() {
        if (chosen == null && batch != null && batch.matches("\\d{1,18}")) {
            chosen = batches.find(Long.parseLong(batch)).orElse(null);
        }
        return chosen;
    }

    public List<BatchChanges.Sum> getSums() {
        if (sums == null) {
            sums = changes.sums(getChosen());
        }
        return sums;
    }

    public Part<BatchChanges.Line> getLines() {
        if (lines == null) {
            String start = after != null && after.matches("\\d{1,18}~\\d{1,9}") ? after : null;
            lines = Part.of(changes.lines(getChosen(), start, LIMIT + 1), LIMIT, BatchChanges.Line::key);
        }
        return lines;
    }

    public String getKey() {
        return UUID.randomUUID().toString();
    }

    public String getToday() {
        return today().toString();
    }

    public String getNewYear() {
        return today().withDayOfYear(1).toString();
    }

    private LocalDate today() {
        return companies.company().businessDate(clock.instant());
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getBatch() {
        return batch;
    }

    public void setBatch(String batch) {
        this.batch = batch;
    }
}
