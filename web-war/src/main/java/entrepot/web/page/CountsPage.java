package entrepot.web.page;

import entrepot.inventory.count.AbcClass;
import entrepot.inventory.count.CountStatus;
import entrepot.inventory.count.server.CountBoard;
import entrepot.inventory.count.server.CountDesk;
import entrepot.inventory.count.server.CountRefused;
import entrepot.inventory.count.server.CountTable;
import entrepot.inventory.count.server.DueItems;
import entrepot.inventory.count.server.NewCount;
import entrepot.inventory.count.server.NewZoneCount;
import entrepot.inventory.count.server.PlanBoard;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.stock.server.ItemBoard;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What is to be counted, and what became of the counts? */
@Named
@RequestScoped
public class CountsPage {

    private static final int LIMIT = 50;
    private static final String ZONE = "zone:";

    @EJB
    private CountBoard board;

    @EJB
    private CountDesk desk;

    @EJB
    private PlanBoard plan;

    @EJB
    private ItemBoard items;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Shell shell;

    private String status;
    private String location;
    private String zone;
    private String from;
    private String to;
    private String after;
    private Part<CountBoard.Count> counts;
    private List<DueItems.Owed> owed;

    /** Makes the count of what a place owes the plan, or of the items named. */
    public String make() {
        List<String> skus = sent.text("skus") == null ? List.of()
                : Arrays.stream(sent.text("skus").split("[\\s,;]+")).filter(sku -> !sku.isBlank()).distinct().limit(NewCount.MOST_LINES).toList();
        boolean due = skus.isEmpty() && !"ALL".equals(sent.text("what"));
        AbcClass only = skus.isEmpty() ? Asked.oneOf(sent.text("abc"), AbcClass.class) : null;
        int most = sent.number("most").map(Number::intValue).filter(lines -> lines > 0 && lines < NewCount.MOST_LINES).orElse(NewCount.MOST_LINES);
        var selection = new NewCount.Selection(skus, only, null, due, most);
        String place = sent.text("place");
        try {
            return place != null && place.startsWith(ZONE) ? makeByZone(place.substring(ZONE.length()).split("~", 2), selection)
                    : makeOne(new NewCount(sent.key(), place, sent.text("note"), selection));
        } catch (CountRefused refused) {
            refused.refusals().stream().map(Refusal::detail).distinct().forEach(notes::bad);
            return "counts.xhtml?faces-redirect=true";
        }
    }

    private String makeOne(NewCount count) {
        desk.create(count, "page:" + count);
        return "count.xhtml?faces-redirect=true&id=" + count.id();
    }

    private String makeByZone(String[] siteAndZone, NewCount.Selection selection) {
        String zoned = siteAndZone[siteAndZone.length - 1];
        var round = new NewZoneCount(sent.key(), siteAndZone[0], zoned, sent.text("note"), selection);
        desk.createByZone(round, "page:" + round);
        return "counts.xhtml?faces-redirect=true&" + Query.of("zone", zoned).text();
    }

    public UUID getKey() {
        return UUID.randomUUID();
    }

    public boolean isMaker() {
        return shell.may("storekeeper") || shell.may("buyer") || shell.may("accountant");
    }

    /** What is due, by place and class. */
    public List<DueItems.Owed> getOwed() {
        if (owed == null) {
            owed = plan.owed().stream().filter(one -> one.due() > 0).toList();
        }
        return owed;
    }

    public Part<CountBoard.Count> getCounts() {
        if (counts == null) {
            var filter = new CountBoard.Filter(Asked.oneOf(status, CountStatus.class), Asked.text(location), Asked.text(zone), Asked.day(from), Asked.day(to),
                    Asked.text(after), LIMIT + 1);
            counts = Part.of(board.list(filter), LIMIT, CountBoard.Count::number);
        }
        return counts;
    }

    public List<CountStatus> getStatuses() {
        return List.of(CountStatus.values());
    }

    public List<AbcClass> getClasses() {
        return List.of(AbcClass.values());
    }

    public List<ItemBoard.Choice> getLocations() {
        return items.locations();
    }

    public String getQuery() {
        return Query.of("status", status).and("location", location).and("zone", zone).and("from", from).and("to", to).text();
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public String getLocation() {
        return location;
    }

    public void setLocation(String location) {
        this.location = location;
    }

    /** All zones of all sites. */
    public List<CountTable.Zone> getZones() {
        return board.zones();
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
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

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
