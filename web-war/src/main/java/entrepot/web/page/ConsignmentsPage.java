package entrepot.web.page;

import entrepot.inventory.consign.server.ConsignmentReport;
import entrepot.kernel.Money;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.ConsignmentIntake;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Whose goods lie where, and what do we owe for what was sold of them? */
@Named
@RequestScoped
public class ConsignmentsPage {

    @EJB
    private ConsignmentReport report;

    @Inject
    private ConsignmentIntake intake;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    private String supplier;
    private String from;
    private String to;
    private List<ConsignmentReport.Theirs> theirs;
    private List<ConsignmentReport.Ours> ours;
    private List<ConsignmentReport.Settled> settled;
    private List<Row> noted;

    /** @param first of its note */
    public record Row(ConsignmentReport.Noted line, boolean first) {}

    public List<ConsignmentReport.Theirs> getTheirs() {
        if (theirs == null) {
            theirs = report.theirs(Asked.text(supplier));
        }
        return theirs;
    }

    public List<ConsignmentReport.Ours> getOurs() {
        if (ours == null) {
            ours = report.ours(null);
        }
        return ours;
    }

    public List<Row> getNoted() {
        if (noted == null) {
            List<ConsignmentReport.Noted> lines = report.noted(Asked.text(supplier));
            noted = IntStream.range(0, lines.size()).mapToObj(at -> new Row(lines.get(at), at == 0 || !lines.get(at).id().equals(lines.get(at - 1).id())))
                    .toList();
        }
        return noted;
    }

    /** Of the note whose button was pressed. */
    public String undo() {
        UUID note = Asked.id(sent.text("note"));
        try {
            if (note != null) {
                intake.undo(UUID.nameUUIDFromBytes(("undo " + note).getBytes(StandardCharsets.UTF_8)).toString(), note);
                notes.good(show.word("consignments", "undone"));
            }
        } catch (ApiProblem refused) {
            notes.bad(refused.getMessage());
        }
        return "consignments.xhtml?faces-redirect=true" + (Asked.text(supplier) == null ? "" : "&supplier=" + supplier);
    }

    public List<ConsignmentReport.Settled> getSettled() {
        if (settled == null) {
            settled = report.settlement(Asked.text(supplier), Asked.day(from), Asked.day(to));
        }
        return settled;
    }

    /** Of what is shown as taken. */
    public Money getOwed() {
        return getSettled().stream().map(ConsignmentReport.Settled::amount).reduce(Money::plus).orElseThrow();
    }

    public String getSupplier() {
        return supplier;
    }

    public void setSupplier(String supplier) {
        this.supplier = supplier;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
