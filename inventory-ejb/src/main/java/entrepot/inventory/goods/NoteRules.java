package entrepot.inventory.goods;

import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.Refusal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a note must say, by its kind. All that is missing is told at once. */
final class NoteRules {

    static final Set<PostingKind> KINDS = EnumSet.of(
            PostingKind.OPENING, PostingKind.RECEIPT, PostingKind.SUPPLIER_RETURN, PostingKind.ISSUE,
            PostingKind.SCRAP, PostingKind.ADJUSTMENT, PostingKind.TRANSFER);
    private static final Set<PostingKind> WITH_REASON = EnumSet.of(PostingKind.SCRAP, PostingKind.ADJUSTMENT);
    private static final Set<PostingKind> WITH_COST = EnumSet.of(PostingKind.OPENING, PostingKind.RECEIPT);

    private NoteRules() {}

    static List<Refusal> broken(GoodsNote note) {
        var broken = new ArrayList<Refusal>();
        if (!KINDS.contains(note.kind())) {
            broken.add(Refusal.whole("kind", note.kind() + " is not a movement of goods; one of " + KINDS));
        }
        if (WITH_REASON.contains(note.kind()) && (note.reason() == null || note.reason().isBlank())) {
            broken.add(Refusal.whole("reason-missing", "a note of kind " + note.kind() + " needs a reason"));
        }
        if ((note.kind() == PostingKind.TRANSFER) != (note.to() != null)) {
            broken.add(Refusal.whole("destination", "a destination belongs to a transfer, and only to one"));
        }
        if (note.exchange() != null && note.kind() != PostingKind.RECEIPT) {
            broken.add(Refusal.whole("wrong-currency", "only a receipt may be in another currency than the book"));
        }
        for (int number = 0; number < note.lines().size(); number++) {
            line(note, number, broken);
        }
        return broken;
    }

    private static void line(GoodsNote note, int number, List<Refusal> broken) {
        GoodsNote.Line line = note.lines().get(number);
        boolean signed = note.kind() == PostingKind.ADJUSTMENT;
        if (line.quantity().isZero() || !signed && !line.quantity().isPositive()) {
            broken.add(new Refusal(number, "quantity", "quantity " + line.quantity() + " must be "
                    + (signed ? "other than zero" : "more than zero")));
        }
        boolean costed = line.unitCost() != null || line.totalCost() != null;
        if (WITH_COST.contains(note.kind()) && !costed) {
            broken.add(new Refusal(number, "cost-missing", "goods that come in need a unit cost or a total cost"));
        }
        if (line.unitCost() != null && line.totalCost() != null) {
            broken.add(new Refusal(number, "cost-twice", "give the unit cost or the total cost, not both"));
        }
        if (line.unitCost() != null && line.unitCost().signum() < 0
                || line.totalCost() != null && line.totalCost().isNegative()) {
            broken.add(new Refusal(number, "cost-negative", "a cost must not be negative"));
        }
        if (note.kind() == PostingKind.SUPPLIER_RETURN && line.returnOf() == null) {
            broken.add(new Refusal(number, "receipt-missing", "a return to a supplier names the receipt it came with"));
        }
    }
}
