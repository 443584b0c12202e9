package entrepot.inventory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxCodeTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u2003"})
    void aRateThatIsNotGivenIsMissed(String rate) {
        assertThat(new TaxCode("STD", "Standard", rate, null, true).flaws()).extracting(Flaw::field, Flaw::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("rate", "missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "1.000001", "-0.1", "twenty"})
    void aRateIsAShareOfTheNetAmount(String rate) {
        assertThat(new TaxCode("STD", "Standard", rate, null, true).flaws()).extracting(Flaw::field).containsExactly("rate");
    }
}
