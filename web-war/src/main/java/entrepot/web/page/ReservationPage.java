package entrepot.web.page;

import entrepot.inventory.promise.ReservationStatus;
import entrepot.inventory.promise.server.ReservationBoard;
import entrepot.inventory.promise.server.ReservationDesk;
import entrepot.inventory.promise.server.ReservationRefused;
import entrepot.platform.company.CompanyFile;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.ReservationDates;
import entrepot.web.api.ReservationIntake;
import entrepot.web.api.ReservationRefusedMapper;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What is kept here, how much of it was taken, and what happened to it? */
@Named
@RequestScoped
public class ReservationPage {

    @EJB
    private ReservationBoard board;

    @EJB
    private ReservationDesk desk;

    @Inject
    private ReservationIntake intake;

    @Inject
    private CompanyFile companies;

    @Inject
    private Faults faults;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    @Inject
    private Shell shell;

    private String id;
    private ReservationBoard.Detail detail;

    public void open() {
        UUID asked = Asked.id(id);
        detail = asked == null ? null : board.find(asked).orElse(null);
        Missing.unless(detail != null);
    }

    public String release() {
        desk.release(Asked.id(id), List.of(), sent.text("reason"));
        notes.good(show.word("reservation.done", "released"));
        return "reservation.xhtml?faces-redirect=true&id=" + id;
    }

    public String move() {
        try {
            intake.move(Asked.id(id), new ReservationDates(sent.text("wanted"), expires(), sent.text("priority") == null ? null : Integer.valueOf(sent.text("priority"))));
            notes.good(show.word("form", "kept"));
            return "reservation.xhtml?faces-redirect=true&id=" + id;
        } catch (ReservationRefused refused) {
            faults.note(ReservationRefusedMapper.problem(refused));
        } catch (ApiProblem wrong) {
            faults.note(wrong);
        }
        return null;
    }

    /** A day is over at midnight in the zone of the company. */
    private String expires() {
        LocalDate last = Asked.day(sent.text("expires"));
        return last == null ? null : last.plusDays(1).atStartOfDay(companies.company().zone()).toInstant().toString();
    }

    /** The last day on which it is kept, or null. */
    public LocalDate getLastDay() {
        return detail.reservation().expiresAt() == null ? null
                : detail.reservation().expiresAt().atZone(ZoneOffset.UTC).withZoneSameInstant(companies.company().zone()).toLocalDate().minusDays(1);
    }

    public List<String> getPriorities() {
        return List.of("1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    public boolean isReleasable() {
        return isOpen() && (shell.may("cashier") || shell.may("storekeeper") || shell.may("buyer"));
    }

    public boolean isSellable() {
        return isOpen() && shell.may("cashier") && detail.lines().stream().anyMatch(line -> line.held().isPositive());
    }

    private boolean isOpen() {
        return detail != null && detail.reservation().status() == ReservationStatus.OPEN;
    }

    public ReservationBoard.Detail getDetail() {
        return detail;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
