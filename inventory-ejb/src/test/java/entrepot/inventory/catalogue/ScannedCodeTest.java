package entrepot.inventory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "9506000134352",
            "09506000134352",
            "(01)09506000134352(17)261231(10)LOT-7",
            "0109506000134352",
            "010950600013435217261231",
            "]C10109506000134352\u001d10LOT7",
            "]d2\u001d010950600013435210LOT7",
            "https://id.gs1.org/01/09506000134352/10/LOT7?17=261231",
            "https://example.org/some/shop/01/9506000134352"})
    void theItemIsFoundInEveryFormOfIt(String scanned) {
        assertThat(new ScannedCode(scanned).gtin().map(Gtin::fourteen)).hasValue("09506000134352");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A-17", "(10)LOT7", "https://example.org/items/17", "12345"})
    void whatIsNoGs1CodeIsEmpty(String scanned) {
        assertThat(new ScannedCode(scanned).gtin()).isEmpty();
    }

    @Test
    void aWrongCheckDigitIsToldAndNotPassedOver() {
        assertThatThrownBy(() -> new ScannedCode("(01)09506000134353").gtin()).hasMessageContaining("expected 2");
    }
}
