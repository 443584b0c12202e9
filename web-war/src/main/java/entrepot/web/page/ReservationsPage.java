package entrepot.web.page;

import entrepot.inventory.ledger.Reserved;
import entrepot.inventory.promise.ReservationStatus;
import entrepot.inventory.promise.server.PromisePolicyDesk;
import entrepot.inventory.promise.server.ReservationBoard;
import entrepot.inventory.stock.server.ItemBoard;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What is kept for whom, and which promises cannot be kept? */
@Named
@RequestScoped
public class ReservationsPage {

    private static final int LIMIT = 100;

    @EJB
    private ReservationBoard board;

    @EJB
    private ItemBoard items;

    @EJB
    private PromisePolicyDesk policies;

    @Inject
    private Shell shell;

    private String status;
    private String customer;
    private String location;
    private String sku;
    private String after;
    private Part<ReservationBoard.Reservation> reservations;
    private List<ReservationBoard.Broken> broken;

    public Part<ReservationBoard.Reservation> getReservations() {
        if (reservations == null) {
            var filter = new ReservationBoard.Filter(Asked.oneOf(status, ReservationStatus.class), Asked.text(customer),
                    Asked.text(location), Asked.text(sku), Asked.text(after), LIMIT + 1);
            reservations = Part.of(board.list(filter), LIMIT, ReservationBoard.Reservation::number);
        }
        return reservations;
    }

    public List<ReservationBoard.Broken> getBroken() {
        if (broken == null) {
            broken = board.broken();
        }
        return broken;
    }

    /** What becomes of a sale that takes what is reserved for another. */
    public Reserved.Rule getRule() {
        return policies.policy().sellReserved();
    }

    public boolean isMaker() {
        return shell.may("cashier") || shell.may("storekeeper") || shell.may("buyer");
    }

    public List<ReservationStatus> getStatuses() {
        return List.of(ReservationStatus.values());
    }

    public List<ItemBoard.Choice> getLocations() {
        return items.sites();
    }

    public String getQuery() {
        return Query.of("status", status).and("customer", customer).and("location", location).and("sku", sku).text();
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public String getLocation() {
        return location;
    }

    public void setLocation(String location) {
        this.location = location;
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
