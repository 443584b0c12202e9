package entrepot.trading.market;

import static entrepot.trading.market.MarketFiles.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Splits and dividends worked into a series, on real files and on random histories. */
class AdjustmentTest {

    private static final long SEED = 20261125;
    private static final LocalDate START = LocalDate.of(2000, 1, 3);
    private static final LocalDate END = LocalDate.of(2030, 1, 1);

    private record History(Bars raw, List<CorporateAction> actions) {
        Bars asOf(LocalDate day) {
            return Adjustment.asOf(day, actions).of(raw);
        }

        LocalDate day(int at) {
            return Adjustment.dayOf(raw.time(at));
        }

        /** What one share of the day before and all it gave are worth, over its price: the return a holder had. */
        double totalReturn(int at) {
            double shares = 1;
            double money = 0;
            for (CorporateAction action : actions) {
                if (!action.lastDay().isBefore(day(at - 1)) && action.lastDay().isBefore(day(at))) {
                    shares /= action.splitRatio();
                    money += raw.close(at - 1) * (1 - action.dividendRatio());
                }
            }
            return raw.close(at) * shares / (raw.close(at - 1) - money) - 1;
        }
    }

    private static History random(Random random) {
        List<Bar> bars = new ArrayList<>();
        List<CorporateAction> actions = new ArrayList<>();
        LocalDate day = START;
        double price = 50;
        for (int at = 0; at < 60; at++) {
            price *= Math.exp(random.nextGaussian() * 0.02);
            bars.add(new Bar(day.toEpochDay() * Adjustment.DAY, price, price * 1.01, price * 0.99, price, 1000));
            if (random.nextInt(8) == 0) {
                double split = random.nextBoolean() ? 1 : 1.0 / (1 + random.nextInt(7));
                double dividend = random.nextBoolean() ? 1 : 1 - random.nextDouble() * 0.05;
                actions.add(new CorporateAction(day, dividend, split, price));
                price *= split * dividend;
            }
            day = day.plusDays(1 + random.nextInt(3));
        }
        return new History(Bars.of(bars), actions);
    }

    @Test
    void adjustedReturnsAreTheReturnsOfAHolder() {
        var random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            History history = random(random);
            Bars adjusted = history.asOf(END);
            for (int at = 1; at < adjusted.size(); at++) {
                assertThat(adjusted.close(at) / adjusted.close(at - 1) - 1).as("seed " + SEED + ", round " + round + ", bar " + at)
                        .isCloseTo(history.totalReturn(at), within(1e-9));
            }
        }
    }

    @Test
    void whatWasKnownOnADayDoesNotDependOnWhatCameLater() {
        var random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            History whole = random(random);
            int at = random.nextInt(whole.raw().size());
            LocalDate day = whole.day(at);
            History cut = new History(whole.raw().until(whole.raw().time(at)),
                    whole.actions().stream().filter(action -> action.lastDay().isBefore(day)).toList());
            assertThat(whole.asOf(day).until(whole.raw().time(at)).closes()).as("seed " + SEED + ", round " + round)
                    .isEqualTo(cut.asOf(day).closes());
        }
    }

    @Test
    void theLastKnownBarKeepsItsRawPrice() {
        History history = random(new Random(SEED));
        for (int at = 0; at < history.raw().size(); at++) {
            assertThat(history.asOf(history.day(at)).close(at)).isEqualTo(history.raw().close(at));
        }
    }

    @Test
    void aPartIsAdjustedAsTheWhole() {
        History history = random(new Random(SEED));
        Bars part = Adjustment.asOf(END, history.actions()).of(history.raw().slice(10, 20));
        assertThat(part.closes()).isEqualTo(history.asOf(END).slice(10, 20).closes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aapl", "aig", "bac", "bno", "ibm", "qqq", "spy", "uso"})
    void aRealSeriesIsMultipliedByTheFirstFactorOnOrAfterItsDay(String symbol) throws Exception {
        Bars raw = bars(daily("lean/equity-daily-" + symbol + ".csv"));
        Bars adjusted = Adjustment.asOf(LocalDate.of(2050, 1, 1), factors("lean/factor-" + symbol + ".csv")).of(raw);
        List<String[]> rows = java.nio.file.Files.readAllLines(FOLDER.resolve("lean/factor-" + symbol + ".csv")).stream()
                .map(line -> line.split(",")).toList();
        for (int at = 0; at < raw.size(); at++) {
            String day = Adjustment.dayOf(raw.time(at)).toString().replace("-", "");
            String[] row = rows.stream().filter(one -> one[0].compareTo(day) >= 0).findFirst().orElseThrow();
            double factor = Double.parseDouble(row[1]) * Double.parseDouble(row[2]);
            assertThat(adjusted.close(at) / raw.close(at) / factor).as(symbol + " " + day).isCloseTo(1, within(2e-5));
        }
    }

    @Test
    void theSplitOfJune2014IsKnownOnItsDayAndNotBefore() {
        Bars raw = bars(daily("lean/equity-daily-aapl.csv"));
        List<CorporateAction> actions = factors("lean/factor-aapl.csv");
        int friday = indexOf(raw, LocalDate.of(2014, 6, 6));
        Bars before = Adjustment.asOf(LocalDate.of(2014, 6, 6), actions).of(raw);
        Bars after = Adjustment.asOf(LocalDate.of(2014, 6, 9), actions).of(raw);
        assertThat(before.close(friday)).isEqualTo(raw.close(friday)).isCloseTo(645.57, within(1.0));
        assertThat(after.close(friday)).isCloseTo(raw.close(friday) / 7, within(1e-9));
        assertThat(after.volume(friday)).isCloseTo(raw.volume(friday) * 7, within(1.0));
    }

    @Test
    void aSplitIsReadAsTheRatioItWas() {
        assertThat(factors("lean/factor-aapl.csv").stream().map(CorporateAction::splitRatio).filter(ratio -> ratio != 1))
                .containsExactly(0.5, 0.5, 1.0 / 7, 0.25);
    }

    @Test
    void aFactorFileThatIsWrongTellsEveryLine() {
        assertThatThrownBy(() -> FactorFile.read("20200101,1,1,1\nx,1,1,1\n20190101,0,1,1\n20180101,1,1,1"))
                .isInstanceOfSatisfying(BarFileRefused.class, refused -> assertThat(refused.flaws())
                        .extracting(BarFileRefused.Flaw::field).containsExactly("line/2", "line/3", "line/4"));
    }

    private static int indexOf(Bars bars, LocalDate day) {
        for (int at = 0; at < bars.size(); at++) {
            if (Adjustment.dayOf(bars.time(at)).equals(day)) {
                return at;
            }
        }
        throw new AssertionError("no bar on " + day);
    }
}
