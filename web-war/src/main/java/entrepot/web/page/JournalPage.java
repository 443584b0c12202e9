package entrepot.web.page;

import entrepot.inventory.journal.server.Accounts;
import entrepot.inventory.journal.server.JournalFilter;
import entrepot.inventory.journal.server.JournalReport;
import entrepot.inventory.journal.server.JournalRow;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Map;
import java.util.TreeMap;

/** Which postings made the balance of this account? */
@Named
@RequestScoped
public class JournalPage {

    private static final int LIMIT = 100;
    private static final String KEY = "\\d{4}-\\d{2}-\\d{2}~\\d{1,18}~\\d{1,9}";

    @EJB
    private JournalReport report;

    @EJB
    private Accounts accounts;

    private String account;
    private String sku;
    private String from;
    private String to;
    private String after;
    private Part<JournalRow> rows;

    public Part<JournalRow> getRows() {
        if (rows == null) {
            JournalFilter filter = new JournalFilter(Asked.text(account), Asked.day(from), Asked.day(to), null, Asked.text(sku));
            boolean keyed = after != null && after.matches(KEY) && Asked.day(after.substring(0, 10)) != null;
            rows = Part.of(report.lines(filter, keyed ? after : null, LIMIT + 1), LIMIT, JournalRow::key);
        }
        return rows;
    }

    /** By code. */
    public Map<String, String> getAccounts() {
        return new TreeMap<>(accounts.names());
    }

    public String getQuery() {
        return Query.of("account", account).and("sku", sku).and("from", from).and("to", to).text();
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
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
