package entrepot.trading.execution;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.execution.RandomCommands.Timed;
import entrepot.trading.execution.VenueTest.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A venue whose process ends in the middle of it. */
class VenueDeathTest {

    private static final Journal.Terms TERMS = new Journal.Terms(Duration.ofMillis(1), 1 << 12);
    private static final long SEED = Long.getLong("laws.seed", System.nanoTime());

    @TempDir
    private Path directory;

    @RepeatedTest(5)
    void killedAllThatWasForcedIsThereAndReadAgainItIsTheSame() throws Exception {
        Path killed = directory.resolve("killed");
        int lines = 20 + new SplittableRandom().nextInt(1_500);
        long forced = forcedBefore(VenueProcess.start("", killed, SEED, TERMS.segmentRecords()), lines);
        Told told = new Told();
        Told expected = new Told();
        try (Venue again = Venue.open("OIL", killed, TERMS, told);
                Venue whole = Venue.open("OIL", directory.resolve("whole"), TERMS, expected)) {
            assertThat(again.written()).as("seed " + SEED).isGreaterThanOrEqualTo(forced);
            RandomCommands commands = new RandomCommands(SEED, VenueProcess.MARKET);
            while (whole.written() < again.written()) {
                Timed next = commands.next();
                next.command().on(whole, next.time());
            }
            assertThat(State.of(again)).as("seed " + SEED).isEqualTo(State.of(whole));
            assertThat(told.take()).as("seed " + SEED).isEqualTo(expected.take());
        }
    }

    /** What it printed last before it was killed. @param lines after how many, and after some were forced */
    private static long forcedBefore(Process process, int lines) throws IOException, InterruptedException {
        long forced = 0;
        try (BufferedReader printed = process.inputReader()) {
            for (int line = 0; line < lines || forced == 0; line++) {
                forced = Long.parseLong(printed.readLine());
            }
            // Not by the process itself, which would throw away what it printed.
            process.toHandle().destroyForcibly();
            process.waitFor();
            for (String line = printed.readLine(); line != null; line = printed.readLine()) {
                forced = Math.max(forced, line.isEmpty() ? 0 : Long.parseLong(line));
            }
        }
        return forced;
    }

    /** A file may not become larger than that, as if the disk were full. */
    @Test
    void aDiskThatTakesNoMoreIsSaidAndNothingGoesOn() throws Exception {
        Process process = VenueProcess.start("ulimit -f 1000;", directory, SEED, 1 << 15);
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor()).isNotZero();
        assertThat(String.join("\n", lines)).contains("cannot write the journal in " + directory
                + ": IOException File too large. Nothing was matched that is not in it; give it room and let the server's user write there, then start the venue again");
    }
}
