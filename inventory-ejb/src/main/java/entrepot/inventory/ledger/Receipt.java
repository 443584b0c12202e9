package entrepot.inventory.ledger;

import entrepot.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a client is told of its posting, equal on every try.
 *
 * @param cost what left stock less what came in: positive for a sale, negative for a receipt
 */
public record Receipt(UUID id, long seq, Money cost, List<Line> lines) {

    /**
     * @param line     of the request, from 0
     * @param movement what to name when it is returned; a transfer's first
     * @param cost     what that movement took out of stock, negative where it brought
     */
    public record Line(int line, long movement, Money cost) {}

    public static Receipt of(Posted posted) {
        Map<Long, ValueEntry> values =
                posted.values().stream()
                        .filter(value -> value.kind() == ValueEntry.Kind.DIRECT)
                        .collect(Collectors.toMap(ValueEntry::movement, Function.identity()));
        var lines = new ArrayList<Line>();
        for (Movement movement : posted.movements()) {
            if (lines.size() == movement.line()) {
                ValueEntry value = values.get(movement.id());
                Money cost = value == null ? Money.zero(posted.currency()) : value.amount().negated();
                lines.add(new Line(movement.line(), movement.id(), cost));
            }
        }
        return new Receipt(posted.request().id(), posted.seq(), posted.cost(), lines);
    }
}
