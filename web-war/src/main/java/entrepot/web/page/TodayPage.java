package entrepot.web.page;

import entrepot.inventory.check.server.ProofReport;
import entrepot.inventory.count.CountStatus;
import entrepot.inventory.count.server.CountBoard;
import entrepot.inventory.purchasing.server.OrderBoard;
import entrepot.inventory.replenishment.server.SuggestionBoard;
import entrepot.inventory.stock.server.ItemBoard;
import entrepot.inventory.stock.server.ItemFilter;
import entrepot.platform.account.OwnAccount;
import entrepot.platform.account.UserAccount;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.gauge.Gauges;
import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import entrepot.platform.start.FirstDay;
import entrepot.trading.pricing.server.PriceRecords;
import entrepot.trading.pricing.server.ProposalTable;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What needs me now? */
@Named
@RequestScoped
public class TodayPage {

    private static final int JOBS = 8;
    private static final int MOST = 1000;
    private static final Duration NEW = Duration.ofDays(30);
    private static final ItemFilter OUT = new ItemFilter(null, null, null, ItemFilter.State.OUT);

    @Inject
    private JobDesk desk;

    @Inject
    private SuggestionBoard suggestions;

    @Inject
    private OrderBoard orders;

    @Inject
    private CountBoard counts;

    @Inject
    private ItemBoard items;

    @Inject
    private PriceRecords prices;

    @Inject
    private Shell shell;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    @EJB
    private OwnAccount own;

    @EJB
    private ProofReport proof;

    @EJB
    private Gauges gauges;

    @Inject
    @Any
    private Instance<FirstDay> firstDays;

    private List<Task> tasks;
    private List<Step> steps;

    /** Something to do, how often, and the list that has exactly these. */
    public record Task(String name, long count, String page) {
        public String key() {
            return "task." + name;
        }

        public String reasonKey() {
            return "task." + name + ".why";
        }
    }

    /** Something to do on the first day, and whether it was done. */
    public record Step(String name, String page, boolean done) {
        public String key() {
            return "first." + name;
        }
    }

    @PostConstruct
    void open() {
        tasks = new ArrayList<>();
        if (shell.isCosts()) {
            tasks.add(new Task("proposals", suggestions.groups().stream().mapToLong(group -> group.proposals()).sum(), "replenishment.xhtml"));
            tasks.add(new Task("late", orders.due(OrderBoard.Due.LATE).size(), "orders.xhtml?due=LATE"));
            tasks.add(new Task("due", orders.due(OrderBoard.Due.SOON).size(), "orders.xhtml?due=SOON"));
        }
        if (shell.may("storekeeper")) {
            tasks.add(counts("recounts", CountStatus.RECOUNT));
        }
        if (shell.may("accountant")) {
            tasks.add(counts("approvals", CountStatus.SUBMITTED));
        }
        if (shell.isMargins()) {
            tasks.add(new Task("prices", prices.proposals(ProposalTable.Status.OPEN, null, Long.MAX_VALUE, MOST).size(), "prices.xhtml"));
        }
        tasks.add(new Task("stockouts", items.sum(OUT).items(), "items.xhtml?state=OUT"));
        tasks.add(new Task("broken", proof.broken(), "proof.xhtml"));
        if (shell.goes("deadletters")) {
            tasks.add(new Task("letters", gauges.dead(), "deadletters.xhtml"));
        }
        tasks.add(new Task("failed", desk.broken(MOST).size(), "jobs.xhtml?broken=true"));
    }

    private Task counts(String name, CountStatus status) {
        return new Task(name, counts.number(status), "counts.xhtml?status=" + status);
    }

    /** The first steps of this user's roles, while the account is new and some are left; else none. */
    public List<Step> getSteps() {
        if (steps == null) {
            UserAccount me = own.me();
            boolean fresh = me.createdAt().isAfter(clock.instant().minus(NEW));
            List<Step> all = fresh ? firstSteps(me) : List.of();
            steps = all.stream().allMatch(Step::done) ? List.of() : all;
        }
        return steps;
    }

    private List<Step> firstSteps(UserAccount me) {
        return firstDays.stream()
                .flatMap(day -> day.steps(me.name()).stream())
                .filter(step -> me.roles().contains(step.role()))
                .map(step -> new Step(step.name(), step.page(), step.done().getAsBoolean()))
                .toList();
    }

    public long getStepsDone() {
        return getSteps().stream().filter(Step::done).count();
    }

    public LocalDate getDay() {
        return companies.company().businessDate(clock.instant());
    }

    public List<Task> getTasks() {
        return tasks;
    }

    /** The latest check of the ledger, or null. */
    public Job getCheck() {
        return desk.list("ledger-check", Long.MAX_VALUE, 1).stream().findFirst().orElse(null);
    }

    /** How many postings, items and seals break a law of the book now. */
    public long getBroken() {
        return tasks.stream().filter(task -> task.name().equals("broken")).mapToLong(Task::count).sum();
    }

    public List<Job> getJobs() {
        return desk.list(null, Long.MAX_VALUE, JOBS);
    }
}
