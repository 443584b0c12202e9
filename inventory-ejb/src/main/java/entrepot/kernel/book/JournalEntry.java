package entrepot.kernel.book;

import entrepot.kernel.Money;
import java.util.List;

/** Lines that happened together and sum to zero. An entry without lines moves nothing and is balanced. */
public record JournalEntry(List<JournalLine> lines) {

    public JournalEntry {
        lines = List.copyOf(lines);
        lines.stream().map(JournalLine::amount).reduce(Money::plus).filter(sum -> !sum.isZero()).ifPresent(sum -> {
            throw new IllegalArgumentException("entry is out of balance by " + sum);
        });
        if (lines.size() == 1) {
            throw new IllegalArgumentException("entry has 1 line, needs at least 2: " + lines);
        }
    }
}
