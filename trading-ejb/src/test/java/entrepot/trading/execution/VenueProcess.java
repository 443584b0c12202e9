package entrepot.trading.execution;

import entrepot.trading.execution.RandomCommands.Market;
import entrepot.trading.execution.RandomCommands.Timed;
import java.io.IOException;
import java.nio.file.Path;

/** A venue in a process of its own, so that it can be killed: takes seeded commands for ever and prints up to where the disk has all. */
final class VenueProcess {

    static final Market MARKET = new Market(1_000, 40, false);

    private VenueProcess() {}

    /** @param given directory, seed, records a segment */
    public static void main(String[] given) {
        Journal.Terms terms = new Journal.Terms(Journal.Terms.USUAL.forceEvery(), Integer.parseInt(given[2]));
        Venue venue = Venue.open("OIL", Path.of(given[0]), terms, new Silent());
        RandomCommands commands = new RandomCommands(Long.parseLong(given[1]), MARKET);
        for (long step = 0; ; step++) {
            Timed next = commands.next();
            next.command().on(venue, next.time());
            if (step % 100 == 0) {
                System.out.println(venue.forced());
            }
        }
    }

    /** @param before what the shell does first, e.g. {@code ulimit -f 100;} */
    static Process start(String before, Path directory, long seed, int segmentRecords) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder("sh", "-c", before + " exec \"$@\"", "sh", java, "-Xmx64m", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), VenueProcess.class.getName(), directory.toString(), Long.toString(seed),
                Integer.toString(segmentRecords)).redirectErrorStream(true).start();
    }
}
