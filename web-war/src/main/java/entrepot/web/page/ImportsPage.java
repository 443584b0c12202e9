package entrepot.web.page;

import entrepot.inventory.retail.server.ImportBatch;
import entrepot.inventory.retail.server.ImportDesk;
import entrepot.inventory.retail.server.ImportRefused;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/** Did my file go in? */
@Named
@RequestScoped
public class ImportsPage {

    private static final int LIMIT = 50;
    private static final String CODE = "[A-Z0-9-]{1,32}";

    @Inject
    private ImportDesk desk;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    private String after;
    private Part<ImportBatch> batches;

    public Part<ImportBatch> getBatches() {
        if (batches == null) {
            batches = Part.of(desk.list(before(), LIMIT + 1), LIMIT, ImportBatch::createdAt);
        }
        return batches;
    }

    private LocalDateTime before() {
        try {
            return Asked.text(after) == null ? null : LocalDateTime.parse(after);
        } catch (DateTimeParseException notAMoment) {
            return null;
        }
    }

    public String begin() {
        String location = sent.text("location");
        if (location == null || !location.matches(CODE)) {
            notes.bad(show.word("imports", "nolocation"));
            return "imports.xhtml?faces-redirect=true";
        }
        try {
            return "import.xhtml?faces-redirect=true&id=" + desk.open(sent.key(), sent.text("duplicates") != null, location).id();
        } catch (ImportRefused refused) {
            notes.bad(refused.getMessage());
            return "imports.xhtml?faces-redirect=true";
        }
    }

    public String getKey() {
        return UUID.randomUUID().toString();
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
