package entrepot.web.page;

import entrepot.inventory.promise.ReservationStatus;
import entrepot.inventory.promise.server.ReservationBoard;
import entrepot.inventory.promise.server.ReservationDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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
