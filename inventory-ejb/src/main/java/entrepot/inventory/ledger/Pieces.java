package entrepot.inventory.ledger;

import entrepot.inventory.valuation.Basis;
import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The pieces of catch-weight goods in one posting. They lie beside what the goods weigh and have no part in what they are
 * worth: each line says both, one piece must weigh what a piece of the item does, and no place holds fewer than none.
 */
final class Pieces {

    /** May be of weight alone, or of pieces that weigh anything: what dried, was cut off, spoilt or found. */
    private static final Set<PostingKind> OF_ANY_WEIGHT =
            EnumSet.of(PostingKind.ISSUE, PostingKind.SCRAP, PostingKind.ADJUSTMENT, PostingKind.COUNT);

    private final Books books;
    private final PostingRequest request;
    private final List<Refusal> refusals = new ArrayList<>();

    private Pieces(Books books, PostingRequest request) {
        this.books = books;
        this.request = request;
    }

    // What the lines must say

    static List<Refusal> broken(Books books, PostingRequest request) {
        Pieces pieces = new Pieces(books, request);
        for (int line = 0; line < request.stock().size(); line++) {
            StockLine stock = request.stock().get(line);
            if (!stock.movesNothing() && !(stock instanceof StockLine.Undo) && !(stock instanceof StockLine.ChangeScope)) {
                pieces.line(line, stock, books.setting.items().get(stock.item()));
            }
        }
        return pieces.refusals;
    }

    private void line(int line, StockLine stock, ItemFacts item) {
        List<LotPart> lots = request.lotsOf(line);
        Long asked = request.pieces().get(line);
        if (item.pieces() == null) {
            if (asked != null || lots.stream().anyMatch(lot -> lot.pieces() != null)) {
                refuse(line, "pieces", "pieces-not-counted", item.sku() + " is not a catch-weight item: leave its pieces out");
            }
        } else if (lots.isEmpty()) {
            one(line, "pieces", stock, item, stock.quantity(), asked);
        } else {
            for (int lot = 0; lot < lots.size(); lot++) {
                one(line, lots.size() == 1 ? "pieces" : "lots/" + lot + "/pieces", stock, item, lots.get(lot).quantity(), lots.get(lot).pieces());
            }
            long sum = lots.stream().map(LotPart::pieces).filter(Objects::nonNull).mapToLong(Long::longValue).sum();
            if (asked != null && asked != sum && lots.stream().noneMatch(lot -> lot.pieces() == null)) {
                refuse(line, "pieces", "pieces-differ", "the lots come to " + sum + " pieces, the line to " + asked);
            }
        }
    }

    private void one(int line, String where, StockLine stock, ItemFacts item, Quantity quantity, Long pieces) {
        String sku = item.sku().code();
        boolean difference = stock instanceof StockLine.Found || stock instanceof StockLine.Count;
        if (pieces == null) {
            refuse(line, where, "pieces-missing", sku + " is a catch-weight item: say how many pieces the " + quantity + " are");
        } else if (pieces < 0 && !difference) {
            refuse(line, where, "pieces-negative", pieces + " pieces of " + sku + ": a whole number, 0 or more, is expected");
        } else if (stock instanceof StockLine.Correct && !quantity.isPositive() && pieces != 0) {
            refuse(line, where, "pieces-weigh-nothing", "what never came or went is 0 pieces of " + sku + ", not " + pieces);
        } else if (!difference && !OF_ANY_WEIGHT.contains(request.kind()) && quantity.isPositive()) {
            weight(line, where, stock, item, quantity, pieces);
        }
    }

    private void weight(int line, String where, StockLine stock, ItemFacts item, Quantity quantity, long pieces) {
        if (pieces == 0 && !(stock instanceof StockLine.Correct)) {
            refuse(line, where, "pieces-missing", quantity + " of " + item.sku() + " cannot be 0 pieces: what is cut off is another item, which an assembly makes");
        } else if (pieces > 0 && !item.pieces().allows(quantity, pieces)) {
            refuse(line, where, "piece-weight", pieces + (pieces == 1 ? " piece" : " pieces") + " of " + item.sku() + " cannot be " + quantity + ": one is "
                    + item.pieces().least() + " to " + item.pieces().most() + ". Weigh and count again, or allow the item more");
        }
    }

    private void refuse(int line, String where, String code, String detail) {
        refusals.add(new Refusal(line, code, detail, where));
    }

    // What lies where

    /** Where fewer than none would lie, at the end of any day. */
    static List<Refusal> belowZero(Books books, List<Movement> moved, History history) {
        List<Movement> counted = moved.stream().filter(movement -> movement.pieces() != null && !books.setting.policyOf(movement.place()).mayGoBelowZero()).toList();
        if (counted.isEmpty()) {
            return List.of();
        }
        DayBalances stock = new DayBalances(books.pieces);
        if (history != null) {
            history.all().stream().map(History.Past::movement).filter(movement -> movement.pieces() != null)
                    .forEach(movement -> stock.past(movement.place(), movement.step().date(), Quantity.units(movement.pieces())));
        }
        Map<Stock.Place, LocalDate> first = new LinkedHashMap<>();
        Map<Stock.Place, Integer> lines = new HashMap<>();
        for (Movement movement : counted) {
            LocalDate day = movement.step().date();
            stock.move(movement.place(), day, Quantity.units(movement.pieces()));
            first.merge(movement.place(), day, (one, other) -> one.isBefore(other) ? one : other);
            lines.putIfAbsent(movement.place(), movement.line());
        }
        List<Refusal> refusals = new ArrayList<>();
        first.forEach((place, day) -> {
            Quantity least = stock.least(place, day);
            if (least.compareTo(Quantity.ZERO) < 0) {
                refusals.add(new Refusal(lines.get(place), "out-of-pieces", books.name(place) + ": " + least.negated()
                        + " more pieces would leave than were there; count its pieces", "pieces"));
            }
        });
        return refusals;
    }

    /**
     * By count what a posting changes of the pieces that were moved by it, since a place holds then what was counted: the
     * first count of a place after each of the movements.
     */
    static Map<Long, Long> recounted(List<Movement> moved, History history) {
        Map<Long, Long> recounted = new HashMap<>();
        for (Movement movement : moved) {
            if (movement.pieces() != null && movement.pieces() != 0) {
                history.all().stream().map(History.Past::movement)
                        .filter(count -> count.basis() == Basis.COUNTED && count.pieces() != null && count.place().equals(movement.place()))
                        .filter(count -> isBefore(movement, count, history))
                        .min((one, other) -> isBefore(one, other) ? -1 : 1)
                        .ifPresent(count -> recounted.merge(count.id(), -movement.pieces(), Long::sum));
            }
        }
        return recounted;
    }

    /** What corrects a movement counts where that is. */
    private static boolean isBefore(Movement movement, Movement count, History history) {
        History.Past corrected = movement.basis() == Basis.CORRECTED ? history.of(movement.source()) : null;
        return isBefore(corrected == null ? movement : corrected.movement(), count);
    }

    private static boolean isBefore(Movement one, Movement other) {
        int byDay = one.step().date().compareTo(other.step().date());
        return byDay < 0 || byDay == 0 && one.ordinal() < other.ordinal();
    }
}
