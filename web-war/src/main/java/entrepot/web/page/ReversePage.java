package entrepot.web.page;

import entrepot.inventory.journal.server.PostingReport;
import entrepot.inventory.journal.server.PostingView;
import entrepot.inventory.reversal.server.ReversalDesk;
import entrepot.web.api.Postings;
import entrepot.web.api.Previews;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** What will undoing this posting do? */
@Named
@RequestScoped
public class ReversePage {

    private static final int LONGEST_REASON = 200;

    @EJB
    private PostingReport report;

    @EJB
    private ReversalDesk desk;

    @Inject
    private Previews previews;

    @Inject
    private Confirmation confirmation;

    @Inject
    private Sent sent;

    @Inject
    private Faults faults;

    @Inject
    private Show show;

    private String id;
    private PostingView posting;

    public void open() {
        Missing.unless(getPosting() != null);
        if (getPosting() != null) {
            look();
        }
    }

    /** Nothing needs to be entered to see what it would do. */
    private String look() {
        return confirmation.look(id, () -> previews.of(desk.preview(request(UUID.randomUUID(), null))));
    }

    public String book() {
        String reason = sent.text("reason");
        if (reason == null || reason.length() > LONGEST_REASON) {
            faults.note("/reason", show.word("reverse", "noreason"));
            return look();
        }
        return confirmation.book(id, this::look, () -> Postings.receipt(desk.reverse(request(sent.key(), reason))), "posting.xhtml",
                show.word("reverse", "done"));
    }

    private ReversalDesk.Request request(UUID key, String reason) {
        return new ReversalDesk.Request(key, Asked.id(id), null, null, reason, null);
    }

    public PostingView getPosting() {
        UUID asked = Asked.id(id);
        if (posting == null && asked != null) {
            posting = report.find(asked).orElse(null);
        }
        return posting;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
