package entrepot.web.page;

import entrepot.inventory.exchange.server.RateDesk;
import entrepot.platform.csv.CsvRefused;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.RateIntake;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/** What is other money worth, from which day, and who said so? */
@Named
@RequestScoped
public class ExchangeRatesPage {

    private static final int LIMIT = 200;
    private static final int LARGEST = 2_000_000;

    @EJB
    private RateDesk desk;

    @Inject
    private RateIntake intake;

    @Inject
    private Sent sent;

    @Inject
    private Faults faults;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    @Inject
    private Shell shell;

    private String currency;
    private String after;
    private jakarta.servlet.http.Part file;
    private Part<RateDesk.Rate> rates;

    public String keep() {
        String code = sent.text("currency") == null ? null : sent.text("currency").toUpperCase(Locale.ROOT);
        return kept(() -> intake.add(new RateIntake.Body(code, sent.text("date"), Scanner.typed(sent.text("rate")), sent.text("source"))));
    }

    public String upload() throws IOException {
        if (file == null || file.getSize() == 0 || file.getSize() > LARGEST) {
            faults.note("", show.word("exchangerates", "nofile"));
            return null;
        }
        try (InputStream content = file.getInputStream()) {
            byte[] bytes = content.readAllBytes();
            String name = file.getSubmittedFileName();
            return kept(() -> intake.upload(bytes, name == null ? null : name.substring(0, Math.min(name.length(), 80))));
        }
    }

    private String kept(IntSupplier act) {
        try {
            notes.good(show.text("exchangerates.kept", act.getAsInt()));
            return "exchangerates.xhtml?faces-redirect=true";
        } catch (ApiProblem refused) {
            faults.note(refused);
        } catch (CsvRefused unreadable) {
            faults.note("", unreadable.getMessage());
        }
        return null;
    }

    public Part<RateDesk.Rate> getRates() {
        if (rates == null) {
            long before = Asked.key(after, Long.MAX_VALUE);
            rates = Part.of(desk.list(new RateDesk.Filter(Asked.text(currency), before, LIMIT + 1)), LIMIT, RateDesk.Rate::id);
        }
        return rates;
    }

    public List<String> getCurrencies() {
        return desk.currencies();
    }

    public boolean isMine() {
        return shell.may("accountant");
    }

    public String field(String name) {
        return sent.text(name);
    }

    public String getQuery() {
        return Query.of("currency", currency).text();
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public jakarta.servlet.http.Part getFile() {
        return file;
    }

    public void setFile(jakarta.servlet.http.Part file) {
        this.file = file;
    }
}
