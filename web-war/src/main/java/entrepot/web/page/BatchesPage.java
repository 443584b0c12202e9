package entrepot.web.page;

import entrepot.trading.pricing.server.BatchTable;
import entrepot.trading.pricing.server.Once;
import entrepot.trading.pricing.server.PriceBatches;
import entrepot.trading.pricing.server.PriceDesk;
import entrepot.trading.pricing.server.PriceRecords;
import entrepot.trading.pricing.server.PriceRefused;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Which prices changed together, and should they go back? */
@Named
@RequestScoped
public class BatchesPage {

    private static final int LIMIT = 50;

    @Inject
    private PriceRecords records;

    @Inject
    private PriceDesk desk;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    private String after;
    private long id;
    private Part<PriceRecords.Batch> batches;

    public Part<PriceRecords.Batch> getBatches() {
        if (batches == null) {
            long before = Asked.key(after, Long.MAX_VALUE);
            batches = Part.of(records.batches(before, LIMIT + 1), LIMIT, PriceRecords.Batch::id);
        }
        return batches;
    }

    /** Of the batch that is open, or null. */
    public PriceRecords.Batch getBatch() {
        return id == 0 ? null : records.batch(id).orElse(null);
    }

    public boolean isUndoable() {
        PriceRecords.Batch batch = getBatch();
        return batch != null && batch.kind() != BatchTable.Kind.ROLLBACK && batch.rolledBackBy() == null;
    }

    public List<PriceRecords.Entry> getEntries() {
        return id == 0 ? List.of() : records.entriesOf(id);
    }

    public String rollBack() {
        String note = sent.text("note");
        if (note == null) {
            notes.bad(show.word("batches", "nonote"));
        } else {
            try {
                Once.Made made = desk.rollBack(new PriceBatches.Undo(sent.key(), id, note, "page:" + id + note));
                notes.good(show.text("batches.done", Long.toString(id), Long.toString(made.row())));
            } catch (PriceRefused refused) {
                refused.faults().stream().map(PriceRefused.Fault::detail).forEach(notes::bad);
            }
        }
        return "batches.xhtml?faces-redirect=true&id=" + id;
    }

    public String getKey() {
        return UUID.randomUUID().toString();
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
