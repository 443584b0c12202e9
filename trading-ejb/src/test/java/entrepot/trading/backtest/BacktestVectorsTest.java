package entrepot.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.trading.Shared;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Backtests published by other projects; each names its source. The folder is {@code vectors.dir}, else the shared vectors.
 * What needs more than there is is reported by name.
 */
class BacktestVectorsTest {

    private static final String FILE = "backtests.json";

    @TestFactory
    List<DynamicTest> everyCase() {
        List<JsonNode> cases = Shared.cases(FILE);
        return cases.stream().map(one -> DynamicTest.dynamicTest(one.path("id").asText(), () -> {
            BacktestCase given = new BacktestCase(one, cases);
            given.beyond().ifPresent(reason -> abort("not yet supported: " + reason));
            given.check();
        })).toList();
    }

    @Test
    void theCasesThatPassAreNotLost() {
        assumeTrue(System.getProperty("vectors.dir") == null, "another folder has other cases");
        List<JsonNode> cases = Shared.cases(FILE);
        assertThat(cases.stream().filter(one -> new BacktestCase(one, cases).beyond().isEmpty())).hasSize(14);
    }
}
