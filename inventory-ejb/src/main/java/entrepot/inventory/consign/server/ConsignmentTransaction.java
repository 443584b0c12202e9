package entrepot.inventory.consign.server;

import entrepot.inventory.consign.ConsignmentNote;
import entrepot.inventory.consign.Taken;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.DocumentRefused.Why;
import entrepot.platform.idempotency.Fingerprint;
import entrepot.platform.idempotency.Idempotency;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goods of a supplier come or go back, all of a note or nothing. Only {@link ConsignmentDesk} calls it. */
@Stateless
@DenyAll
public class ConsignmentTransaction {

    @Inject
    private Database database;

    @Inject
    private ConsignedStock stock;

    @Inject
    private Idempotency idempotency;

    /** @return whether it was done now; false where an earlier try of the same did it */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean move(ConsignmentNote note, long supplier, List<Taken.Line> lines, String content, String actor) {
        return database.jdbi().withHandle(handle -> {
            Optional<Idempotency.Claim> earlier = idempotency.earlier(handle, note.id());
            if (earlier.isPresent()) {
                ConsignmentRefused.ifAny(Why.ASKED, earlier.get().covers(content) && earlier.get().posting() == null ? List.of()
                        : List.of(Refusal.whole("idempotency-clash", "the key " + note.id() + " was used before for another request")));
                return false;
            }
            boolean comes = note.kind() == ConsignmentNote.Kind.ARRIVED;
            List<Refusal> refusals = new ArrayList<>();
            for (int number = 0; number < lines.size(); number++) {
                Taken.Line line = lines.get(number);
                if (comes) {
                    stock.come(handle, supplier, line);
                } else if (!stock.go(handle, supplier, line)) {
                    refusals.add(new Refusal(number, "out-of-stock", "there is less of " + note.lines().get(number).sku() + " of "
                            + note.supplier() + " at " + note.location()));
                }
                stock.log(handle, note, number, supplier, line, comes ? line.quantity() : line.quantity().negated(), actor);
            }
            ConsignmentRefused.ifAny(Why.STATE, refusals);
            idempotency.claim(handle, List.of(new Idempotency.Claim(note.id(), Fingerprint.of(content), null, "\"" + note.id() + "\"")));
            return true;
        });
    }
}
