package entrepot.web.page;

import entrepot.inventory.promise.server.ReservationRefused;
import entrepot.inventory.stock.server.ItemBoard;
import entrepot.platform.company.CompanyFile;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.ReservationBody;
import entrepot.web.api.ReservationIntake;
import entrepot.web.api.ReservationRefusedMapper;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;

/** What is to be kept for a customer, and can we promise it? */
@Named
@RequestScoped
public class ReservePage {

    @EJB
    private ItemBoard board;

    @Inject
    private ReservationIntake intake;

    @Inject
    private ScannedLines lines;

    @Inject
    private CompanyFile companies;

    @Inject
    private Sent sent;

    @Inject
    private Faults faults;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    public String scan() {
        lines.scan(new ScannedLines.Beginning(sku -> null, sku -> null));
        return null;
    }

    public String reserve() {
        try {
            ReservationIntake.Made made = intake.reserve(sent.key().toString(), body());
            notes.good(show.word("reservation.done", "made"));
            return "reservation.xhtml?faces-redirect=true&id=" + made.id();
        } catch (ReservationRefused refused) {
            faults.note(ReservationRefusedMapper.problem(refused));
        } catch (ApiProblem wrong) {
            faults.note(wrong);
        }
        return null;
    }

    private ReservationBody body() {
        String priority = sent.text("priority");
        return new ReservationBody(sent.text("customer"), sent.text("reference"), sent.text("note"), sent.text("wanted"), expires(),
                priority == null ? null : Integer.valueOf(priority), lines.getRows().stream()
                        .map(line -> new ReservationBody.Line(line.sku(), sent.text("location"), Scanner.typed(line.quantity())))
                        .toList());
    }

    /** A day is over at midnight in the zone of the company. */
    private String expires() {
        LocalDate last = Asked.day(sent.text("expires"));
        return last == null ? null : last.plusDays(1).atStartOfDay(companies.company().zone()).toInstant().toString();
    }

    public List<ItemBoard.Choice> getLocations() {
        return board.sites();
    }

    public List<String> getPriorities() {
        return List.of("1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    public boolean isPriority(String choice) {
        return choice.equals(sent.text("priority") == null ? "5" : sent.text("priority"));
    }

    public String getKey() {
        return sent.key().toString();
    }
}
