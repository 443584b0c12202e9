package entrepot.trading.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {

    @Test
    void eachHasAValueAndMayHaveARange() {
        Variables read = Variables.of("fast = 40 from 5 to 200, slow=100\nlevel = -0.5 from -1 to 1e1;");
        assertThat(read.all()).containsExactly(new Variable("fast", 40, 5, 200), new Variable("slow", 100, 100, 100),
                new Variable("level", -0.5, -1, 10));
        assertThat(read.words()).isEqualTo("fast = 40 from 5 to 200, slow = 100, level = -0.5 from -1 to 10");
        assertThat(Variables.of(read.words())).isEqualTo(read);
        assertThat(Variables.of(" ")).isEqualTo(Variables.NONE);
    }

    @Test
    void aSweepTriesOtherValuesOfTheRange() {
        Variables read = Variables.of("fast = 40 from 5 to 200, slow = 100");
        assertThat(read.with(Map.of("fast", 5.0)).values()).isEqualTo("fast=5 slow=100");
        assertThatThrownBy(() -> read.with(Map.of("fast", 4.0))).hasMessage("fast is 4, must be from 5 to 200");
        assertThatThrownBy(() -> read.with(Map.of("slow", 101.0))).hasMessage("slow is 101, must be from 100 to 100");
        assertThatThrownBy(() -> read.with(Map.of("fsat", 5.0))).hasMessage("there are the parameters [fast, slow], not [fsat]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "fast =               | 7  | expected a number, found the end",
            "fast 40              | 6  | expected '=' and a number behind 'fast', found '40'",
            "fast = 40 from 5     | 17 | expected 'to' and a number, found the end",
            "fast = 40 from x     | 16 | expected a number behind 'from', found 'x'",
            "fast = 40 from 5 to  | 20 | expected a number behind 'to', found the end",
            "fast = 40 from 50 to 60 | 1 | 'fast = 40 from 50 to 60': the value must be from the lower to the higher end",
            "fast = 40 / 2        | 11 | expected 'from', ',' or the end, found '/'",
            "40                   | 1  | expected the name of a parameter, found '40'",
            "close = 4            | 1  | 'close' has a meaning of its own; choose another name",
            "rsi = 4              | 1  | 'rsi' has a meaning of its own; choose another name",
            "and = 4              | 1  | 'and' has a meaning of its own; choose another name",
            "a = 1, a = 2         | 8  | 'a' is there already"})
    void aFaultHasItsPlace(String text, int column, String expected) {
        assertThat(Variables.read(text).problems().stream().map(Problem::words)).contains("line 1, column " + column + ": " + expected);
    }

    @Test
    void allFaultsAreTold() {
        assertThat(Variables.read("a = , b = 2, sma = 3").problems()).hasSize(2);
        assertThat(Variables.read("x".repeat(2_001)).problems()).hasSize(1);
        assertThat(Variables.read("a1=1,a2=1,a3=1,a4=1,a5=1,a6=1,a7=1,a8=1,a9=1,b1=1,b2=1,b3=1,b4=1,b5=1,b6=1,b7=1,b8=1").problems())
                .extracting(Problem::text).isEqualTo(List.of("more than 16 parameters"));
    }
}
