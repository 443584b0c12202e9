package entrepot.trading.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.trading.allocation.Construction;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.strategy.Misfit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleKindTest {

    /** But what is none of many instruments, and what is learned: each fit of it is a model of one instrument, to be looked at and approved. */
    @Test
    void everyBuiltInStrategyIsThere() {
        List<String> names = Arrays.stream(RuleKind.values()).map(Enum::name).toList();
        assertThat(BuiltIn.values()).filteredOn(one -> one != BuiltIn.BUY_AND_HOLD && one != BuiltIn.LEARNED).allSatisfy(one -> assertThat(names).contains(one.name()));
    }

    @Test
    void whatIsKeptOfARuleAndAPlanMakesThemAgain() {
        for (RuleKind kind : RuleKind.values()) {
            NamedRule named = NamedRule.of(kind, Map.of());
            assertThat(named.rule().words()).isEqualTo(kind.with(Map.of()).words());
            assertThat(named.values()).hasSize(kind.parameters().size());
        }
        Plan plan = new Plan(Construction.RISK_PARITY, 60, 5, 0.025, 0.4, 0.000001, 0.5, 0.03);
        assertThat(Plan.read(plan.settings())).isEqualTo(plan);
        assertThat(plan.settings()).isEqualTo("construction=RISK_PARITY window=60 every=5 band=0.025 most=0.4 lot=1.0E-6 margin=0.5 borrow=0.03");
    }

    @Test
    void aTopAndABottomThatOverlapAreRefused() {
        assertThatThrownBy(() -> NamedRule.of(RuleKind.CROSS_SECTION, Map.of("top", 0.7, "bottom", 0.4))).isInstanceOf(Misfit.class)
                .hasMessage("bottom must leave room for top, 0.7, within 1, is 0.4");
    }
}
