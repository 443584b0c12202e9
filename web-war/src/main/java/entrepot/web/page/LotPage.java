package entrepot.web.page;

import entrepot.inventory.lot.server.LotReport;
import entrepot.inventory.lot.server.LotView;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.ExpiryIntake;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Where did this lot come from, where is it, and who has it? */
@Named
@RequestScoped
public class LotPage {

    private static final int LIMIT = 100;

    @EJB
    private LotReport report;

    @Inject
    private ExpiryIntake intake;

    @Inject
    private Sent sent;

    @Inject
    private Faults faults;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    @Inject
    private Shell shell;

    private String item;
    private String lot;
    private String after;
    private LotView found;
    private Part<LotView.Step> way;

    public void open() {
        boolean asked = Asked.text(item) != null && Asked.text(lot) != null;
        found = asked ? report.find(Asked.text(item), Asked.text(lot)).orElse(null) : null;
        Missing.unless(found != null);
    }

    /** Whether this user may say that the last day was written wrong. */
    public boolean isCorrectable() {
        return shell.may("storekeeper") || shell.may("accountant");
    }

    public String correct() {
        try {
            intake.post(sent.key().toString(), new ExpiryIntake.Body(item, lot, sent.text("expires"), sent.text("reason")));
            notes.good(show.word("lot", "corrected"));
            return "lot.xhtml?faces-redirect=true&" + getQuery();
        } catch (ApiProblem refused) {
            faults.note(refused);
            open();
            return null;
        }
    }

    public String getKey() {
        return sent.key().toString();
    }

    public LotView getFound() {
        return found;
    }

    public Part<LotView.Step> getWay() {
        if (found == null) {
            return new Part<>(List.of(), null); // asked before the parameters are read, where a button was pressed
        }
        if (way == null) {
            way = Part.of(report.way(found.lot(), Asked.dated(after), LIMIT + 1), LIMIT, LotView.Step::key);
        }
        return way;
    }

    public String getQuery() {
        return Query.of("item", item).and("lot", lot).text();
    }

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item;
    }

    public String getLot() {
        return lot;
    }

    public void setLot(String lot) {
        this.lot = lot;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
