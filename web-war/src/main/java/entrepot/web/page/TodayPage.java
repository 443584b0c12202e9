package entrepot.web.page;

import entrepot.inventory.purchasing.server.OrderBoard;
import entrepot.inventory.replenishment.server.SuggestionBoard;
import entrepot.inventory.stock.server.ItemBoard;
import entrepot.inventory.stock.server.ItemFilter;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import entrepot.trading.pricing.server.PriceRecords;
import entrepot.trading.pricing.server.ProposalTable;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What needs me now? */
@Named
@RequestScoped
public class TodayPage {

    private static final int JOBS = 8;
    private static final int MOST = 1000;
    private static final ItemFilter OUT = new ItemFilter(null, null, null, ItemFilter.State.OUT);

    @Inject
    private JobDesk desk;

    @Inject
    private SuggestionBoard suggestions;

    @Inject
    private OrderBoard orders;

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

    private List<Task> tasks;

    /** Something to do, how often, and the list that has exactly these. */
    public record Task(String name, long count, String page) {
        public String key() {
            return "task." + name;
        }

        public String reasonKey() {
            return "task." + name + ".why";
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
        if (shell.isMargins()) {
            tasks.add(new Task("prices", prices.proposals(ProposalTable.Status.OPEN, null, Long.MAX_VALUE, MOST).size(), "prices.xhtml"));
        }
        tasks.add(new Task("stockouts", items.sum(OUT).items(), "items.xhtml?state=OUT"));
        tasks.add(new Task("failed", desk.broken(MOST).size(), "jobs.xhtml?broken=true"));
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

    public List<Job> getJobs() {
        return desk.list(null, Long.MAX_VALUE, JOBS);
    }
}
