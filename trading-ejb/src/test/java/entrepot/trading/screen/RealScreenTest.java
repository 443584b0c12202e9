package entrepot.trading.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import entrepot.trading.expression.Variables;
import entrepot.trading.market.BarFile;
import entrepot.trading.market.BarLine;
import entrepot.trading.market.BarStep;
import entrepot.trading.market.Bars;
import entrepot.trading.market.ColumnMapping;
import entrepot.trading.market.CorporateAction;
import entrepot.trading.market.FactorFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ten daily series of Lean, where they are there. */
class RealScreenTest {

    private static final Path FOLDER = Path.of(System.getProperty("shared.dir", "../../shared")).resolve("data/market/lean");
    private static final List<String> SYMBOLS = List.of("aapl", "aig", "bac", "bno", "eem", "ibm", "iwm", "qqq", "spy", "uso");

    private static Screened screened(LocalDate day, int staleDays, boolean cut) throws IOException {
        Screen screen = new Screen("sma(close, 40) > sma(close, 100) and rsi(14) < 70", Variables.NONE, "roc(60)", Screen.Order.HIGHEST, 3,
                List.of(new Screen.Column("volatility", "vol(60)")), Universe.ALL, staleDays, true);
        Screening screening = new Screening(screen, day);
        for (String symbol : SYMBOLS) {
            Bars bars = bars(symbol);
            List<CorporateAction> actions = actions(symbol);
            screening.ask(symbol, cut ? bars.until(MadeMarket.millis(day)) : bars, cut ? actions.stream().filter(one -> one.knownOn(day)).toList() : actions);
        }
        return screening.found();
    }

    private static Bars bars(String symbol) throws IOException {
        Path file = FOLDER.resolve("equity-daily-" + symbol + ".csv");
        assumeTrue(Files.isRegularFile(file), "no market data at " + file);
        try (Reader reader = Files.newBufferedReader(file)) {
            return Bars.of(BarFile.read(reader, ColumnMapping.FOUND, BarStep.DAY).lines().stream().map(BarLine::bar).toList());
        }
    }

    private static List<CorporateAction> actions(String symbol) throws IOException {
        Path file = FOLDER.resolve("factor-" + symbol + ".csv");
        return Files.isRegularFile(file) ? FactorFile.read(Files.readString(file)) : List.of();
    }

    @Test
    void tenSharesAreAskedAsOfADayOfThePast() throws IOException {
        LocalDate day = LocalDate.of(2013, 6, 28);
        Screened found = screened(day, 7, false);
        assertThat(found).isEqualTo(screened(day, 7, true));
        Summary summary = found.summary();
        assertThat(summary.asked()).isEqualTo(10);
        assertThat(summary.passed() + summary.failed() + summary.notJudged()).isEqualTo(10);
        assertThat(found.answers().subList(0, summary.passed())).extracting(Answer::symbol).containsExactly("aig", "bac", "iwm", "qqq", "spy", "uso", "aapl");
        assertThat(summary.needed()).isEqualTo(100);
        assertThat(summary.baseRate()).isBetween(0.2, 0.8);
        assertThat(summary.forwards()).extracting(Forward::bars).containsExactly(1, 5, 20);
        assertThat(summary.forwards()).allSatisfy(forward -> {
            assertThat(forward.all().count()).isGreaterThan(20_000);
            assertThat(forward.condition().rose()).isBetween(0.45, 0.65);
            assertThat(forward.all().rose()).isBetween(0.45, 0.65);
            assertThat(forward.error()).isPositive();
        });
    }

    @Test
    void aDayLongAfterTheLastBarJudgesNone() throws IOException {
        Screened found = screened(LocalDate.of(2035, 1, 1), 30, false);
        assertThat(found.answers()).allMatch(answer -> answer.reason() == Answer.Reason.STALE && answer.lastDay() != null);
        assertThat(found.summary().yearJudged()).isZero();
        assertThat(found.summary().baseRate()).isNaN();
        assertThat(found.summary().forwards().get(2).all().count()).as("what ended counts in history").isPositive();
    }
}
