package entrepot.web.page;

import entrepot.trading.pricing.server.PriceList;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What do we ask for each item, and with what margin? */
@Named
@RequestScoped
public class PriceBookPage {

    private static final int LIMIT = 100;

    @Inject
    private PriceList list;

    private String q;
    private String show;
    private String after;
    private Part<PriceList.Line> lines;

    public Part<PriceList.Line> getLines() {
        if (lines == null) {
            String start = Asked.text(after) == null ? "" : Asked.text(after);
            lines = Part.of(list.list(Asked.text(q), filter(), start, LIMIT + 1), LIMIT, PriceList.Line::sku);
        }
        return lines;
    }

    public boolean isMargins() {
        return list.seesMargin();
    }

    private PriceList.Filter filter() {
        PriceList.Filter asked = Asked.oneOf(show, PriceList.Filter.class);
        return asked == null ? PriceList.Filter.ALL : asked;
    }

    public String getQuery() {
        return Query.of("q", q).and("show", show).text();
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getShow() {
        return filter().name();
    }

    public void setShow(String show) {
        this.show = show;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
