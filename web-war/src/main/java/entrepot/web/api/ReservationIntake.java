package entrepot.web.api;

import entrepot.inventory.promise.server.NewReservation;
import entrepot.inventory.promise.server.Prospects;
import entrepot.inventory.promise.server.ReservationDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Takes reservations in, from the API and from the page. */
@ApplicationScoped
public class ReservationIntake {

    @EJB
    private ReservationDesk desk;

    @Inject
    private Prospects prospects;

    @Inject
    private DocumentFields documents;

    @Inject
    private Clock clock;

    /** What became of it. @param fresh made now; false where it was there */
    public record Made(UUID id, boolean fresh) {}

    /** @throws ApiProblem with everything that is wrong with the fields */
    public void move(UUID id, ReservationDates body) {
        Fields fields = new Fields();
        LocalDate wanted = fields.required("/wantedOn", OrderBody.day(fields, "/wantedOn", DocumentFields.body(body).wantedOn()));
        if (wanted != null && wanted.isBefore(prospects.today())) {
            fields.refuse("/wantedOn", "out-of-range", "must not be before today, " + prospects.today());
        }
        Instant expires = fields.momentIfGiven("/expiresAt", body.expiresAt());
        if (expires != null && !expires.isAfter(clock.instant())) {
            fields.refuse("/expiresAt", "out-of-range", "must be later than now");
        }
        int priority = body.priority() == null ? 0 : body.priority();
        if (priority < 1 || priority > 9) {
            fields.refuse("/priority", "range", "must be 1 to 9, is " + priority);
        }
        fields.check();
        desk.move(id, wanted, expires, priority);
    }

    /** @throws ApiProblem with everything that stands against it */
    public Made reserve(String key, ReservationBody body) {
        Fields fields = new Fields();
        UUID id = fields.uuid("#Idempotency-Key", key);
        NewReservation asked = DocumentFields.body(body).read(fields, id, prospects.today(), clock.instant(), documents);
        fields.check();
        return new Made(id, desk.reserve(asked, DocumentFields.content("RESERVATION", body)));
    }
}
