package entrepot.web.page;

import entrepot.inventory.count.server.CountFigures;
import entrepot.inventory.count.server.CountPlanJob;
import entrepot.inventory.count.server.CountPolicy;
import entrepot.inventory.count.server.CountRefused;
import entrepot.inventory.count.server.PlanBoard;
import entrepot.inventory.stock.server.ItemBoard;
import entrepot.platform.job.JobDesk;
import entrepot.platform.job.JobRefused;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.CountPolicyBody;
import entrepot.web.api.Fields;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How right is the book, what is missing, and what is counted how often? */
@Named
@RequestScoped
public class CountFiguresPage {

    @EJB
    private CountFigures figures;

    @EJB
    private PlanBoard plan;

    @EJB
    private ItemBoard items;

    @EJB
    private JobDesk jobs;

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

    private String location;
    private List<Row> months;
    private List<CountFigures.Reason> reasons;
    private CountPolicy policy;
    private List<PlanBoard.Class> classes;

    /** @param better by how much the accuracy rose against the month before; null where there is none */
    public record Row(CountFigures.Month month, BigDecimal better) {}

    /** The latest month first, of the last thirteen. */
    public List<Row> getMonths() {
        if (months == null) {
            List<Row> rows = new ArrayList<>();
            CountFigures.Month before = null;
            for (CountFigures.Month month : figures.months(from(), plan.today(), Asked.text(location))) {
                rows.add(new Row(month, before == null ? null : month.accuracy().share().subtract(before.accuracy().share())));
                before = month;
            }
            Collections.reverse(rows);
            months = rows;
        }
        return months;
    }

    public List<CountFigures.Reason> getReasons() {
        if (reasons == null) {
            reasons = figures.reasons(from(), plan.today(), Asked.text(location));
        }
        return reasons;
    }

    private LocalDate from() {
        return plan.today().minusYears(1).withDayOfMonth(1);
    }

    public CountPolicy getPolicy() {
        if (policy == null) {
            policy = plan.policy();
        }
        return policy;
    }

    public List<PlanBoard.Class> getClasses() {
        if (classes == null) {
            classes = plan.classes();
        }
        return classes;
    }

    public int days(String abc) {
        return switch (abc) {
            case "A" -> getPolicy().daysA();
            case "B" -> getPolicy().daysB();
            default -> getPolicy().daysC();
        };
    }

    /** A number of the rules for its field: as sent, or as it is. */
    public String field(String name, BigDecimal now) {
        return sent.text(name) == null ? show.field(now) : sent.text(name);
    }

    public String whole(String name, int now) {
        return sent.text(name) == null ? Integer.toString(now) : sent.text(name);
    }

    public String keep() {
        var body = new CountPolicyBody(sentDays("usageDays"), Scanner.typed(sent.text("shareA")), Scanner.typed(sent.text("shareB")), sentDays("daysA"),
                sentDays("daysB"), sentDays("daysC"), Scanner.typed(sent.text("recountShare")), Scanner.typed(sent.text("recountValue")));
        try {
            Fields fields = new Fields();
            CountPolicy changed = body.read(fields, sent.number("version").map(Number::intValue).orElse(-1));
            fields.check();
            plan.change(changed);
        } catch (ApiProblem wrong) {
            faults.note(wrong);
            return null;
        } catch (CountRefused stale) {
            faults.note("", stale.getMessage());
            return null;
        }
        notes.good(show.word("countfigures", "kept"));
        return "countfigures.xhtml?faces-redirect=true";
    }

    private Integer sentDays(String name) {
        return sent.number(name).map(Number::intValue).orElse(null);
    }

    /** Works the classes out now. */
    public String workOut() {
        try {
            return "job.xhtml?faces-redirect=true&id=" + jobs.runNow(CountPlanJob.NAME).id();
        } catch (JobRefused refused) {
            notes.bad(refused.getMessage());
            return "countfigures.xhtml?faces-redirect=true";
        }
    }

    public boolean isRunner() {
        return shell.may("storekeeper") || shell.may("accountant");
    }

    public boolean isRuler() {
        return shell.may("accountant");
    }

    public List<ItemBoard.Choice> getLocations() {
        return items.locations();
    }

    public String getLocation() {
        return location;
    }

    public void setLocation(String location) {
        this.location = location;
    }
}
