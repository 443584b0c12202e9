package entrepot.web.page;

import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import entrepot.platform.job.JobRefused;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.market.server.MarketLook;
import entrepot.trading.market.server.QualityBoard;
import entrepot.trading.market.server.QualityLine;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** Is the data good? */
@Named
@RequestScoped
public class MarketQualityPage {

    private static final int LIMIT = 100;
    private static final int LOOKS = 100;

    @EJB
    private QualityBoard board;

    @EJB
    private JobDesk jobs;

    @Inject
    private Show show;

    @Inject
    private NoteBox notes;

    private String q;
    private String kind;
    private boolean faulty;
    private String after;
    private List<QualityLine> all;
    private Part<QualityLine> lines;

    public String look() {
        try {
            return "job.xhtml?faces-redirect=true&id=" + jobs.runNow(MarketLook.KIND).id();
        } catch (JobRefused refused) {
            notes.bad(refused.getMessage());
            return "marketquality.xhtml?faces-redirect=true";
        }
    }

    private List<QualityLine> all() {
        if (all == null) {
            all = board.list(new QualityBoard.Filter(Asked.text(q), Asked.oneOf(kind, InstrumentKind.class), faulty));
        }
        return all;
    }

    /** Worst first. */
    public Part<QualityLine> getLines() {
        if (lines == null) {
            lines = Part.of(QualityLine.after(all(), Asked.text(after), LIMIT + 1), LIMIT, QualityLine::key);
        }
        return lines;
    }

    public int getCount() {
        return all().size();
    }

    public long getFaultyCount() {
        return all().stream().filter(line -> !line.faults().isEmpty()).count();
    }

    /** The last time that somebody or the night asked for a look through all series, not those of a calendar alone; null where there was none lately. */
    public Job getLast() {
        return jobs.list(MarketLook.KIND, Long.MAX_VALUE, LOOKS).stream().filter(job -> job.title().equals(MarketLook.TITLE)).findFirst().orElse(null);
    }

    public List<InstrumentKind> getKinds() {
        return List.of(InstrumentKind.values());
    }

    /** Rounded down, so that only a whole series has a hundred percent. */
    public String complete(QualityLine line) {
        return line.complete() == null ? "" : show.percent(BigDecimal.valueOf(line.complete()).setScale(3, RoundingMode.FLOOR));
    }

    /** Sessions, or days where no calendar says which days those are. */
    public String age(QualityLine line) {
        return line.behind() == null ? "" : show.text(line.calendar() == null ? "marketquality.days" : "marketquality.sessions", line.behind());
    }

    public String faults(QualityLine line) {
        return line.faults().stream().map(fault -> show.word("marketquality.fault", fault)).collect(Collectors.joining(", "));
    }

    public boolean isFiltered() {
        return Asked.text(q) != null || Asked.text(kind) != null || faulty;
    }

    public String getQuery() {
        return Query.of("q", q).and("kind", kind).and("faulty", faulty ? "true" : null).text();
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public boolean isFaulty() {
        return faulty;
    }

    public void setFaulty(boolean faulty) {
        this.faulty = faulty;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
