package entrepot.inventory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.ledger.AccountRole;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartTemplateTest {

    @ParameterizedTest
    @EnumSource(ChartTemplate.class)
    void everyRoleHasOneAccountOfAKindThatMayPlayIt(ChartTemplate template) {
        assertThat(template.lines()).extracting(ChartTemplate.Line::role).filteredOn(Objects::nonNull)
                .containsExactlyInAnyOrder(AccountRole.values());
        assertThat(template.lines()).extracting(ChartTemplate.Line::code).doesNotHaveDuplicates();
        for (ChartTemplate.Line line : template.lines()) {
            var account = new LedgerAccount(line.code(), line.name(), line.kind().name(), true);
            assertThat(account.flaws()).as(line.code()).isEmpty();
            assertThat(line.role() == null || LedgerAccount.kindsFor(line.role()).contains(line.kind())).as(line.toString()).isTrue();
        }
    }
}
