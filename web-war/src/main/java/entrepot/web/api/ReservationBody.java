package entrepot.web.api;

import entrepot.inventory.promise.server.NewReservation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A reservation, as a client sends it.
 *
 * @param wantedOn left out: today
 * @param priority 1 to 9, 1 first of those who wait for the same goods; left out: 5
 */
public record ReservationBody(
        String customer, String reference, String note, String wantedOn, String expiresAt, Integer priority, List<Line> lines) {

    private static final int ORDINARY = 5;

    public record Line(String sku, String location, String quantity) {}

    NewReservation read(Fields fields, UUID id, LocalDate today, Instant now, DocumentFields documents) {
        LocalDate wanted = OrderBody.day(fields, "/wantedOn", wantedOn);
        if (wanted != null && wanted.isBefore(today)) {
            fields.refuse("/wantedOn", "out-of-range", "must not be before today, " + today);
        }
        Instant expires = fields.momentIfGiven("/expiresAt", expiresAt);
        if (expires != null && !expires.isAfter(now)) {
            fields.refuse("/expiresAt", "out-of-range", "must be later than now");
        }
        int turn = priority == null ? ORDINARY : priority;
        if (turn < 1 || turn > 9) {
            fields.refuse("/priority", "range", "must be 1 to 9, is " + turn);
        }
        return new NewReservation(id, fields.textIfGiven("/customer", customer, 32), fields.textIfGiven("/reference", reference, 64),
                fields.textIfGiven("/note", note, 200), wanted, expires, turn, lines(fields, documents));
    }

    private List<NewReservation.Line> lines(Fields fields, DocumentFields documents) {
        List<NewReservation.Line> read = new ArrayList<>();
        for (Line line : documents.lines(fields, lines)) {
            String at = "/lines/" + read.size();
            read.add(new NewReservation.Line(fields.text(at + "/sku", line.sku, 32), fields.text(at + "/location", line.location, 32),
                    fields.positiveQuantity(at + "/quantity", line.quantity)));
        }
        return read;
    }
}
