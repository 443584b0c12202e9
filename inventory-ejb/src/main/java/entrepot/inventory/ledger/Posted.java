package entrepot.inventory.ledger;

import entrepot.kernel.Money;
import entrepot.kernel.book.JournalEntry;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/**
 * A posting as the book holds it. Never changed once written; a mistake is undone by another posting.
 *
 * @param seq      its number, given in no particular order; cost order is kept by each pool
 * @param recorded when it reached the book, UTC
 */
public record Posted(
        long seq,
        PostingRequest request,
        String actor,
        Instant recorded,
        Currency currency,
        List<Movement> movements,
        List<ValueEntry> values,
        JournalEntry journal) {

    public Posted {
        movements = List.copyOf(movements);
        values = List.copyOf(values);
    }

    /** What left stock, less what came in: the cost of a sale, negative for a receipt. */
    public Money cost() {
        return values.stream().map(ValueEntry::amount).reduce(Money.zero(currency), Money::plus).negated();
    }

    /** The movements of one line of the request: one, or two for a transfer. */
    public List<Movement> ofLine(int line) {
        return movements.stream().filter(movement -> movement.line() == line).toList();
    }
}
