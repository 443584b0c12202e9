package entrepot.web.page;

import entrepot.inventory.exchange.server.RateDesk;
import entrepot.platform.company.CompanyFile;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** In which currency may a document be, and at what rate? */
@Named
@RequestScoped
public class Currencies {

    @EJB
    private RateDesk desk;

    @Inject
    private CompanyFile companies;

    @Inject
    private Sent sent;

    private List<String> others;

    /** Those that have a rate, beside the company's own. */
    public List<String> getOthers() {
        if (others == null) {
            others = desk.currencies();
        }
        return others;
    }

    public boolean isChosen(String code) {
        return code.equals(sent.text("currency"));
    }

    /** Null where it is the company's own. */
    String chosen() {
        return sent.text("currency");
    }

    /** As typed, with a point. */
    String rate() {
        return Scanner.typed(sent.text("rate"));
    }

    public String getRate() {
        return sent.text("rate");
    }

    /** What one of {@code code} is worth on a day, by the table; null where it is the company's own or not known. */
    public String worth(String code, String day) {
        Currency own = companies.company().currency();
        LocalDate on = Asked.day(day);
        if (code == null || code.isEmpty() || on == null || code.equals(own.getCurrencyCode())) {
            return null;
        }
        return desk.on(Currency.getInstance(code), on).map(one -> one.rate().toPlainString()).orElse(null);
    }
}
