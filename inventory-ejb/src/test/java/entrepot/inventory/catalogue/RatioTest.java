package entrepot.inventory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatioTest {

    @ParameterizedTest
    @ValueSource(strings = {"12", "0.45359237", "1/3", "0.5", "1000000", "22/7"})
    void whatIsReadIsWrittenTheSame(String text) {
        assertThat(Ratio.parse(text)).hasToString(text);
    }

    @Test
    void termsAreTheLowest() {
        assertThat(Ratio.parse("6/4")).isEqualTo(new Ratio(3, 2)).isEqualTo(Ratio.parse("1.50"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "-1", "1/0", "1e3", "", " 1", "1/2/3", "1234567890123456789", "0.000000000000000000001"})
    void whatIsNoFactorIsRefused(String text) {
        assertThatThrownBy(() -> Ratio.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
