package entrepot.web.page;

import entrepot.trading.market.Instrument;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.market.server.InstrumentBoard;
import entrepot.trading.market.server.InstrumentDesk;
import entrepot.trading.market.server.MarketRefused;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.InstrumentBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Which prices do we have, and how good are they? */
@Named
@RequestScoped
public class InstrumentsPage {

    private static final int LIMIT = 100;
    private static final String ADDRESS = "instruments.xhtml?faces-redirect=true";

    @Inject
    private InstrumentBoard board;

    @Inject
    private InstrumentDesk desk;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    private String q;
    private String after;
    private Part<InstrumentBoard.Line> lines;

    public Part<InstrumentBoard.Line> getLines() {
        if (lines == null) {
            lines = Part.of(board.list(Asked.text(q), Asked.text(after), LIMIT + 1), LIMIT, line -> line.instrument().symbol());
        }
        return lines;
    }

    public String create() {
        try {
            Instrument made = new InstrumentBody(sent.text("symbol"), sent.text("name"), sent.text("kind"), sent.text("currency"),
                    sent.text("tick"), sent.text("belowzero") != null).read();
            desk.create(made);
            return "importbars.xhtml?faces-redirect=true&symbol=" + made.symbol();
        } catch (ApiProblem wrong) {
            wrong.errors().forEach(error -> notes.bad(error.pointer().substring(1) + " " + error.detail()));
        } catch (MarketRefused refused) {
            notes.bad(refused.getMessage());
        }
        return ADDRESS;
    }

    public List<InstrumentKind> getKinds() {
        return List.of(InstrumentKind.values());
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
