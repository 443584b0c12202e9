package entrepot.inventory.goods;

import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.Refusal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which kinds of movement a role may post. */
public final class NoteRights {

    private static final Map<String, Set<PostingKind>> KINDS = Map.of(
            "admin", NoteRules.KINDS,
            "storekeeper", NoteRules.KINDS,
            "system", NoteRules.KINDS,
            "buyer", EnumSet.of(PostingKind.RECEIPT, PostingKind.SUPPLIER_RETURN),
            "accountant", EnumSet.of(PostingKind.OPENING, PostingKind.ADJUSTMENT));

    private NoteRights() {}

    /** In the order of the kinds. @param has whether the caller has a role */
    public static Set<PostingKind> of(Predicate<String> has) {
        Set<PostingKind> kinds = EnumSet.noneOf(PostingKind.class);
        KINDS.forEach((role, own) -> {
            if (has.test(role)) {
                kinds.addAll(own);
            }
        });
        return kinds;
    }

    /** Whether it is a movement, but none for who may post {@code own}. */
    public static boolean deny(PostingKind kind, Set<PostingKind> own) {
        return NoteRules.KINDS.contains(kind) && !own.contains(kind);
    }

    public static Refusal refusal(PostingKind kind) {
        return Refusal.whole("forbidden", "your role does not post movements of kind " + kind);
    }
}
