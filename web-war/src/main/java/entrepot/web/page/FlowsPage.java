package entrepot.web.page;

import entrepot.platform.job.Job;
import entrepot.platform.retry.Retry;
import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowGap;
import entrepot.trading.flow.FlowKind;
import entrepot.trading.flow.FlowMapping;
import entrepot.trading.market.server.FlowBoard;
import entrepot.trading.market.server.FlowDesk;
import entrepot.trading.market.server.FlowSeries;
import entrepot.trading.market.server.HeldFlow;
import entrepot.trading.market.server.HeldStatus;
import entrepot.trading.market.server.InstrumentBoard;
import entrepot.trading.market.server.MarketRefused;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.Fields;
import entrepot.web.api.FlowMappingQuery;
import entrepot.web.api.MarketUpload;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.FacesException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What happens between two bars of an instrument, how good is it, and what is in this file? */
@Named
@RequestScoped
public class FlowsPage {

    private static final int ROWS = 50;
    private static final int LONGEST_NOTE = 200;

    @Inject
    private InstrumentBoard instruments;

    @Inject
    private FlowBoard board;

    @Inject
    private FlowDesk desk;

    @Inject
    private Retry retry;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    private String symbol;
    private List<FlowSeries> all;
    private jakarta.servlet.http.Part file;

    public void open() {
        Missing.unless(Asked.text(symbol) != null && instruments.find(symbol).isPresent());
    }

    public String tryOut() {
        return bring(true);
    }

    public String post() {
        return bring(false);
    }

    private String bring(boolean dryRun) {
        if (file == null || file.getSize() == 0) {
            notes.bad(show.word("imports", "nofile"));
            return null;
        }
        try (InputStream content = file.getInputStream()) {
            Fields fields = new Fields();
            FlowKind kind = fields.oneOfIfGiven("?kind", sent.text("kind"), FlowKind.class, FlowKind.QUOTES);
            FlowMapping mapping = FlowMappingQuery.of(sent::text).read(fields, kind == null ? FlowKind.QUOTES : kind);
            String name = MarketUpload.fileName(fields, file.getSubmittedFileName());
            fields.check();
            Job job = desk.queue(symbol, name, kind, mapping, dryRun, content);
            return "job.xhtml?faces-redirect=true&id=" + job.id();
        } catch (ApiProblem wrong) {
            wrong.errors().forEach(error -> notes.bad(error.pointer().substring(1) + " " + error.detail()));
        } catch (MarketRefused refused) {
            notes.bad(refused.getMessage());
        } catch (IOException broken) {
            throw new FacesException(broken);
        }
        return null;
    }

    /** What was typed, so that one field can be mended. */
    public String said(String field) {
        return sent.text(field);
    }

    public String dismiss() {
        String note = sent.text("note");
        List<Long> rows = sent.ticked();
        if (rows.isEmpty() || note == null || note.length() > LONGEST_NOTE) {
            notes.bad(show.word("instrument", rows.isEmpty() ? "norow" : "nonote"));
            return again();
        }
        try {
            retry.run(() -> {
                desk.dismiss(symbol, rows, note);
                return rows;
            });
            notes.good(show.text("instrument.dismissed", rows.size()));
        } catch (MarketRefused refused) {
            notes.bad(refused.getMessage());
        }
        return again();
    }

    private String again() {
        return "flows.xhtml?faces-redirect=true&symbol=" + symbol;
    }

    /** None while a form is decoded, before the instrument is known. */
    public List<FlowSeries> getAll() {
        if (all == null && symbol != null) {
            all = board.list(symbol);
        }
        return all == null ? List.of() : all;
    }

    /** A row and what it would have been. */
    public record Held(FlowKind kind, HeldFlow row) {}

    /** The first of each kind. */
    public List<Held> getHeld() {
        return getAll().stream().flatMap(one -> board.held(symbol, one.kind(), HeldStatus.HELD, 0, ROWS).stream().map(row -> new Held(one.kind(), row))).toList();
    }

    /** The first. */
    public List<FlowGap> gaps(FlowKind kind) {
        return board.gaps(symbol, kind, Long.MIN_VALUE, ROWS);
    }

    /** To the nanosecond, UTC. */
    public String moment(Long nanos) {
        return nanos == null ? "" : Flow.moment(nanos).toString();
    }

    /** Of all kinds. */
    public List<String> getColumns() {
        return getKinds().stream().flatMap(kind -> kind.columns().stream()).distinct().toList();
    }

    public List<FlowKind> getKinds() {
        return List.of(FlowKind.values());
    }

    public String getSymbol() {
        return symbol;
    }

    public void setSymbol(String symbol) {
        this.symbol = symbol;
    }

    public jakarta.servlet.http.Part getFile() {
        return file;
    }

    public void setFile(jakarta.servlet.http.Part file) {
        this.file = file;
    }
}
