package entrepot.inventory.goods;

import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.StockLine;
import entrepot.inventory.ledger.UnmatchedCost;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A note with every code found. */
public record ResolvedNote(GoodsNote note, LocationId location, LocationId to, Currency currency, List<Line> lines) {

    /**
     * @param returns the movement that goods go back to, or null
     * @param lots    that it names, each with the movement it goes back to where it goes back
     * @param place   where it comes in
     */
    public record Line(ItemId item, GoodsNote.Line asked, Long returns, List<LotPart> lots, LocationId place) {}

    public ResolvedNote {
        lines = List.copyOf(lines);
    }

    /** What the kind of a note asks for and the note does not say; empty where it may be posted. */
    public static List<Refusal> broken(GoodsNote note) {
        return NoteRules.broken(note);
    }

    public Command command(String content, List<Alongside> alongside) {
        var request = new PostingRequest(note.id(), note.kind(), note.businessDate(), note.at(), note.reference(),
                note.reason(), note.source(), null, lines.stream().map(this::stock).toList(), List.of(), lots(),
                PostingRequest.piecesOf(lines, this::pieces));
        return new Command(request, content, alongside);
    }

    private Map<Integer, List<LotPart>> lots() {
        Map<Integer, List<LotPart>> lots = new HashMap<>();
        for (int line = 0; line < lines.size(); line++) {
            if (!lines.get(line).lots().isEmpty()) {
                lots.put(line, lines.get(line).lots().stream().map(this::unsigned).toList());
            }
        }
        return lots;
    }

    private Long pieces(Line line) {
        return unsigned(line.asked().quantity(), line.asked().pieces());
    }

    private Long unsigned(Quantity quantity, Long pieces) {
        return pieces != null && isMissing(quantity) ? Long.valueOf(-pieces) : pieces;
    }

    /** What an adjustment misses leaves. */
    private boolean isMissing(Quantity quantity) {
        return note.kind() == PostingKind.ADJUSTMENT && !quantity.isPositive();
    }

    private LotPart unsigned(LotPart part) {
        return !isMissing(part.quantity()) ? part
                : new LotPart(part.lot(), part.quantity().negated(), part.movement(), unsigned(part.quantity(), part.pieces()));
    }

    private StockLine stock(Line line) {
        Quantity quantity = line.asked().quantity();
        var against = note.kind().against();
        return switch (note.kind()) {
            case OPENING, RECEIPT -> new StockLine.Receive(line.item(), line.place(), quantity, value(line.asked()), against);
            case SUPPLIER_RETURN -> new StockLine.TakeBack(
                    line.item(), location, quantity, line.returns(), note.credit(), against);
            case TRANSFER -> new StockLine.Move(line.item(), location, to, quantity);
            case ADJUSTMENT -> adjusted(line, quantity);
            default -> new StockLine.Relieve(line.item(), location, quantity, against);
        };
    }

    /** What is found counts at a stated cost, or at the present average; what is missing leaves by the cost flow. */
    private StockLine adjusted(Line line, Quantity quantity) {
        var against = note.kind().against();
        if (!quantity.isPositive()) {
            return new StockLine.Relieve(line.item(), location, quantity.negated(), against);
        }
        return line.asked().unitCost() == null && line.asked().totalCost() == null
                ? new StockLine.GiveBackUnmatched(line.item(), location, quantity, UnmatchedCost.CURRENT, against)
                : new StockLine.Receive(line.item(), location, quantity, value(line.asked()), against);
    }

    private Money value(GoodsNote.Line line) {
        return note.exchange() == null ? line.cost(currency) : note.exchange().inBook(line.cost(note.exchange().of()));
    }
}
