package entrepot.system.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rounds that were run, in a file, so that a later run goes on after them. */
final class Rounds {

    private final Path file;
    private final List<Round> done = new ArrayList<>();

    Rounds(Path folder) {
        file = folder.resolve("rounds");
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).forEach(line -> done.add(Round.parse(line)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * @param acknowledged       sales so far, of all rounds
     * @param unsure             sales of this round that had no answer when it died
     * @param duplicates         messages so far that came again and had no effect
     * @param downMillis         from the blow, or the end of the freeze, to the first sale
     * @param afterDatabaseMillis of that, after the database answered again
     * @param cpuMillis           processor time of the server until then; of its whole life where it was not killed
     */
    record Round(int number, long seed, Death death, long acknowledged, long unsure, long missing, long doubled, long deadLetters,
            long duplicates, long downMillis, long afterDatabaseMillis, long cpuMillis) {

        private static Round parse(String line) {
            String[] part = line.split(" ");
            return new Round(Integer.parseInt(part[0]), Long.parseLong(part[1]), Death.valueOf(part[2]), Long.parseLong(part[3]),
                    Long.parseLong(part[4]), Long.parseLong(part[5]), Long.parseLong(part[6]), Long.parseLong(part[7]),
                    Long.parseLong(part[8]), Long.parseLong(part[9]), Long.parseLong(part[10]), Long.parseLong(part[11]));
        }

        private String line() {
            return number + " " + seed + " " + death.name() + " " + acknowledged + " " + unsure + " " + missing + " " + doubled + " "
                    + deadLetters + " " + duplicates + " " + downMillis + " " + afterDatabaseMillis + " " + cpuMillis + "\n";
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "round %d (seed %d): %s, %d sales unsure; sold again after %.1f s, %.1f s after the database;"
                            + " acknowledged %d, missing %d, doubled %d, dead letters %d, messages that came twice %d",
                    number, seed, death.words(), unsure, downMillis / 1000.0, afterDatabaseMillis / 1000.0, acknowledged, missing, doubled,
                    deadLetters, duplicates);
        }
    }

    List<Round> done() {
        return done;
    }

    void add(Round round) {
        try {
            Files.writeString(file, round.line(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        done.add(round);
    }
}
