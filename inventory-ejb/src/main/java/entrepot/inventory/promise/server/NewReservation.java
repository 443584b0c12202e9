package entrepot.inventory.promise.server;

import entrepot.kernel.ItemId;
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

    /** @param location code of the site; @param kit that it is a part of, or null */
    public record Line(String sku, String location, Quantity quantity, Kit kit) {

        public Line(String sku, String location, Quantity quantity) {
            this(sku, location, quantity, null);
        }
    }

    /** @param line of the document, that of its first part; @param quantity of the kit */
    public record Kit(int line, ItemId item, Quantity quantity) {}

    public NewReservation {
        lines = List.copyOf(lines);
    }

    NewReservation with(List<Line> others) {
        return new NewReservation(id, customer, reference, note, wantedOn, expiresAt, priority, others);
    }

    /** The line of the document to which one belongs. */
    int documentLine(int line) {
        return lines.get(line).kit() == null ? line : lines.get(line).kit().line();
    }
}
