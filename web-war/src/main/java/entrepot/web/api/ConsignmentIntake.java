package entrepot.web.api;

import entrepot.inventory.consign.ConsignmentNote;
import entrepot.inventory.consign.server.ConsignmentDesk;
import entrepot.inventory.consign.server.ConsignmentRefused;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Receipt;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes in what comes of suppliers' goods, goes back or is used. */
@ApplicationScoped
public class ConsignmentIntake {

    @EJB
    private ConsignmentDesk desk;

    @Inject
    private DocumentFields documents;

    /** @return whether it was noted now. @throws ApiProblem with everything that stands against it */
    public boolean move(String key, ConsignmentNote.Kind kind, ConsignmentBody body) {
        ConsignmentNote note = read(key, kind, body);
        return told(() -> desk.move(note, DocumentFields.content("CONSIGNMENT " + kind, body)));
    }

    /** What came or went with a note did not. @return whether it was undone now. @throws ApiProblem with everything that stands against it */
    public boolean undo(String key, UUID note) {
        Fields fields = new Fields();
        UUID id = fields.uuid("#Idempotency-Key", key);
        fields.check();
        return told(() -> desk.undo(id, note));
    }

    /** What is used becomes ours. @throws ApiProblem with everything that stands against it */
    public Receipt take(String key, ConsignmentBody body) {
        return Postings.receipt(taken(key, body));
    }

    PostingOutcome taken(String key, ConsignmentBody body) {
        ConsignmentNote note = read(key, ConsignmentNote.Kind.TAKEN, body);
        return told(() -> desk.take(note, DocumentFields.content("CONSIGNMENT TAKEN", body)));
    }

    private static <T> T told(Supplier<T> act) {
        try {
            return act.get();
        } catch (ConsignmentRefused refused) {
            throw ConsignmentRefusedMapper.problem(refused);
        }
    }

    private ConsignmentNote read(String key, ConsignmentNote.Kind kind, ConsignmentBody body) {
        Fields fields = new Fields();
        UUID id = fields.uuid("#Idempotency-Key", key);
        ConsignmentNote note = DocumentFields.body(body).read(fields, id, kind, documents);
        fields.check();
        return note;
    }
}
