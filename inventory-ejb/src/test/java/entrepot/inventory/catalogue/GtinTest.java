package entrepot.inventory.catalogue;

import entrepot.inventory.gs1.CheckDigit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {

    /** The first is the worked example of GS1's page on the check digit; the next two are numbers of GS1's own guides. */
    @ParameterizedTest
    @CsvSource({"629104150021, 3", "950600013435, 2", "61414100003, 6", "9638507, 4", "1061414100041, 5"})
    void theCheckDigitIsThatOfThePublishedExamples(String before, int digit) {
        assertThat(CheckDigit.of(before)).isEqualTo(digit);
    }

    @Test
    void aWrongCheckDigitTellsTheRightOne() {
        assertThatThrownBy(() -> new Gtin("6291041500214")).hasMessageContaining("ends in check digit 4, expected 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "629104150021", "62910415002", "629104150021A", "062910415002130", "٦٢٩١٠٤١٥٠٠٢١٣", "00000000"})
    void otherThingsAreRefused(String code) {
        assertThatThrownBy(() -> new Gtin(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leadingZerosMakeNoDifference() {
        assertThat(new Gtin("614141000036").sameAs(new Gtin("00614141000036"))).isTrue();
        assertThat(new Gtin("0614141000036").fourteen()).isEqualTo("00614141000036");
    }

    /** Weights 3 and 1 find every single wrong digit, as 3 and 1 have no factor in common with 10. */
    @Test
    void everySingleWrongDigitIsFound() {
        String right = "6291041500213";
        for (int place = 0; place < right.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String other = right.substring(0, place) + digit + right.substring(place + 1);
                if (!other.equals(right)) {
                    assertThatThrownBy(() -> new Gtin(other)).isInstanceOf(IllegalArgumentException.class);
                }
            }
        }
    }
}
