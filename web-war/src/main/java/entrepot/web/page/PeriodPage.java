package entrepot.web.page;

import entrepot.inventory.statement.server.StatementFilter;
import entrepot.platform.company.CompanyFile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** A statement of a period: its filters in the address. Without days it is this month up to today. */
public abstract class PeriodPage {

    static final int LIMIT = 100;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    private String from;
    private String to;
    private String by;
    private String location;
    private String category;
    private String sku;
    private String after;

    LocalDate begin() {
        LocalDate asked = Asked.day(from);
        return asked == null || asked.isAfter(end()) ? end().withDayOfMonth(1) : asked;
    }

    LocalDate end() {
        LocalDate asked = Asked.day(to);
        return asked == null ? companies.company().businessDate(clock.instant()) : asked;
    }

    StatementFilter filter() {
        return new StatementFilter(begin(), end(), null, Asked.text(location), Asked.text(category), Asked.text(sku));
    }

    Query query() {
        return goods(Query.of("from", begin()).and("to", end()));
    }

    Query goods(Query query) {
        return query.and("location", location).and("category", category).and("sku", sku);
    }

    /** The filters without what the rows stand for. */
    public String getPeriod() {
        return query().text();
    }

    public boolean isOfAll() {
        return filter().isOfAll();
    }

    public String getFrom() {
        return begin().toString();
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return end().toString();
    }

    public void setTo(String to) {
        this.to = to;
    }

    String asked() {
        return by;
    }

    public void setBy(String by) {
        this.by = by;
    }

    public String getLocation() {
        return location;
    }

    public void setLocation(String location) {
        this.location = location;
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
