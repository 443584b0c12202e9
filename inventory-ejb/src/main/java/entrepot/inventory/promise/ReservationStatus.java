package entrepot.inventory.promise;

/** Whether something of a reservation is still to come, and how it ended otherwise. */
public enum ReservationStatus {
    OPEN,
    FULFILLED,
    RELEASED,
    EXPIRED
}
