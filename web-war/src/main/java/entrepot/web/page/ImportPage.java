package entrepot.web.page;

import entrepot.inventory.retail.server.Findings;
import entrepot.inventory.retail.server.ImportBatch;
import entrepot.inventory.retail.server.ImportDesk;
import entrepot.inventory.retail.server.ImportFile;
import entrepot.inventory.retail.server.ImportRefused;
import entrepot.inventory.retail.server.Reconciliation;
import entrepot.inventory.retail.server.Texts;
import entrepot.platform.job.Job;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.FacesException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What is in these files, did it go in, and should it come out again? */
@Named
@RequestScoped
public class ImportPage {

    @Inject
    private ImportDesk desk;

    @Inject
    private JobPage job;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    private String id;
    private jakarta.servlet.http.Part file;
    private ImportBatch batch;
    private Job last;

    public void open() {
        UUID asked = Asked.id(id);
        batch = asked == null ? null : desk.find(asked).orElse(null);
        Missing.unless(batch != null);
        last = batch == null ? null : desk.job(asked).orElse(null);
        if (last != null) {
            job.setId(last.id());
            job.open();
        }
    }

    // What the buttons do

    public String upload() {
        if (file == null) {
            notes.bad(show.word("imports", "nofile"));
            return again();
        }
        try (InputStream content = file.getInputStream()) {
            ImportFile kept = desk.store(Asked.id(id), file.getSubmittedFileName(), file.getSize(), content);
            notes.good(show.text("imports.stored", kept.name(), kept.bytes()));
        } catch (ImportRefused refused) {
            notes.bad(refused.getMessage());
        } catch (IOException broken) {
            throw new FacesException(broken);
        }
        return again();
    }

    public String tryOut() {
        return act(desk::dryRun);
    }

    public String post() {
        return act(desk::commit);
    }

    public String cancel() {
        return act(desk::cancel);
    }

    public String resume() {
        return act(desk::resume);
    }

    public String undo() {
        return act(desk::undo);
    }

    private String act(Consumer<UUID> action) {
        try {
            action.accept(Asked.id(id));
        } catch (ImportRefused refused) {
            notes.bad(refused.getMessage());
        }
        return again();
    }

    private String again() {
        return "import.xhtml?faces-redirect=true&id=" + id;
    }

    // What may be done now

    public boolean isEditable() {
        return batch != null && !isWorking()
                && (batch.status() == ImportBatch.Status.NEW || batch.status() == ImportBatch.Status.CHECKED);
    }

    public boolean isReady() {
        return isEditable() && !getFiles().isEmpty();
    }

    public boolean isWorking() {
        return last != null && !last.status().isOver();
    }

    public boolean isStopped() {
        return last != null && (last.status() == Job.Status.FAILED || last.status() == Job.Status.CANCELLED);
    }

    public boolean isUndoable() {
        return batch != null && !isWorking()
                && (batch.status() == ImportBatch.Status.POSTED || batch.status() == ImportBatch.Status.POSTING);
    }

    public ImportBatch getBatch() {
        return batch;
    }

    /** The last work on it, or null. */
    public Job getLast() {
        return last;
    }

    public List<ImportFile> getFiles() {
        return batch == null ? List.of() : desk.files(batch.id());
    }

    public Findings getFindings() {
        return batch == null ? null : Texts.read(batch.findings(), Findings.class);
    }

    public Reconciliation.Report getReconciliation() {
        return batch == null ? null : Texts.read(batch.reconciliation(), Reconciliation.Report.class);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public jakarta.servlet.http.Part getFile() {
        return file;
    }

    public void setFile(jakarta.servlet.http.Part file) {
        this.file = file;
    }
}
