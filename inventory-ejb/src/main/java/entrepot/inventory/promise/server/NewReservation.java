package entrepot.inventory.promise.server;

import entrepot.kernel.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What somebody wants kept.
 *
 * @param id        chosen by the client before its first try
 * @param customer  code, or null
 * @param wantedOn  null: today
 * @param expiresAt when what was not taken is free again, or null: never
 * @param priority  1 to 9, 1 first
 */
public record NewReservation(
        UUID id, String customer, String reference, String note, LocalDate wantedOn, Instant expiresAt, int priority,
        List<Line> lines) {

    /** @param location code of the site */
    public record Line(String sku, String location, Quantity quantity) {}

    public NewReservation {
        lines = List.copyOf(lines);
    }
}
