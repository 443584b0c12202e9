package entrepot.trading.market;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** The real files, where they are there, and files written in a test. */
final class MarketFiles {

    static final Path FOLDER = Path.of(System.getProperty("shared.dir", "../../shared")).resolve("data/market");
    static final Instrument SHARE = Instrument.of("AAPL", "Apple", InstrumentKind.EQUITY, "USD", new BigDecimal("0.01"), false);
    static final Instrument OIL = Instrument.of("WTI", "Crude oil, Cushing", InstrumentKind.COMMODITY, "USD", new BigDecimal("0.01"), true);
    static final ColumnMapping NEW_YORK = ColumnMapping.FOUND.in(ZoneId.of("America/New_York"));

    private MarketFiles() {}

    static BarFile read(String name, ColumnMapping mapping, BarStep step) {
        try (Reader reader = Files.newBufferedReader(there(name))) {
            return BarFile.read(reader, mapping, step);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static BarFile daily(String name) {
        return read(name, ColumnMapping.FOUND, BarStep.DAY);
    }

    static List<CorporateAction> factors(String name) {
        try {
            return FactorFile.read(Files.readString(there(name)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Bars bars(BarFile file) {
        return Bars.of(file.lines().stream().map(BarLine::bar).toList());
    }

    static BarFile written(ColumnMapping mapping, BarStep step, String... lines) {
        try {
            return BarFile.read(new StringReader(String.join("\n", lines)), mapping, step);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static BarFile written(String... lines) {
        return written(ColumnMapping.FOUND, BarStep.DAY, lines);
    }

    static BarExam.Findings examined(Instrument instrument, BarFile file) {
        return BarExam.of(file.lines(), instrument, Bars.of(List.of()), null, List.of(), row -> false);
    }

    private static Path there(String name) {
        Path path = FOLDER.resolve(name);
        assumeTrue(Files.isRegularFile(path), "no market data at " + path);
        return path;
    }
}
