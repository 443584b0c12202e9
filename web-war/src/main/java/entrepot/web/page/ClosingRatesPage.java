package entrepot.web.page;

import entrepot.inventory.payable.ClosingRate;
import entrepot.inventory.payable.server.ClosingRateDesk;
import entrepot.web.api.ClosingRateIntake;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;

/** What is owed in other currencies, and what is it worth at the rate of a day? */
@Named
@RequestScoped
public class ClosingRatesPage {

    @EJB
    private ClosingRateDesk desk;

    @Inject
    private ClosingRateIntake intake;

    @Inject
    private Confirmation confirmation;

    @Inject
    private Sent sent;

    @Inject
    private Shell shell;

    @Inject
    private Show show;

    private String date;
    private ClosingRate rate;

    public String look() {
        ClosingRateIntake.Body body = said();
        return confirmation.look(body, () -> intake.preview(confirmation.getKey(), body));
    }

    public String book() {
        ClosingRateIntake.Body body = said();
        return confirmation.book(body, this::look, () -> intake.book(confirmation.getKey(), body), "posting.xhtml",
                show.word("closingrates", "done"));
    }

    private ClosingRateIntake.Body said() {
        return new ClosingRateIntake.Body(null, sent.text("date"), sent.text("reference"), sent.text("reason"));
    }

    public ClosingRate getRate() {
        if (rate == null) {
            rate = desk.on(day(), null);
        }
        return rate;
    }

    private LocalDate day() {
        String asked = sent.text("date") == null ? date : sent.text("date");
        return Asked.day(asked, confirmation.today());
    }

    public boolean isMine() {
        return shell.may("accountant");
    }

    public String getDate() {
        return day().toString();
    }

    public void setDate(String date) {
        this.date = date;
    }
}
