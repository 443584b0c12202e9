package entrepot.web.api;

import entrepot.inventory.ledger.Receipt;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What a client is told of its posting, the same on every try.
 *
 * @param cost what left stock less what came in
 */
record PostingAnswer(UUID id, long seq, String currency, BigDecimal cost, List<Line> lines, Links links) {

    /** @param movement what a return names */
    record Line(int line, long movement, BigDecimal cost) {}

    record Links(String self, String journal) {}

    /** @param noun the resource the posting is read from again, e.g. {@code sales} */
    static PostingAnswer of(Receipt receipt, String noun) {
        return new PostingAnswer(
                receipt.id(),
                receipt.seq(),
                receipt.cost().currency().getCurrencyCode(),
                receipt.cost().decimal(),
                receipt.lines().stream()
                        .map(line -> new Line(line.line(), line.movement(), line.cost().decimal()))
                        .toList(),
                new Links("/api/v1/" + noun + "/" + receipt.id(), "/api/v1/journal?posting=" + receipt.id()));
    }
}
