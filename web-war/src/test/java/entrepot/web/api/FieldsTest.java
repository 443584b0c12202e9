package entrepot.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    private final Fields fields = new Fields();

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        fields.text("/name", " ", 10);
        fields.positiveQuantity("/lines/0/quantity", "-1");
        fields.dateIfGiven("/date", "31.12.2026");
        var problem = catchThrowableOfType(ApiProblem.class, fields::check);
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).extracting(ApiProblem.FieldError::pointer)
                .containsExactly("/name", "/lines/0/quantity", "/date");
    }

    @Test
    void whatIsRightPassesTheCheck() {
        assertThat(fields.quantity("/quantity", "1.500000")).isEqualTo(new Quantity(1_500_000));
        assertThat(fields.money("/amount", "12.50", Currency.getInstance("GBP"))).hasToString("GBP 12.50");
        assertThat(fields.decimal("/price", "0.123456", 6)).isEqualByComparingTo(new BigDecimal("0.123456"));
        fields.check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "1e400", "Infinity", "0x10", "1,5", "", " 1", "1000000000000000000", "0.1234567", "٣"})
    void aQuantityIsPlainDigitsWithinWhatALedgerHolds(String value) {
        assertThat(fields.quantity("/quantity", value)).isNull();
        assertThat(fields.errors()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u202Eb", "a\nb", "a\uD800b"})
    void unprintableTextIsRefused(String value) {
        assertThat(fields.text("/name", value, 20)).isNull();
        assertThat(fields.errors()).extracting(ApiProblem.FieldError::code).containsExactly("characters");
    }

    @Test
    void textWithLettersOfTwoHalvesIsFine() {
        assertThat(fields.text("/name", "Café 😀 ☕", 20)).isEqualTo("Café 😀 ☕");
    }
}
