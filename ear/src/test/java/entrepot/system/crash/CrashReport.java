package entrepot.system.crash;

import entrepot.system.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** {@code docs/crashes.md}: the part between the two marks is of the last long run, the rest is written by hand. */
final class CrashReport {

    private static final String BEGIN = "<!-- rounds -->";
    private static final String END = "<!-- end of rounds -->";

    private CrashReport() {}

    static void write(List<Rounds.Round> rounds) {
        Path file = Path.of(System.getProperty("entrepot.home", ".."), "docs", "crashes.md");
        try {
            String before = Files.readString(file);
            Files.writeString(file, before.substring(0, before.indexOf(BEGIN) + BEGIN.length()) + "\n" + text(rounds)
                    + before.substring(before.indexOf(END)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(List<Rounds.Round> rounds) {
        Rounds.Round last = rounds.get(rounds.size() - 1);
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, """
                %d rounds on %s, tills, server and database on this one machine with other work beside them:
                %,d sales acknowledged, of which %,d had no answer when it died and were asked for again; **missing %d, doubled %d, dead
                letters %d**. %,d messages came again and had no effect. Back within 30 seconds of the database: %d of %d.

                | death | rounds | unsure | first sale after, median s | most s | of that after the database, median s | most s | processor time of the new server, median s |
                |---|--:|--:|--:|--:|--:|--:|--:|
                """, rounds.size(), Machine.words(), last.acknowledged(), sum(rounds, Rounds.Round::unsure),
                sum(rounds, Rounds.Round::missing), sum(rounds, Rounds.Round::doubled), last.deadLetters(), last.duplicates(),
                rounds.stream().filter(round -> round.afterDatabaseMillis() <= 30_000).count(), rounds.size()));
        for (Death death : Death.values()) {
            List<Rounds.Round> of = rounds.stream().filter(round -> round.death() == death).toList();
            if (!of.isEmpty()) {
                text.append(line(death.words(), of));
            }
        }
        return text.append(line("all", rounds)).append('\n').toString();
    }

    private static String line(String name, List<Rounds.Round> rounds) {
        return String.format(Locale.ROOT, "| %s | %d | %d | %.1f | %.1f | %.1f | %.1f | %s |%n", name, rounds.size(), sum(rounds, Rounds.Round::unsure),
                share(rounds, Rounds.Round::downMillis, 0.5), share(rounds, Rounds.Round::downMillis, 1),
                share(rounds, Rounds.Round::afterDatabaseMillis, 0.5), share(rounds, Rounds.Round::afterDatabaseMillis, 1), cpu(rounds));
    }

    private static String cpu(List<Rounds.Round> rounds) {
        List<Rounds.Round> killed = rounds.stream().filter(round -> !round.death().isFreeze()).toList();
        return killed.isEmpty() ? "" : String.format(Locale.ROOT, "%.1f", share(killed, Rounds.Round::cpuMillis, 0.5));
    }

    private static long sum(List<Rounds.Round> rounds, ToLongFunction<Rounds.Round> figure) {
        return rounds.stream().mapToLong(figure).sum();
    }

    /** Seconds that this share of the rounds do not exceed. */
    private static double share(List<Rounds.Round> rounds, ToLongFunction<Rounds.Round> millis, double share) {
        long[] sorted = rounds.stream().mapToLong(millis).sorted().toArray();
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1000.0;
    }
}
