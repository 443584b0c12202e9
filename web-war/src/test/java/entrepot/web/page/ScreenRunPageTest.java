package entrepot.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.screen.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScreenRunPageTest {

    @Test
    void whatIsNotANumberComesLastBothWays() {
        assertThat(sorted(false)).containsExactly(-1.0, 2.0, 3.0, Double.NaN, Double.NaN);
        assertThat(sorted(true)).containsExactly(3.0, 2.0, -1.0, Double.NaN, Double.NaN);
    }

    private static Stream<Double> sorted(boolean down) {
        return DoubleStream.of(2, Double.NaN, -1, Double.NaN, 3).mapToObj(ScreenRunPageTest::ranked).sorted(ScreenRunPage.figure(Answer::ranked, down)).map(Answer::ranked);
    }

    private static Answer ranked(double ranked) {
        return new Answer(1, "ONE", Answer.Outcome.PASSED, null, ranked, List.of(), 60, LocalDate.of(2024, 1, 2), 1, 2, "00");
    }
}
