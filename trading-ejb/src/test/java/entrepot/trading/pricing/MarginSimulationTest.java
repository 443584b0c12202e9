package entrepot.trading.pricing;

import static entrepot.trading.pricing.Situations.d;
import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.pricing.MarginSimulation.Assumption;
import entrepot.trading.pricing.MarginSimulation.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarginSimulationTest {

    private static final List<Line> LINES = List.of(
            new Line("WIRE", d("10.00"), d("9.50"), d("6.00"), 10), new Line("BEANS", d("4.00"), d("4.20"), d("3.00"), 1.5));

    @Test
    void withoutElasticityOnlyThePriceMoves() {
        var outcome = new MarginSimulation(new Assumption(30, 0), 2).of(LINES);
        assertThat(outcome.lines().get(0).marginBefore()).isEqualTo("1200.00"); // 300 units at 4.00
        assertThat(outcome.lines().get(0).marginAfter()).isEqualTo("1050.00"); // 300 units at 3.50
        assertThat(outcome.total().marginAfter()).isEqualTo("1104.00"); // and 45 units at 1.20
        assertThat(outcome.assumption()).contains("does not react to the price");
    }

    @Test
    void withElasticityTheUnitsMoveToo() {
        var outcome = new MarginSimulation(new Assumption(30, 2), 2).of(LINES);
        assertThat(outcome.lines().get(0).unitsAfter()).isEqualTo("332.410"); // 300 (9.5 / 10)^-2
        assertThat(outcome.lines().get(0).marginAfter()).isEqualTo("1163.44"); // at 3.50, rounded half up
    }
}
