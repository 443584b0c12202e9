package entrepot.web.page;

import entrepot.inventory.ledger.Receipt;
import entrepot.platform.company.CompanyFile;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.Previews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** What a form would post, shown before it is posted. The form carries a mark of what was looked at. */
@Named
@RequestScoped
public class Confirmation {

    @Inject
    private Sent sent;

    @Inject
    private Faults faults;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    private Previews.Preview preview;
    private String mark;

    /** Shows what would be posted, or what stands against it. @param content all that would be posted */
    String look(Object content, Supplier<Previews.Preview> act) {
        try {
            preview = act.get();
            mark = mark(content.toString());
        } catch (ApiProblem refused) {
            faults.note(refused);
        }
        return null;
    }

    /**
     * Posts what was looked at.
     *
     * @param look shows it again, where it was changed since
     * @param page shows the posting, by its id
     */
    String book(Object content, Supplier<String> look, Supplier<Receipt> act, String page, String done) {
        return done(content, look, () -> act.get().id(), page, done);
    }

    /** Likewise, of what may become another thing than a posting. @param act answers its id */
    String done(Object content, Supplier<String> look, Supplier<UUID> act, String page, String done) {
        if (!mark(content.toString()).equals(sent.text("seen"))) {
            faults.note("", show.word("preview", "changed"));
            return look.get();
        }
        try {
            UUID id = act.get();
            notes.good(done);
            return page + "?faces-redirect=true&id=" + id;
        } catch (ApiProblem refused) {
            faults.note(refused);
            return null;
        }
    }

    private static String mark(String content) {
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Null until something was looked at. */
    public Previews.Preview getPreview() {
        return preview;
    }

    public String getMark() {
        return mark;
    }

    /** The button to post is there once something is shown, and while its press is being read. */
    public boolean isPostable() {
        return preview != null || FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }

    public BigDecimal getDebits() {
        return preview.journal().stream().map(Previews.Line::debit).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The form's own, or a new one on a new form. */
    public String getKey() {
        return sent.key().toString();
    }

    /** As sent, or today. */
    public String getDate() {
        return sent.text("date") == null ? today().toString() : sent.text("date");
    }

    LocalDate today() {
        return companies.company().businessDate(clock.instant());
    }

    /** A field as it was sent. */
    public String field(String name) {
        return sent.text(name);
    }
}
