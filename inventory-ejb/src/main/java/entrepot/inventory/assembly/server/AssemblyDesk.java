package entrepot.inventory.assembly.server;

import entrepot.inventory.assembly.AssemblyNote;
import entrepot.inventory.assembly.Bill;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.PostingDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Posts what is made and what is taken apart. */
@Stateless
@RolesAllowed({"storekeeper", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AssemblyDesk {

    @EJB
    private PostingDesk desk;

    @Inject
    private AssemblyCodes codes;

    public PostingOutcome post(AssemblyNote note, String content) {
        PostingOutcome outcome = desk.postPrepared(List.of(codes.prepare(note, content))).get(0);
        return outcome instanceof PostingOutcome.Refused refused ? new PostingOutcome.Refused(ofParts(note, refused.refusals())) : outcome;
    }

    /** The journal it would make, or why it would be refused. */
    public Books.Attempt preview(AssemblyNote note, String content) {
        Books.Attempt attempt = desk.preview(codes.prepare(note, content));
        return attempt.accepted() ? attempt : new Books.Attempt(null, ofParts(note, attempt.refusals()));
    }

    /** Lines of the posting as those of the document, which names the parts alone: what is taken apart stands before them. */
    private static List<Refusal> ofParts(AssemblyNote note, List<Refusal> refusals) {
        return refusals.stream().map(refusal -> {
            int line = note.makes() ? refusal.line() : refusal.line() - 1;
            return line < 0 ? Refusal.whole(refusal.code(), refusal.detail()) : new Refusal(line, refusal.code(), refusal.detail(), refusal.where());
        }).toList();
    }

    /** What a bill asks for. */
    static List<AssemblyNote.Part> parts(Bill bill, AssemblyNote note) {
        return bill.parts().stream()
                .map(part -> new AssemblyNote.Part(part.sku(),
                        note.makes() ? bill.need(part, note.quantity()) : bill.holds(part, note.quantity()), List.of(), null))
                .toList();
    }
}
