package entrepot.web.page;

import entrepot.trading.market.server.InstrumentBoard;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Which prices do we have, and how good are they? */
@Named
@RequestScoped
public class InstrumentsPage {

    private static final int LIMIT = 100;

    @Inject
    private InstrumentBoard board;

    private String q;
    private String after;
    private Part<InstrumentBoard.Line> lines;

    public Part<InstrumentBoard.Line> getLines() {
        if (lines == null) {
            lines = Part.of(board.list(Asked.text(q), Asked.text(after), LIMIT + 1), LIMIT, line -> line.instrument().symbol());
        }
        return lines;
    }

    public boolean isFiltered() {
        return Asked.text(q) != null;
    }

    public String getQuery() {
        return Query.of("q", q).text();
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
