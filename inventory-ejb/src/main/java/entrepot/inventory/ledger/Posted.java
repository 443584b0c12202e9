package entrepot.inventory.ledger;

import entrepot.inventory.valuation.Basis;
import entrepot.kernel.Money;
import entrepot.kernel.book.JournalEntry;
import entrepot.kernel.book.JournalLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A posting as the book holds it. Never changed once written; a mistake is undone by another posting.
 *
 * @param seq      its number, given in no particular order; cost order is kept by each pool
 * @param recorded when it reached the book, UTC
 * @param comparatives what earlier months would have been, where it restates them; only until it is read back
 */
public record Posted(
        long seq,
        PostingRequest request,
        String actor,
        Instant recorded,
        Currency currency,
        List<Movement> movements,
        List<ValueEntry> values,
        JournalEntry journal,
        List<Comparative> comparatives) {

    public Posted {
        movements = List.copyOf(movements);
        values = List.copyOf(values);
        comparatives = List.copyOf(comparatives);
    }

    public Posted(
            long seq, PostingRequest request, String actor, Instant recorded, Currency currency, List<Movement> movements, List<ValueEntry> values,
            JournalEntry journal) {
        this(seq, request, actor, recorded, currency, movements, values, journal, List.of());
    }

    Posted comparing(List<Comparative> others) {
        return new Posted(seq, request, actor, recorded, currency, movements, values, journal, others);
    }

    /** What left stock, less what came in: the cost of a sale, negative for a receipt. Without what changed of earlier ones. */
    public Money cost() {
        return values.stream().filter(value -> value.kind() == ValueEntry.Kind.DIRECT).map(ValueEntry::amount)
                .reduce(Money.zero(currency), Money::plus).negated();
    }

    /** The day that a line of its journal is of. */
    public LocalDate dateOf(JournalLine line) {
        return line.date() == null ? request.businessDate() : line.date();
    }

    /** What it changes of earlier movements. */
    public List<ValueEntry> restated() {
        Set<Long> own = movements.stream().map(Movement::id).collect(Collectors.toSet());
        return values.stream().filter(value -> !own.contains(value.movement())).toList();
    }

    /** The movements that one line of the request asks for: one a lot, or two for a transfer; not what it changes of later counts. */
    public List<Movement> ofLine(int line) {
        return movements.stream().filter(movement -> movement.line() == line && movement.basis() != Basis.RECOUNTED).toList();
    }
}
