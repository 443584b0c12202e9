package entrepot.web.page;

import entrepot.platform.csv.CsvRefused;
import entrepot.platform.job.Job;
import entrepot.trading.market.BarFileRefused;
import entrepot.trading.market.QuarantineReason;
import entrepot.trading.market.server.FactorImport;
import entrepot.trading.market.server.ImportReport;
import entrepot.trading.market.server.InstrumentBoard;
import entrepot.trading.market.server.MarketImportJob;
import entrepot.trading.market.server.MarketRefused;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.BarMapping;
import entrepot.web.api.Json;
import entrepot.web.api.MarketUpload;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.FacesException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is in this file of prices, and does it go in? */
@Named
@RequestScoped
public class ImportBarsPage {

    private static final List<String> MAPPED = List.of("step", "delimiter", "decimal", "time", "clock", "open", "high", "low", "close", "volume",
            "format", "zone", "stamp");
    private static final int FLAWS_SHOWN = 10;

    @Inject
    private InstrumentBoard board;

    @Inject
    private MarketUpload upload;

    @Inject
    private TriedFile tried;

    @Inject
    private JobPage job;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    private String symbol;
    private jakarta.servlet.http.Part file;
    private jakarta.servlet.http.Part factors;
    private InstrumentBoard.Line line;

    /** What may go wrong with a file. */
    @FunctionalInterface
    private interface Act {
        String run() throws IOException;
    }

    public void open() {
        line = Asked.text(symbol) == null ? null : board.find(symbol).orElse(null);
        Missing.unless(line != null);
        if (isTriedByJob()) {
            job.setId(tried.job());
            job.open();
        }
    }

    public String tryOut() {
        return told(() -> {
            if (file == null || file.getSize() == 0) {
                notes.bad(show.word("imports", "nofile"));
                return again();
            }
            Map<String, String> mapping = new HashMap<>();
            MAPPED.stream().filter(name -> sent.text(name) != null).forEach(name -> mapping.put(name, sent.text(name)));
            try (InputStream content = file.getInputStream()) {
                tried.keep(symbol, file.getSubmittedFileName(), mapping, content);
            }
            try (InputStream content = tried.open()) {
                if (tried.isLarge()) {
                    tried.queued(upload.queue(symbol, tried.name(), BarMapping.of(tried::mapped), content, true).id());
                } else {
                    tried.found(upload.bars(symbol, tried.name(), BarMapping.of(tried::mapped), content, true));
                }
            }
            return again();
        });
    }

    public String post() {
        return told(() -> {
            if (!tried.isOf(symbol)) {
                notes.bad(show.word("imports", "nofile"));
                return again();
            }
            String next = "instrument.xhtml?faces-redirect=true&symbol=" + symbol;
            try (InputStream content = tried.open()) {
                if (tried.isLarge()) {
                    Job queued = upload.queue(symbol, tried.name(), BarMapping.of(tried::mapped), content, false);
                    next = "job.xhtml?faces-redirect=true&id=" + queued.id();
                } else {
                    ImportReport report = upload.bars(symbol, tried.name(), BarMapping.of(tried::mapped), content, false);
                    notes.good(show.text("importbars.done", report.added(), report.quarantined()));
                }
            }
            tried.forget();
            return next;
        });
    }

    public String postFactors() {
        return told(() -> {
            if (factors == null || factors.getSize() == 0) {
                notes.bad(show.word("imports", "nofile"));
                return again();
            }
            try (InputStream content = factors.getInputStream()) {
                FactorImport.Report report = upload.factors(symbol, factors.getSubmittedFileName(), content, false);
                notes.good(show.text("importbars.factors.done", report.added(), report.unchanged()));
            }
            return "instrument.xhtml?faces-redirect=true&symbol=" + symbol;
        });
    }

    private String told(Act act) {
        try {
            return act.run();
        } catch (BarFileRefused refused) {
            refused.flaws().stream().limit(FLAWS_SHOWN).forEach(flaw -> notes.bad(flaw.field().replace('/', ' ') + ": " + flaw.detail()));
        } catch (ApiProblem wrong) {
            wrong.errors().forEach(error -> notes.bad(error.pointer().substring(1) + " " + error.detail()));
        } catch (MarketRefused refused) {
            refused.faults().stream().limit(FLAWS_SHOWN).map(MarketRefused.Fault::detail).forEach(notes::bad);
        } catch (CsvRefused refused) {
            notes.bad(refused.getMessage());
        } catch (IOException broken) {
            throw new FacesException(broken);
        }
        return again();
    }

    private String again() {
        return "importbars.xhtml?faces-redirect=true&symbol=" + symbol;
    }

    /** What was said before, so that one field can be mended. */
    public String said(String field) {
        return tried.isOf(symbol) ? tried.mapped(field) : null;
    }

    /** Of the file tried last, or null. A job says how many rows are held, not which. */
    public ImportReport getReport() {
        if (!isTriedByJob() || job.getJob() == null || job.getJob().status() != Job.Status.DONE) {
            return tried.isOf(symbol) ? tried.report() : null;
        }
        try {
            MarketImportJob.Outcome found = Json.MAPPER.readValue(job.getJob().outcome(), MarketImportJob.Outcome.class);
            return new ImportReport(found.rows(), found.added(), found.unchanged(), found.quarantined(), found.reasons(), found.gaps(),
                    found.mapping(), found.written(), List.of());
        } catch (IOException broken) {
            throw new FacesException(broken);
        }
    }

    /** Whether the file tried last is so large that a job tries it. */
    public boolean isTriedByJob() {
        return tried.isOf(symbol) && tried.job() != 0;
    }

    public String getFileName() {
        return tried.isOf(symbol) ? tried.name() : null;
    }

    public List<Map.Entry<QuarantineReason, Long>> getReasons() {
        return getReport() == null ? List.of() : List.copyOf(getReport().reasons().entrySet());
    }

    public InstrumentBoard.Line getLine() {
        return line;
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

    public jakarta.servlet.http.Part getFactors() {
        return factors;
    }

    public void setFactors(jakarta.servlet.http.Part factors) {
        this.factors = factors;
    }
}
