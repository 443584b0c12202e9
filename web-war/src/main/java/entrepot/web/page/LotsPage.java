package entrepot.web.page;

import entrepot.inventory.lot.server.LotFilter;
import entrepot.inventory.lot.server.LotLine;
import entrepot.inventory.lot.server.LotReport;
import entrepot.inventory.stock.server.ItemBoard;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** What expires when, and where does it lie? */
@Named
@RequestScoped
public class LotsPage {

    private static final int LIMIT = 100;
    private static final List<Integer> WITHIN = List.of(0, 7, 30, 90);

    @EJB
    private LotReport report;

    @EJB
    private ItemBoard board;

    private String q;
    private String item;
    private String location;
    private String within;
    private String after;
    private Part<LotLine> lots;

    public Part<LotLine> getLots() {
        if (lots == null) {
            LotFilter filter = new LotFilter(Asked.text(q), Asked.text(item), Asked.text(location), Asked.days(within));
            lots = Part.of(report.inStock(filter, Asked.lot(after), LIMIT + 1), LIMIT, LotLine::key);
        }
        return lots;
    }

    public boolean isFiltered() {
        return !getQuery().isEmpty();
    }

    public String getQuery() {
        return Query.of("q", q).and("item", item).and("location", location).and("within", Asked.days(within)).text();
    }

    /** Numbers of days to choose from. */
    public List<Integer> getChoices() {
        return WITHIN;
    }

    public List<ItemBoard.Choice> getLocations() {
        return board.locations();
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item;
    }

    public String getLocation() {
        return location;
    }

    public void setLocation(String location) {
        this.location = location;
    }

    public String getWithin() {
        return within;
    }

    public void setWithin(String within) {
        this.within = within;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
