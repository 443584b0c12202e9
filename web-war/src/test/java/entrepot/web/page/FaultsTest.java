package entrepot.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Above the form a fault says of which field it is. */
class FaultsTest {

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {"/rate, rate", "/lines/0/unitCost, unitCost", "/lines/12/lots/3/lot, lot", "/lines/0, none", "'', none",
        "#Idempotency-Key, none", "?from, none"})
    void thePointerEndsWithTheField(String pointer, String field) {
        assertThat(Faults.field(pointer)).isEqualTo(field);
    }
}
