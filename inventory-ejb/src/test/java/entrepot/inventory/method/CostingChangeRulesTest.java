package entrepot.inventory.method;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.amend.Amendment;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.method.CostingChange.Asked;
import entrepot.inventory.valuation.Application;
import entrepot.inventory.valuation.Application.Ground;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostTerms;
import entrepot.inventory.valuation.Framework;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change must say of itself, and what the framework lets it. */
class CostingChangeRulesTest {

    private static final CostTerms FIFO = new CostTerms(CostFlow.FIFO, AveragePeriod.EVENT);

    @ParameterizedTest
    @CsvSource({"IFRS, IMPRACTICABLE, true", "IFRS, ESTIMATE, false", "IFRS, LOCAL_RULE, false", "US_GAAP, IMPRACTICABLE, true",
        "US_GAAP, ESTIMATE, true", "US_GAAP, LOCAL_RULE, false", "LOCAL, LOCAL_RULE, true"})
    void theFrameworkSaysWhatMayCountFromADayOn(Framework framework, Ground ground, boolean may) {
        assertThat(codes(framework, new Asked(CostFlow.AVERAGE, null, Application.PROSPECTIVE, ground), "why"))
                .isEqualTo(may ? List.of() : List.of("ground-not-allowed"));
    }

    @Test
    void allThatIsMissingIsSaidAtOnce() {
        assertThat(codes(Framework.IFRS, new Asked(CostFlow.LIFO, null, Application.PROSPECTIVE, null), " "))
                .containsExactly("reason-missing", "not-allowed", "ground-missing");
    }

    @Test
    void whatIsNotSaidStays() {
        Asked month = new Asked(null, AveragePeriod.MONTH, Application.RETROSPECTIVE, null);
        assertThat(month.of(FIFO)).isEqualTo(new CostTerms(CostFlow.FIFO, AveragePeriod.MONTH));
        assertThat(month.of(FIFO).costsAs(FIFO)).as("only an average has a period").isTrue();
        assertThat(new Asked(CostFlow.AVERAGE, null, Application.RETROSPECTIVE, null).of(FIFO).costsAs(FIFO)).isFalse();
    }

    private static List<String> codes(Framework framework, Asked asked, String reason) {
        var head = new Amendment(new UUID(0, 1), LocalDate.of(2026, 5, 1), Instant.EPOCH, null, reason, "");
        var line = new CostingChange.Line("TEA", new ItemId(1), FIFO, null, new LocationId(1), 3);
        return new CostingChange(head, asked, framework, List.of(line)).refusals().stream().map(Refusal::code).toList();
    }
}
