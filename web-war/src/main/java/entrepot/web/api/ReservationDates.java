package entrepot.web.api;

/** When a reservation is wanted and how long it is kept, as a client sends it. @param expiresAt left out: it does not expire */
public record ReservationDates(String wantedOn, String expiresAt, Integer priority) {}
