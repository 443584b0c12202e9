package entrepot.inventory.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * One thing that happened, to be posted whole or not at all.
 *
 * @param id           chosen by the client before its first try, so that a retry posts nothing new
 * @param businessDate the day it counts for
 * @param effectiveAt  when it happened in the shop, UTC
 * @param reference    the shop's own document, or null
 * @param reason       why, where the kind asks for one, or null
 * @param source       what made it (import batch, purchase order, job), or null
 * @param reverses     the sequence of the posting this one undoes, or null
 */
public record PostingRequest(
        UUID id,
        PostingKind kind,
        LocalDate businessDate,
        Instant effectiveAt,
        String reference,
        String reason,
        String source,
        Long reverses,
        List<StockLine> stock,
        List<MoneyLine> money) {

    public PostingRequest {
        effectiveAt = effectiveAt.truncatedTo(ChronoUnit.MICROS);
        stock = List.copyOf(stock);
        money = List.copyOf(money);
    }
}
