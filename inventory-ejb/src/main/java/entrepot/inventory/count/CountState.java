package entrepot.inventory.count;

import java.util.List;

/** Where a count stands. What cannot be done in a state is not there to be called. */
public sealed interface CountState {

    CountStatus status();

    /** @param round 1 for the first count; in each later one some lines are counted again */
    static CountState of(CountStatus status, int round) {
        return switch (status) {
            case OPEN, RECOUNT -> new Counting(round);
            case SUBMITTED -> new Submitted(round);
            case POSTED -> new Posted();
            case CANCELLED -> new Cancelled();
        };
    }

    /** Nothing of it is in the book yet. */
    sealed interface Live extends CountState {
        int round();

        default Cancelled cancel() {
            return new Cancelled();
        }
    }

    /** People are at the shelves. */
    record Counting(int round) implements Live {
        @Override
        public CountStatus status() {
            return round == 1 ? CountStatus.OPEN : CountStatus.RECOUNT;
        }

        /** Handed in: the first time, lines that differ by more than the rule lets pass are counted again. */
        public Handed submit(List<CountedLine> lines, RecountRule rule) {
            List<CountedLine> large = lines.stream().filter(rule::asksFor).toList();
            List<CountedLine> again = round > 1 ? List.of() : large;
            return new Handed(again.isEmpty() ? new Submitted(round) : new Counting(round + 1), again);
        }
    }

    /** @param again lines to be counted once more; empty exactly where it is submitted */
    record Handed(Live state, List<CountedLine> again) {
        public Handed {
            again = List.copyOf(again);
        }
    }

    /** Waits for somebody who did not count. */
    record Submitted(int round) implements Live {
        @Override
        public CountStatus status() {
            return CountStatus.SUBMITTED;
        }

        public Counting recount() {
            return new Counting(round + 1);
        }

        public Posted approve() {
            return new Posted();
        }
    }

    record Posted() implements CountState {
        @Override
        public CountStatus status() {
            return CountStatus.POSTED;
        }
    }

    record Cancelled() implements CountState {
        @Override
        public CountStatus status() {
            return CountStatus.CANCELLED;
        }
    }
}
