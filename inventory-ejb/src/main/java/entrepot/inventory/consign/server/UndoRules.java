package entrepot.inventory.consign.server;

import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.DocumentRefused.Why;
import entrepot.kernel.Quantity;
import java.util.List;
import java.util.UUID;

/** What a note of suppliers' goods cannot be undone for. */
final class UndoRules {

    private UndoRules() {}

    /** @param events of the note */
    static void check(UUID note, List<ConsignedLog.Logged> events) {
        refuse(Why.MISSING, events.isEmpty(), "no-such-note", "nothing came or went back with " + note);
        refuse(Why.STATE, events.stream().anyMatch(ConsignedLog.Logged::posted), "not-reversible",
                note + " is a posting: undo the posting, where it is of a kind that can be undone");
        refuse(Why.STATE, events.stream().anyMatch(event -> event.undoes() != null), "not-reversible",
                note + " undid a note: note anew what that had said");
        events.stream().filter(event -> event.undoneBy() != null).findFirst().ifPresent(event ->
                refuse(Why.STATE, true, "already-reversed", note + " was undone by " + event.undoneBy()));
    }

    private static void refuse(Why why, boolean against, String code, String detail) {
        ConsignmentRefused.ifAny(why, against ? List.of(Refusal.whole(code, detail)) : List.of());
    }

    /** @param left of the goods, at the place */
    static Refusal used(ConsignedLog.Logged event, Quantity left) {
        return new Refusal(event.lineNo(), "out-of-stock", "of " + event.goods().quantity() + " units of " + event.sku()
                + (event.lot() == null ? "" : ", lot " + event.lot() + ",") + " that came from " + event.supplier() + ", " + left + " lie at " + event.place()
                + ": the others were sold, used or went back; undo that first");
    }
}
