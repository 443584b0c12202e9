package entrepot.inventory.count;

import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.StockLine;
import entrepot.kernel.LocationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What somebody says to a count that was submitted.
 *
 * @param by       who says so
 * @param counters who counted any of it
 * @param reasons  of lines that differ
 * @param otherwise of all other lines that differ, or null
 */
public record Approval(String by, Set<String> counters, Map<Of, DifferenceReason> reasons, DifferenceReason otherwise) {

    /** @param lot code of one lot, or null: all of the item */
    public record Of(String sku, String lot) {}


    public Approval {
        counters = Set.copyOf(counters);
        reasons = Map.copyOf(reasons);
    }

    /** All that stands against it at once; the line of a refusal is the place in {@code lines}. */
    public List<Refusal> refusals(List<CountedLine> lines) {
        List<Refusal> refusals = new ArrayList<>();
        if (counters.contains(by)) {
            refusals.add(Refusal.whole("own-count", by + " counted some of it: somebody else must approve it"));
        }
        if (lines.isEmpty()) {
            refusals.add(Refusal.whole("nothing-counted", "nothing was counted: cancel it"));
        }
        for (int place = 0; place < lines.size(); place++) {
            CountedLine line = lines.get(place);
            if (reason(line) == null && !line.isRight()) {
                refusals.add(new Refusal(place, "reason-missing",
                        line.name() + " differs by " + line.difference()
                        + (line.pieces() == null ? "" : " and " + line.pieces().difference() + " pieces") + " and needs a reason"));
            }
        }
        return refusals;
    }

    /** Null where the line is right, or nobody said why it is not. */
    public DifferenceReason reason(CountedLine line) {
        if (line.isRight()) {
            return null;
        }
        DifferenceReason ofAll = reasons.getOrDefault(new Of(line.sku(), null), otherwise);
        return line.lot() == null ? ofAll : reasons.getOrDefault(new Of(line.sku(), line.lot().code()), ofAll);
    }

    /** Lines that are right are posted too: they say what was there, whatever arrives late. */
    public static List<StockLine> stock(List<CountedLine> lines, LocationId location) {
        return lines.stream()
                .map(line -> (StockLine) new StockLine.Found(
                        line.item(), location, line.bookDifference(), PostingKind.COUNT.against()))
                .toList();
    }

    /** The lots of {@link #stock}, by the place of the line. */
    public static Map<Integer, List<LotPart>> lots(List<CountedLine> lines) {
        return IntStream.range(0, lines.size()).boxed()
                .filter(place -> lines.get(place).lot() != null)
                .collect(Collectors.toMap(Function.identity(),
                        place -> List.of(new LotPart(lines.get(place).lot(), lines.get(place).bookDifference(), null, pieces(lines.get(place))))));
    }

    /** The pieces that {@link #stock} finds more or fewer, by the place of the line. */
    public static Map<Integer, Long> pieces(List<CountedLine> lines) {
        return PostingRequest.piecesOf(lines, Approval::pieces);
    }

    private static Long pieces(CountedLine line) {
        return line.pieces() == null ? null : Long.valueOf(line.pieces().difference());
    }
}
