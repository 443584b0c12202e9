package entrepot.trading.indicator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All indicators there are, for screens, programs and rules to list. */
public final class Catalogue {

    private static final List<Definition> ALL = Stream.of(Averages.ALL, Oscillators.ALL, Ranges.ALL, Volumes.ALL, Statistics.ALL)
            .flatMap(List::stream).toList();

    private Catalogue() {}

    public static List<Definition> all() {
        return ALL;
    }

    public static Optional<Definition> find(String name) {
        return ALL.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
