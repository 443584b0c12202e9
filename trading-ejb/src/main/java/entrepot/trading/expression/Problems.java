package entrepot.trading.expression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong in one text, up to a number that a person still reads. */
final class Problems {

    private static final int MOST = 20;

    private final String source;
    private final List<Problem> all = new ArrayList<>();
    private boolean closed;

    Problems(String source) {
        this.source = source;
    }

    void add(int at, int length, String text) {
        add(at, length, text, null);
    }

    /** One for a place: what follows from it is not said. */
    void add(int at, int length, String text, String suggestion) {
        if (!closed && all.size() < MOST && all.stream().noneMatch(one -> one.at() == at)) {
            all.add(Problem.of(source, at, length, text, suggestion));
        }
    }

    /** What comes after is not worth saying. */
    void addLast(int at, int length, String text) {
        add(at, length, text);
        closed = true;
    }

    boolean none() {
        return all.isEmpty();
    }

    List<Problem> inOrder() {
        return all.stream().sorted(Comparator.comparingInt(Problem::at)).toList();
    }
}
