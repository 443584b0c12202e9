package entrepot.bench;

import java.util.Arrays;
import java.util.List;

/**
 * One round of one way to post.
 *
 * @param sales      how many
 * @param seconds    wall
 * @param micros     of each call, sorted; empty where not taken
 * @param statements SQL statements the database counted, everything that ran behind included; 0 where not counted
 * @param cpu        seconds of client, server and database
 */
record Measured(long sales, double seconds, long[] micros, long statements, double[] cpu, long errors) {

    /** With what was counted and timed nearer to the work. */
    Measured inside(long posted, double took, long[] calls) {
        Arrays.sort(calls);
        return new Measured(posted, took, calls, statements, cpu, errors);
    }

    double rate() {
        return sales / seconds;
    }

    double statementsPerLine() {
        return (double) statements / sales / Mix.LINES;
    }

    double millis(double quantile) {
        return micros.length == 0 ? Double.NaN : micros[(int) Math.min(micros.length - 1, quantile * micros.length)] / 1000.0;
    }

    static double median(List<Measured> rounds) {
        double[] rates = rounds.stream().mapToDouble(Measured::rate).sorted().toArray();
        return rates[rates.length / 2];
    }

    static Measured middle(List<Measured> rounds) {
        double median = median(rounds);
        return rounds.stream().filter(round -> round.rate() == median).findFirst().orElseThrow();
    }

    static String spread(List<Measured> rounds) {
        double[] rates = rounds.stream().mapToDouble(Measured::rate).sorted().toArray();
        return Math.round(rates[0]) + "–" + Math.round(rates[rates.length - 1]);
    }
}
