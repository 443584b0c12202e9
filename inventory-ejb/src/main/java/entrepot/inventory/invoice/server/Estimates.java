package entrepot.inventory.invoice.server;

import entrepot.inventory.exchange.Exchange;
import entrepot.kernel.Money;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Charges that stock bore before they were invoiced, in the currency of their estimates. */
@ApplicationScoped
public class Estimates {

    @Inject
    private Database database;

    private record Sum(BigDecimal amount, BigDecimal booked) {}

    /**
     * What {@code amount} was worth by the rate of the estimates; by their mean rate, where they had several.
     *
     * @return empty where there was none in its currency, or it is the book's
     */
    Optional<Money> worth(Collection<UUID> receipts, Money amount, Exchange exchange) {
        if (receipts.isEmpty() || !exchange.isForeign()) {
            return Optional.empty();
        }
        Sum sum = database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT SUM(a.amount) amount, SUM(a.amount * CAST(a.rate AS DECIMAL(24, 12))) booked FROM foreign_amount a"
                        + " WHERE a.currency = :currency AND a.posting_seq IN (SELECT c.seq FROM posting r JOIN movement m ON m.posting_seq = r.seq"
                        + " JOIN value_entry v ON v.movement_id = m.id JOIN posting c ON c.seq = v.posting_seq AND c.kind = 'CHARGE'"
                        + " WHERE r.id IN (<receipts>) AND NOT EXISTS (SELECT 1 FROM posting u WHERE u.reverses_seq = c.seq))")
                .bind("currency", exchange.of().getCurrencyCode())
                .bindList("receipts", receipts.stream().map(Rows::bytes).toList())
                .mapTo(Sum.class).one());
        return sum.amount() == null || sum.amount().signum() == 0 ? Optional.empty() : Optional.of(Money.rounded(
                amount.decimal().multiply(sum.booked()).divide(sum.amount(), 12, RoundingMode.HALF_UP), exchange.book()));
    }
}
