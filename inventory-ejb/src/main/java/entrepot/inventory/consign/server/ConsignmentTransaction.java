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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
    private ConsignedLog log;

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
        return once(note.id(), content, handle -> {
            boolean comes = note.kind() == ConsignmentNote.Kind.ARRIVED;
            ConsignmentRefused.ifAny(Why.STATE, comes ? come(handle, supplier, parts) : go(handle, note, supplier, parts));
            parts.forEach(part -> log.add(handle, new ConsignedEvent(ids.next(), note.id(), part.line(), note.kind(), supplier, part.goods(), comes,
                    note.businessDate(), note.reference(), clock.instant(), actor, null)));
        });
    }

    /** Likewise a note that came or went is undone: all of it, once. @param day of the undoing */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean undo(UUID id, UUID note, LocalDate day, String content, String actor) {
        return once(id, content, handle -> {
            List<ConsignedLog.Logged> events = log.of(handle, List.of(note));
            UndoRules.check(note, events);
            ConsignmentRefused.ifAny(Why.STATE, undo(handle, events));
            events.forEach(event -> log.add(handle, new ConsignedEvent(ids.next(), id, event.lineNo(), event.kind(), event.supplierId(), event.goods(),
                    event.quantity() < 0, day, event.reference(), clock.instant(), actor, event.id())));
            events.stream().filter(event -> event.quantity() > 0).forEach(event -> stock.uncome(handle, event.supplierId(), event.goods()));
        });
    }

    private List<Refusal> undo(Handle handle, List<ConsignedLog.Logged> events) {
        Set<Long> here = here(handle, events.stream().filter(event -> event.piece() && event.quantity() < 0).map(ConsignedLog.Logged::lotId));
        List<Refusal> refusals = new ArrayList<>();
        for (ConsignedLog.Logged event : events) {
            if (event.quantity() < 0 && event.piece() && !here.add(event.lotId())) {
                refusals.add(new Refusal(event.lineNo(), "serial-in-stock", LotRules.inStock(event.goods().lot(), event.sku())));
            } else if (event.quantity() < 0) {
                stock.again(handle, event.supplierId(), event.goods());
            } else if (!stock.go(handle, event.supplierId(), event.goods())) {
                refusals.add(UndoRules.used(event, stock.onHand(handle, event.supplierId(), event.goods())));
            }
        }
        return refusals;
    }

    /** @return whether it was done now; false where an earlier try of the same did it */
    private boolean once(UUID id, String content, Consumer<Handle> act) {
        return database.jdbi().withHandle(handle -> {
            Optional<Idempotency.Claim> earlier = idempotency.earlier(handle, id);
            if (earlier.isPresent()) {
                ConsignmentRefused.ifAny(Why.ASKED, earlier.get().covers(content) && earlier.get().posting() == null ? List.of()
                        : List.of(Refusal.whole("idempotency-clash", "the key " + id + " was used before for another request")));
                return false;
            }
            act.accept(handle);
            idempotency.claim(handle, List.of(new Idempotency.Claim(id, Fingerprint.of(content), null, "\"" + id + "\"")));
            return true;
        });
    }

    private Set<Long> here(Handle handle, Stream<Long> pieces) {
        return new HashSet<>(stock.lockedHere(handle, pieces.distinct().toList()));
    }

    /** A piece is here once, ours or a supplier's. */
    private List<Refusal> come(Handle handle, long supplier, List<Part> parts) {
        Set<Long> here = here(handle, parts.stream().filter(Part::piece).map(part -> part.goods().lotId()));
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
