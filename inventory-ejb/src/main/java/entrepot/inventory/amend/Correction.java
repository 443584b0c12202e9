package entrepot.inventory.amend;

import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.StockLine;
import entrepot.kernel.Quantity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What lines of an earlier note really were. A quantity of zero says that it never happened. */
public record Correction(Amendment head, UUID posting, List<Line> lines) {

    /**
     * @param actual what it really was, not negative, whether it came or left
     * @param pieces of catch-weight goods what they really were; null where nothing is said
     */
    public record Line(int line, Quantity actual, Long pieces) {}

    /** Sales and returns have money of customers in them; they are undone and posted anew. */
    private static final Set<PostingKind> CORRECTABLE = EnumSet.of(PostingKind.OPENING, PostingKind.RECEIPT, PostingKind.ISSUE,
            PostingKind.SCRAP, PostingKind.ADJUSTMENT, PostingKind.TRANSFER);

    public Correction {
        lines = List.copyOf(lines);
    }

    public static boolean corrects(PostingKind kind) {
        return CORRECTABLE.contains(kind);
    }

    public List<Refusal> refusals(List<AmendedLine> of) {
        List<Refusal> refusals = new ArrayList<>();
        if (of.isEmpty()) {
            return List.of(Refusal.whole("no-such-posting", "no posting " + posting));
        }
        AmendedLine first = of.get(0);
        if (!corrects(first.kind())) {
            return List.of(Refusal.whole("not-correctable",
                    "a posting of kind " + first.kind() + " is not corrected: undo it and post it anew"));
        }
        if (first.source() != null) {
            return List.of(Refusal.whole("not-correctable",
                    "it was made by " + first.source() + ", whose figures would not follow: undo it and post it anew"));
        }
        if (first.reversed()) {
            return List.of(Refusal.whole("already-reversed", "posting " + posting + " was undone"));
        }
        if (head.reason() == null || head.reason().isBlank()) {
            refusals.add(Refusal.whole("reason-missing", "a correction needs a reason"));
        }
        for (int number = 0; number < lines.size(); number++) {
            Line asked = lines.get(number);
            Optional<AmendedLine> line = find(of, asked.line());
            if (line.isEmpty()) {
                refusals.add(new Refusal(number, "unknown-line", "the posting has no line " + asked.line()));
            } else if (size(line.get()).equals(asked.actual()) && (asked.pieces() == null || asked.pieces().equals(line.get().pieces()))) {
                refusals.add(new Refusal(number, "no-change", "line " + asked.line() + " is " + asked.actual() + " already"));
            }
        }
        return refusals;
    }

    public List<StockLine> stock(List<AmendedLine> of) {
        return lines.stream().map(asked -> {
            AmendedLine line = find(of, asked.line()).orElseThrow();
            return (StockLine) new StockLine.Correct(
                    line.item(), line.location(), line.movement(), asked.actual(), AccountRole.INVENTORY);
        }).toList();
    }

    /** The pieces of {@link #stock}, by the place of the line. */
    public Map<Integer, Long> pieces() {
        return PostingRequest.piecesOf(lines, Line::pieces);
    }

    private static Quantity size(AmendedLine line) {
        return line.quantity().isPositive() ? line.quantity() : line.quantity().negated();
    }

    private static Optional<AmendedLine> find(List<AmendedLine> of, int number) {
        return of.stream().filter(line -> line.line() == number).findFirst();
    }
}
