package entrepot.web.page;

import entrepot.platform.retry.Retry;
import entrepot.trading.market.Bar;
import entrepot.trading.market.BarPlan;
import entrepot.trading.market.BarStep;
import entrepot.trading.market.CorporateAction;
import entrepot.trading.market.Gap;
import entrepot.trading.market.Rollover;
import entrepot.trading.market.server.HeldRow;
import entrepot.trading.market.server.HeldStatus;
import entrepot.trading.market.server.InstrumentBoard;
import entrepot.trading.market.server.MarketData;
import entrepot.trading.market.server.MarketRefused;
import entrepot.trading.market.server.QualityBoard;
import entrepot.trading.market.server.QualityLine;
import entrepot.trading.market.server.QuarantineDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** What did it trade at, and what is wrong with its prices? */
@Named
@RequestScoped
public class InstrumentPage {

    private static final int BARS = 20;
    private static final int ROWS = 50;
    private static final int MOST = 1000;
    private static final int LONGEST_NOTE = 200;

    @Inject
    private InstrumentBoard board;

    @EJB
    private QualityBoard quality;

    @Inject
    private MarketData market;

    @Inject
    private QuarantineDesk quarantine;

    @Inject
    private Retry retry;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    private String symbol;
    private String step;
    private String after;
    private String every;
    private String zone;
    private String made;
    private BarPlan plan;
    private String wrong;
    private InstrumentBoard.Line line;
    private Part<HeldRow> held;

    public void open() {
        Missing.unless(getLine() != null);
    }

    public String release() {
        return decide("released", quarantine::release);
    }

    public String dismiss() {
        return decide("dismissed", quarantine::dismiss);
    }

    private interface Decision {
        void take(String symbol, List<Long> rows, String note);
    }

    private String decide(String done, Decision decision) {
        String note = sent.text("note");
        List<Long> rows = sent.ticked();
        if (rows.isEmpty() || note == null || note.length() > LONGEST_NOTE) {
            notes.bad(show.word("instrument", rows.isEmpty() ? "norow" : "nonote"));
            return again();
        }
        try {
            retry.run(() -> {
                decision.take(symbol, rows, note);
                return rows;
            });
            notes.good(show.text("instrument." + done, rows.size()));
        } catch (MarketRefused refused) {
            refused.faults().stream().map(MarketRefused.Fault::detail).forEach(notes::bad);
        }
        return again();
    }

    private String again() {
        return "instrument.xhtml?faces-redirect=true&symbol=" + symbol;
    }

    /** Null where there is no such instrument. */
    public InstrumentBoard.Line getLine() {
        if (line == null && Asked.text(symbol) != null) {
            line = board.find(symbol).orElse(null);
        }
        return line;
    }

    /** The step asked for, or the first that has bars. */
    public BarStep getOf() {
        BarStep asked = Asked.oneOf(step, BarStep.class);
        if (asked != null) {
            return asked;
        }
        return getLine() == null ? BarStep.DAY : line.series().stream().map(InstrumentBoard.Series::step).findFirst().orElse(BarStep.DAY);
    }

    /** Newest first. */
    public List<Bar> getBars() {
        if (getLine() == null || wrong != null) {
            return List.of();
        }
        if (getPlan() == null) {
            return board.last(symbol, getOf(), BARS);
        }
        List<Bar> made = new ArrayList<>(board.last(symbol, plan, BARS));
        Collections.reverse(made);
        return made;
    }

    // Of another length

    /** Null where none was asked for, or there cannot be such bars; then {@link #getWrong} says why. */
    public BarPlan getPlan() {
        if (plan == null && wrong == null && getLine() != null) {
            try {
                BarPlan asked = BarPlan.asked(Asked.text(every), Asked.text(zone), made).orElse(null);
                wrong = asked == null ? null : market.objection(symbol, asked).map(MarketData.Objection::detail).orElse(null);
                plan = wrong == null ? asked : null;
            } catch (IllegalArgumentException impossible) {
                wrong = impossible.getMessage();
            }
        }
        return plan;
    }

    /** Whether there are bars, but too few within what a page reads for one of that length. */
    public boolean isTooLong() {
        return getPlan() != null && !line.series().isEmpty() && getBars().isEmpty();
    }

    public String getWrong() {
        return getPlan() == null ? wrong : null;
    }

    /** Whether the bars shown are named by days. */
    public boolean isTimed() {
        return getPlan() == null ? getOf() == BarStep.MINUTE : plan.isTimed();
    }

    /** What the chart asks for: by itself the shortest that there is. */
    public String getDrawn() {
        BarPlan drawn = getPlan() != null ? plan : BarPlan.of(getOf() == BarStep.MINUTE ? "PT1M" : "P1D");
        return "every=" + drawn.every() + (drawn.zone() == null ? "" : "&zone=" + URLEncoder.encode(drawn.zone().getId(), StandardCharsets.UTF_8)) + (drawn.trades() ? "&of=trades" : "");
    }

    /** What the files are asked for. */
    public String getFiles() {
        return "symbol=" + symbol + "&" + (getPlan() == null ? "step=" + getOf() : getDrawn());
    }

    public String getEvery() {
        return Asked.text(every) == null ? "P1D" : every;
    }

    public void setEvery(String every) {
        this.every = every;
    }

    public String getZone() {
        return Objects.toString(zone, "");
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public boolean isOfTrades() {
        return "trades".equals(made);
    }

    public String getMade() {
        return made;
    }

    public void setMade(String made) {
        this.made = made;
    }

    public List<Gap> getGaps() {
        return getLine() == null ? List.of() : board.gaps(symbol, getOf(), Long.MIN_VALUE, ROWS);
    }

    /** How good its series are, by step. */
    public List<QualityLine> getQuality() {
        return getLine() == null ? List.of() : quality.of(symbol);
    }

    /** The first bars that are of no session. */
    public List<Long> getOutside() {
        return getLine() == null ? List.of() : quality.outside(symbol, getOf(), Long.MIN_VALUE, ROWS);
    }

    public Part<HeldRow> getHeld() {
        if (getLine() == null) {
            return new Part<>(List.of(), null);
        }
        if (held == null) {
            held = Part.of(quarantine.list(symbol, HeldStatus.HELD, Asked.key(after, 0), ROWS + 1), ROWS, HeldRow::id);
        }
        return held;
    }

    /** Newest first. */
    public List<QuarantineDesk.Decision> getDecisions() {
        return getLine() == null ? List.of() : quarantine.decisions(symbol, Long.MAX_VALUE, ROWS);
    }

    /** Newest first. */
    public List<Rollover> getRolls() {
        List<Rollover> rolls = new ArrayList<>(getLine() == null ? List.of() : board.rolls(symbol, getOf(), Long.MIN_VALUE, MOST));
        Collections.reverse(rolls);
        return rolls;
    }

    /** Newest first. */
    public List<CorporateAction> getActions() {
        List<CorporateAction> actions = new ArrayList<>(getLine() == null ? List.of() : board.actions(symbol, (LocalDate) null, MOST));
        Collections.reverse(actions);
        return actions;
    }

    public List<InstrumentBoard.Imported> getImports() {
        return getLine() == null ? List.of() : board.imports(symbol, Long.MAX_VALUE, ROWS);
    }

    public String getSymbol() {
        return symbol;
    }

    public void setSymbol(String symbol) {
        this.symbol = symbol;
    }

    public String getStep() {
        return step;
    }

    public void setStep(String step) {
        this.step = step;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
