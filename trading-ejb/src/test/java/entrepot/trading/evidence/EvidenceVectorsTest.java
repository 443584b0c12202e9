package entrepot.trading.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import entrepot.trading.Shared;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Figures published in papers and by other projects; each names its source. The folder is {@code vectors.dir}, else the shared vectors. */
class EvidenceVectorsTest {

    private static final String PERFORMANCE = "performance_stats.json";
    private static final String EVIDENCE = "evidence_statistics.json";

    @TestFactory
    List<DynamicTest> performance() {
        return Shared.cases(PERFORMANCE).stream()
                .map(one -> DynamicTest.dynamicTest(one.path("id").asText(), () -> new PerformanceCase(one).check())).toList();
    }

    @TestFactory
    List<DynamicTest> evidence() {
        return Shared.cases(EVIDENCE).stream()
                .map(one -> DynamicTest.dynamicTest(one.path("id").asText(), () -> new EvidenceCase(one).check())).toList();
    }

    @Test
    void allCasesAreThere() {
        assumeTrue(System.getProperty("vectors.dir") == null, "another folder has other cases");
        assertThat(Shared.cases(PERFORMANCE)).hasSize(8);
        assertThat(Shared.cases(EVIDENCE)).hasSize(19);
    }
}
