package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.LotRules;
import entrepot.inventory.ledger.Refusal;
import java.util.List;
import java.util.stream.IntStream;

/** Which movements a line of returned goods undoes in part: those of the lots it names, on the line it came or went with. */
public final class ReturnedLots {

    private ReturnedLots() {}

    /**
     * @param moved  of the earlier line, lot by lot
     * @param parts  that the return names; where it names none and the line was of one lot, it is that one
     */
    public static List<LotPart> of(int number, List<CodeBook.EarlierLine> moved, List<LotPart> parts, List<Refusal> refusals) {
        LotRules rules = new LotRules(number, refusals);
        if (parts.isEmpty()) {
            if (moved.size() > 1 && moved.stream().map(CodeBook.EarlierLine::lot).distinct().count() > 1) {
                rules.refuse("lots", "lot-missing", "the line was of lots " + lots(moved) + ": say which come back");
            }
            return List.of();
        }
        return IntStream.range(0, parts.size()).mapToObj(at -> {
            LotPart part = parts.get(at);
            Long movement = moved.stream().filter(line -> part.lot().code().equals(line.lot()))
                    .map(CodeBook.EarlierLine::movement).findFirst().orElse(null);
            if (movement == null) {
                rules.refuse("lots/" + at + "/lot", "lot-not-on-line", "the line was of lots " + lots(moved) + ", not of " + part.lot().code());
            }
            return new LotPart(part.lot(), part.quantity(), movement, part.pieces());
        }).toList();
    }

    private static String lots(List<CodeBook.EarlierLine> moved) {
        return String.join(", ", moved.stream().map(line -> String.valueOf(line.lot())).distinct().toList());
    }
}
