package entrepot.trading.econometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import entrepot.trading.Shared;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests published by Stata, Matlab and statsmodels; each names its source. The folder is {@code vectors.dir}, else the shared vectors. */
class EconometricsVectorsTest {

    private static final String FILE = "econometrics.json";

    @TestFactory
    List<DynamicTest> everyCase() {
        return Shared.cases(FILE).stream()
                .map(one -> DynamicTest.dynamicTest(one.path("id").asText(), () -> new EconometricsCase(one).check())).toList();
    }

    @Test
    void allCasesAreThere() {
        assumeTrue(System.getProperty("vectors.dir") == null, "another folder has other cases");
        assertThat(Shared.cases(FILE)).hasSize(22);
    }
}
