package entrepot.trading.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.trading.risk.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final String NAME = "OIL";
    private static final long SEED = Long.getLong("laws.seed", 20261128);
    private static final Journal.Terms SMALL = new Journal.Terms(Duration.ofMillis(1), 8);
    private static final int CODE = JournalRecord.code(CommandKind.PLACE, 1, 2, Verdict.HALTED);

    /** What a record says but for its check sum. */
    private record Said(long sequence, CommandKind kind, BookSide side, TimeInForce force, Verdict verdict, long time, long order, long account,
            long price, long size) {

        private static Said of(JournalRecord record) {
            return new Said(record.sequence(), record.kind(), record.side(), record.force(), record.verdict(), record.time(), record.order(),
                    record.account(), record.price(), record.size());
        }
    }

    private final SplittableRandom random = new SplittableRandom(SEED);

    @TempDir
    private Path directory;

    @Test
    void readsBackWhatWasAppendedOverManySegments() throws IOException {
        List<Said> appended = append(100, SMALL);
        assertThat(read()).isEqualTo(appended);
        assertThat(JournalSegment.all(directory)).hasSize(13);
    }

    @Test
    void goesOnWhereItEnded() throws IOException {
        List<Said> all = new ArrayList<>();
        for (int times = 0; times < 6; times++) {
            all.addAll(append(times * 3, SMALL));
            assertThat(read()).isEqualTo(all);
        }
    }

    @Test
    void theDiskHasAllOnceForcedSaysSo() throws Exception {
        try (Journal journal = Journal.open(directory, NAME, SMALL, record -> {})) {
            for (int count = 1; count <= 50; count++) {
                long sequence = journal.append(CODE, 0, 0, 0, 0, 0);
                assertThat(sequence).isEqualTo(count).isEqualTo(journal.written());
            }
            for (int tries = 0; journal.forced() < 50 && tries < 5_000; tries++) {
                Thread.sleep(1);
            }
            assertThat(journal.forced()).isEqualTo(50);
        }
    }

    @Test
    void cutAtAnyByteItIsAPrefix() throws IOException {
        List<Said> appended = append(7, SMALL);
        Path file = JournalSegment.all(directory).get(0);
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes).hasSize(7 * JournalRecord.BYTES);
        for (int length = bytes.length; length >= 0; length--) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThat(read()).as("cut at " + length).isEqualTo(appended.subList(0, length / JournalRecord.BYTES));
            Files.write(file, Arrays.copyOf(Arrays.copyOf(bytes, length), 8 * JournalRecord.BYTES));
            assertThat(read()).as("zeros from " + length).startsWith(appended.subList(0, length / JournalRecord.BYTES).toArray(Said[]::new))
                    .hasSizeLessThanOrEqualTo((length + 7) / JournalRecord.BYTES);
        }
    }

    @Test
    void everyFlippedBitIsFound() throws IOException {
        List<Said> appended = append(3, SMALL);
        Path file = JournalSegment.all(directory).get(0);
        byte[] bytes = Files.readAllBytes(file);
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            assertThat(read()).as("bit " + bit).isEqualTo(appended.subList(0, bit / 8 / JournalRecord.BYTES));
        }
    }

    @Test
    void aRecordOfAnotherPlaceEndsIt() throws IOException {
        List<Said> appended = append(7, SMALL);
        Path file = JournalSegment.all(directory).get(0);
        byte[] bytes = Files.readAllBytes(file);
        System.arraycopy(bytes, 0, bytes, 3 * JournalRecord.BYTES, JournalRecord.BYTES);
        Files.write(file, bytes);
        assertThat(read()).isEqualTo(appended.subList(0, 3));
    }

    @Test
    void aTornEndIsCutOffAndWhatStoodBehindItNeverComesBack() throws IOException {
        Journal.Terms unforced = new Journal.Terms(Duration.ZERO, 8);
        List<Said> all = new ArrayList<>(append(20, unforced).subList(0, 10));
        Files.delete(directory.resolve("lock"));
        Path second = JournalSegment.all(directory).get(1);
        byte[] bytes = Files.readAllBytes(second);
        bytes[2 * JournalRecord.BYTES + 20]++;
        Files.write(second, bytes);
        for (int times = 0; times < 5; times++) {
            all.addAll(append(1, unforced));
            assertThat(read()).isEqualTo(all);
        }
    }

    @Test
    void damageBeforeWhatTheDiskHadIsNoTornEnd() throws IOException {
        append(10, SMALL);
        append(10, SMALL);
        Path first = JournalSegment.all(directory).get(0);
        byte[] bytes = Files.readAllBytes(first);
        bytes[5 * JournalRecord.BYTES + 20]++;
        Files.write(first, bytes);
        assertThat(JournalReader.read(directory, record -> {})).isEqualTo(new JournalReader.End(5, first, 5 * JournalRecord.BYTES, lost()));
        assertThatThrownBy(() -> append(1, SMALL)).isInstanceOf(IllegalStateException.class)
                .hasMessage("record 6 of the journal is damaged, at byte 320 of " + first + ", and the disk once had all up to record 20: bring back that file from a copy");
        bytes[5 * JournalRecord.BYTES + 20]--;
        Files.write(first, bytes);
        Files.delete(JournalSegment.all(directory).get(1));
        assertThatThrownBy(() -> append(1, SMALL)).isInstanceOf(IllegalStateException.class).hasMessage("record 9 of the journal is missing, with the file "
                + directory.resolve("0000000000000000009.journal") + ", and the disk once had all up to record 20: bring back that file from a copy");
    }

    private long lost() {
        return JournalReader.read(directory, record -> {}).lost();
    }

    @Test
    void damageOfWhatWasClosedIsNoTornEnd() throws IOException {
        append(5, SMALL);
        Path file = JournalSegment.all(directory).get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[4 * JournalRecord.BYTES + 20]++;
        Files.write(file, bytes);
        assertThatThrownBy(() -> append(1, SMALL)).isInstanceOf(IllegalStateException.class)
                .hasMessage("record 5 of the journal is damaged, at byte 256 of " + file + ", and the disk once had all up to record 5: bring back that file from a copy");
        Files.delete(file);
        assertThatThrownBy(() -> append(1, SMALL)).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("record 1 of the journal is missing, with the file " + file);
    }

    @Test
    void ofAnotherNameItIsNotTaken() throws IOException {
        append(1, SMALL);
        assertThatThrownBy(() -> Journal.open(directory, "GAS", SMALL, record -> {})).isInstanceOf(IllegalStateException.class)
                .hasMessage("the journal in " + directory + " is of " + NAME + ", not of GAS: give the right directory");
        append(1, SMALL);
    }

    @Test
    void onlyOneWrites() throws IOException {
        try (Journal journal = Journal.open(directory, NAME, SMALL, record -> {})) {
            assertThatThrownBy(() -> append(1, SMALL)).isInstanceOf(IllegalStateException.class)
                    .hasMessage("the journal in " + directory + " is written by another venue: stop that one first");
            assertThat(journal.append(CODE, 0, 0, 0, 0, 0)).isEqualTo(1);
        }
    }

    @Test
    void aPlaceThatIsNoDirectoryIsSaid() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> Journal.open(file, NAME, SMALL, record -> {})).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot write the journal in " + file).hasMessageContaining("start the venue again");
    }

    @Test
    void nothingIsAppendedOnceItIsClosed() throws IOException {
        Journal journal = Journal.open(directory, NAME, SMALL, record -> {});
        journal.close();
        journal.close();
        assertThatThrownBy(() -> journal.append(CODE, 0, 0, 0, 0, 0)).isInstanceOf(IllegalStateException.class).hasMessage("the journal in " + directory + " is closed");
        assertThat(journal.forced()).isZero();
    }

    @Test
    void termsSayAllThatIsWrong() {
        assertThatThrownBy(() -> new Journal.Terms(Duration.ofMillis(-1), 0))
                .hasMessage("forceEvery is PT-0.001S, must not be negative; segmentRecords is 0, must be from 1 to 16777216");
    }

    private List<Said> append(int count, Journal.Terms terms) throws IOException {
        try (Journal journal = Journal.open(directory, NAME, terms, record -> {})) {
            return IntStream.range(0, count).mapToObj(any -> {
                long[] drawn = random.longs(5).toArray();
                long sequence = journal.append(CODE, drawn[0], drawn[1], drawn[2], drawn[3], drawn[4]);
                return new Said(sequence, CommandKind.PLACE, BookSide.ASK, TimeInForce.FOK, Verdict.HALTED, drawn[0], drawn[1], drawn[2],
                        drawn[3], drawn[4]);
            }).toList();
        }
    }

    private List<Said> read() {
        List<Said> read = new ArrayList<>();
        JournalReader.End end = JournalReader.read(directory, record -> read.add(Said.of(record)));
        assertThat(end.sequence()).as("seed " + SEED).isEqualTo(read.size());
        return read;
    }
}
