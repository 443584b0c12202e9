package entrepot.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.web.language.Language;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"12;12", "1.5;1.5", "1,500;1500", "1,234,567.25;1234567.25", "0.000001;0.000001", "0.125;0.125", "0.005;0.005", "007;7"})
    void englishHasAPoint(String typed, BigDecimal meant) {
        assertThat(TypedNumber.read(typed, Language.ENGLISH)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"12;12", "1,5;1.5", "1.500;1500", "1.234.567,25;1234567.25", "0,125;0.125", "0,005;0.005"})
    void germanHasAComma(String typed, BigDecimal meant) {
        assertThat(TypedNumber.read(typed, Language.GERMAN)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "1,50", "12,34", "1,2345", "0,125", "0,005", "012,500", "000,001", "1.", ".5", "-1", "1e3", "", " ", "١"})
    void whatCouldBeMeantInTwoWaysIsNoNumber(String typed) {
        assertThat(TypedNumber.read(typed, Language.ENGLISH)).isEmpty();
    }

    @Test
    void aPointOfTheOtherLanguageIsRefusedToo() {
        assertThat(TypedNumber.read("1.5", Language.GERMAN)).isEmpty();
        assertThat(TypedNumber.read("0.125", Language.GERMAN)).isEmpty();
        assertThat(TypedNumber.read("0.005", Language.GERMAN)).isEmpty();
        assertThat(TypedNumber.read(null, Language.GERMAN)).isEmpty();
    }
}
