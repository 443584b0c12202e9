package entrepot.inventory.goods;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.ledger.PostingKind;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoteRightsTest {

    @Test
    void rolesAddUp() {
        assertThat(NoteRights.of(Set.of("buyer", "accountant")::contains))
                .containsExactly(PostingKind.OPENING, PostingKind.RECEIPT, PostingKind.SUPPLIER_RETURN, PostingKind.ADJUSTMENT);
    }

    @Test
    void whoHasNoneOfTheRolesPostsNothing() {
        assertThat(NoteRights.of(Set.of("cashier", "auditor")::contains)).isEmpty();
    }

    @Test
    void aMovementIsDeniedToWhoseKindItIsNot() {
        Set<PostingKind> accountant = NoteRights.of(Set.of("accountant")::contains);
        assertThat(NoteRights.deny(PostingKind.SCRAP, accountant)).isTrue();
        assertThat(NoteRights.deny(PostingKind.ADJUSTMENT, accountant)).isFalse();
        assertThat(NoteRights.deny(PostingKind.SALE, accountant)).as("no movement: the note's own rules say so").isFalse();
    }
}
