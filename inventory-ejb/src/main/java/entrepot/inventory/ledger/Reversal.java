package entrepot.inventory.ledger;

import entrepot.inventory.valuation.Basis;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.JournalLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The posting that undoes an earlier one: its movements backwards at the values of then, its money lines with the other
 * sign in the same accounts. Nothing is worked out anew, so value in and value out cancel to the minor unit. A charge is
 * undone by the opposite charge, which follows what it is on.
 *
 * @param day       the business date of the undoing
 * @param at        when it was undone, UTC
 * @param reference the shop's own document, or null
 * @param reason    or null
 * @param source    what made it (the undo of an import batch), or null
 */
public record Reversal(UUID id, LocalDate day, Instant at, String reference, String reason, String source) {

    public PostingRequest of(Posted original) {
        Set<Long> valued = original.values().stream().map(ValueEntry::movement).collect(Collectors.toSet());
        Map<Long, List<JournalLine>> journal = original.journal().lines().stream()
                .filter(line -> line.movement() != null)
                .collect(Collectors.groupingBy(JournalLine::movement));
        List<StockLine> stock = new ArrayList<>();
        for (Movement movement : original.movements()) {
            if (movement.basis() != Basis.RECOUNTED) {
                stock.add(undo(movement, valued.contains(movement.id()), journal.getOrDefault(movement.id(), List.of()), original.request().kind()));
            }
        }
        Collections.reverse(stock);
        List<MoneyLine> money = original.journal().lines().stream()
                .filter(line -> line.movement() == null)
                .map(line -> MoneyLine.settling(line.account(), line.amount().negated(), line.settles()))
                .toList();
        return new PostingRequest(id, PostingKind.REVERSAL, day, at, reference, reason, source, original.seq(), stock, money);
    }

    private static StockLine undo(Movement movement, boolean valued, List<JournalLine> journal, PostingKind kind) {
        AccountRole against = kind.against();
        return switch (movement.basis()) {
            case CHARGE -> new StockLine.Charge(
                    movement.item(), movement.location(), movement.source(), movement.step().stated().negated(), against);
            case REVALUE -> new StockLine.Revalue(movement.item(), movement.location(), movement.step().stated().negated(), against);
            default -> backwards(movement, valued, journal, kind);
        };
    }

    private static StockLine backwards(Movement movement, boolean valued, List<JournalLine> journal, PostingKind kind) {
        boolean left = !movement.quantity().isPositive();
        Quantity quantity = left ? movement.quantity().negated() : movement.quantity();
        return new StockLine.Undo(
                movement.item(), movement.location(), quantity, movement.id(), left, valued, movement.source(),
                kind.isAssembly(), journal, kind.against());
    }
}
