package entrepot.web.api;

import entrepot.inventory.exchange.server.RateDesk;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.csv.CsvEncoding;
import entrepot.platform.csv.CsvTable;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Takes rates in: one, or a file of them. */
@ApplicationScoped
public class RateIntake {

    private static final int MOST = 20_000;
    private static final List<String> COLUMNS = List.of("currency", "date", "rate");

    @EJB
    private RateDesk desk;

    @Inject
    private CompanyFile companies;

    /** @param date from which it holds; @param rate of the company's currency for one of this one; @param source where it was read */
    public record Body(String currency, String date, String rate, String source) {}

    /** @return how many were not known before. @throws ApiProblem with everything that stands against it */
    public int add(Body body) {
        Fields fields = new Fields();
        RateDesk.Entry entry = read(fields, DocumentFields.body(body));
        fields.check();
        return desk.add(List.of(entry));
    }

    /**
     * Columns currency, date and rate. All lines or none.
     *
     * @param source of all of them, as the name of the file
     * @return how many were not known before
     * @throws ApiProblem with everything that stands against it
     */
    public int upload(byte[] file, String source) {
        Fields all = new Fields();
        List<RateDesk.Entry> entries = new ArrayList<>();
        List<CsvTable.Row> rows = CsvTable.read(CsvEncoding.UTF_8.decode(file), COLUMNS, COLUMNS).rows();
        if (rows.size() > MOST) {
            throw ApiProblem.of(413, "too-many-rows", "a file may have " + MOST + " rates, this has " + rows.size());
        }
        for (CsvTable.Row row : rows) {
            Fields fields = new Fields();
            if (row.broken() != null) {
                fields.refuse("", "broken", row.broken());
            } else {
                entries.add(read(fields, new Body(row.cells().get("currency"), row.cells().get("date"), row.cells().get("rate"), source)));
            }
            fields.errors().forEach(error -> all.refuse("/" + row.line() + error.pointer(), error.code(), "line " + row.line() + ": " + error.detail()));
        }
        all.check();
        return desk.add(entries);
    }

    private RateDesk.Entry read(Fields fields, Body body) {
        Currency currency = fields.required("/currency", body.currency()) == null ? null : DocumentFields.known(fields, body.currency());
        if (currency != null && currency.equals(companies.company().currency())) {
            fields.refuse("/currency", "own-currency", "the book is kept in " + currency.getCurrencyCode() + ": it is worth itself");
        }
        LocalDate day = fields.dateIfGiven("/date", fields.required("/date", body.date()));
        BigDecimal rate = DocumentFields.rate(fields, fields.required("/rate", body.rate()));
        return new RateDesk.Entry(currency, day, rate, fields.textIfGiven("/source", body.source(), 80));
    }
}
