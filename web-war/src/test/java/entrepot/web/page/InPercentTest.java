package entrepot.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.web.api.ApiProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who typed 150 reads of 150, not of 1.5. */
class InPercentTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
            "range; is a share and must be from 0 to 0.999999999, is 1.50; is a percentage and must be from 0 to 99.9999999, is 150",
            "range; is a share and must be below 1, is 1.5; is a percentage and must be below 100, is 150",
            "range; must be from 0 to 100, is 101; must be from 0 to 10000, is 10100",
            "range; stopLoss from 0.05 to 0.02 by 0.01: must be from a lower or equal to a higher number by a step above 0; stopLoss from 5 to 2 by 1: must be from a lower or equal to a higher number by a step above 0",
            "range; stopLoss from 0.0 to 0.9 by 1.0E-8 has 90000001 values, may have 1000000; stopLoss from 0 to 90 by 0.000001 has 90000001 values, may have 1000000",
            "negative; must be 0 or more, is -0.5; must be 0 or more, is -50",
            "not-positive; must be above 0, is 0.00; must be above 0, is 0",
            "decimals; may have 9 decimals at most, is '0.0123456789'; may have 7 decimals at most, is '1.23456789'",
            "not-a-number; must be a decimal number such as 12.5, is '0,125'; must be a decimal number such as 12.5, is '0,125'"})
    void aShareIsToldAsItIsTyped(String code, String share, String percent) {
        assertThat(InPercent.told(new ApiProblem.FieldError("/stopLoss", code, share))).isEqualTo(percent);
        assertThat(InPercent.told("stopLoss to", new ApiProblem.FieldError("/axes/1/to", code, share))).isEqualTo(percent);
        assertThat(InPercent.told("kelly", new ApiProblem.FieldError("/kelly", code, share))).isEqualTo(share);
    }
}
