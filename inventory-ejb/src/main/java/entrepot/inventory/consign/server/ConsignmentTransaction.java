package entrepot.inventory.consign.server;

import entrepot.inventory.consign.ConsignedEvent;
import entrepot.inventory.consign.ConsignmentNote;
import entrepot.inventory.consign.Taken;
import entrepot.inventory.ledger.LotRules;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.DocumentRefused.Why;
import entrepot.platform.idempotency.Fingerprint;
import entrepot.platform.idempotency.Idempotency;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

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

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    /** Part of a line of a note, of one lot at most. @param line from 0; @param piece whether it is one by its serial number */
    public record Part(int line, Taken.Line goods, String sku, boolean piece) {

        String name() {
            return goods.lot() == null ? sku : sku + ", lot " + goods.lot().code() + ",";
        }
    }

    /** @return whether it was done now; false where an earlier try of the same did it */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean move(ConsignmentNote note, long supplier, List<Part> parts, String content, String actor) {
        return database.jdbi().withHandle(handle -> {
            Optional<Idempotency.Claim> earlier = idempotency.earlier(handle, note.id());
            if (earlier.isPresent()) {
                ConsignmentRefused.ifAny(Why.ASKED, earlier.get().covers(content) && earlier.get().posting() == null ? List.of()
                        : List.of(Refusal.whole("idempotency-clash", "the key " + note.id() + " was used before for another request")));
                return false;
            }
            boolean comes = note.kind() == ConsignmentNote.Kind.ARRIVED;
            ConsignmentRefused.ifAny(Why.STATE, comes ? come(handle, supplier, parts) : go(handle, note, supplier, parts));
            parts.forEach(part -> stock.log(handle, new ConsignedEvent(ids.next(), note.id(), part.line(), note.kind(), supplier, part.goods(), comes,
                    note.businessDate(), note.reference(), clock.instant(), actor)));
            idempotency.claim(handle, List.of(new Idempotency.Claim(note.id(), Fingerprint.of(content), null, "\"" + note.id() + "\"")));
            return true;
        });
    }

    /** A piece is here once, ours or a supplier's. */
    private List<Refusal> come(Handle handle, long supplier, List<Part> parts) {
        Set<Long> here = new HashSet<>(stock.lockedHere(handle,
                parts.stream().filter(Part::piece).map(part -> part.goods().lotId()).distinct().toList()));
        List<Refusal> refusals = new ArrayList<>();
        for (Part part : parts) {
            if (part.piece() && !here.add(part.goods().lotId())) {
                refusals.add(new Refusal(part.line(), "serial-in-stock", LotRules.inStock(part.goods().lot(), part.sku())));
            }
            stock.come(handle, supplier, part.goods());
        }
        return refusals;
    }

    private List<Refusal> go(Handle handle, ConsignmentNote note, long supplier, List<Part> parts) {
        List<Refusal> refusals = new ArrayList<>();
        for (Part part : parts) {
            if (!stock.go(handle, supplier, part.goods())) {
                refusals.add(new Refusal(part.line(), "out-of-stock", "there is less of " + part.name() + " of " + note.supplier() + " at "
                        + note.location()));
            }
        }
        return refusals;
    }
}
