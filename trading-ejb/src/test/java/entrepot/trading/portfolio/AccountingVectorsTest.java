package entrepot.trading.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import entrepot.trading.Shared;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Commissions, lots, sums, a hedged stock and FIX frames, each from its source; the folder is {@code vectors.dir}, else the shared one. */
class AccountingVectorsTest {

    private static final String FILE = "accounting_fix.json";

    @TestFactory
    List<DynamicTest> everyCase() {
        return Shared.cases(FILE).stream()
                .map(one -> DynamicTest.dynamicTest(one.path("id").asText(), () -> new AccountingCase(one).check())).toList();
    }

    @Test
    void allAreThere() {
        assumeTrue(System.getProperty("vectors.dir") == null, "another folder has other cases");
        assertThat(Shared.cases(FILE)).hasSize(5);
    }
}
