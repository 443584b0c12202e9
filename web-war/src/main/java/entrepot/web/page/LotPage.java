package entrepot.web.page;

import entrepot.inventory.lot.server.LotReport;
import entrepot.inventory.lot.server.LotView;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** Where did this lot come from, where is it, and who has it? */
@Named
@RequestScoped
public class LotPage {

    private static final int LIMIT = 100;

    @EJB
    private LotReport report;

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

    public LotView getFound() {
        return found;
    }

    public Part<LotView.Step> getWay() {
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
