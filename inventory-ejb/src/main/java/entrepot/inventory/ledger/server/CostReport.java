package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.Explanation;
import entrepot.inventory.ledger.PostingKind;
import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Why a movement costs what it does. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class CostReport {

    @Inject
    private Figures figures;

    @Inject
    private HistoryReader histories;

    @Inject
    private BookSetting settings;

    /**
     * How a movement came to its worth, entry by entry.
     *
     * @param forDate    the closed day it is of, where it was booked later for that; or null
     * @param posting    that said so
     * @param recordedAt UTC
     */
    public record Entry(
            String kind, Money amount, LocalDate businessDate, LocalDate forDate, UUID posting, PostingKind ofKind, String reference,
            LocalDateTime recordedAt) {}

    /** Empty where there is no such movement, or it carries no value. */
    public Optional<Explanation.Node> explain(long movement) {
        return figures.read(handle -> item(handle, movement).map(item -> {
            Set<Long> items = MadeOf.upstream(handle, List.of(item));
            Books.Setting setting = settings.read(handle, items.stream().map(ItemId::new).toList());
            return Explanation.of(movement, histories.ofItems(handle, items, setting.chart()), setting);
        }));
    }

    /** In the order in which they were written. */
    public List<Entry> entries(long movement) {
        return figures.read(handle -> handle
                .createQuery("SELECT v.kind, v.amount, v.business_date, v.for_date, p.id posting, p.kind of_kind, p.reference, p.recorded_at"
                        + " FROM value_entry v JOIN posting p ON p.seq = v.posting_seq WHERE v.movement_id = ? ORDER BY v.id")
                .bind(0, movement)
                .mapTo(Entry.class)
                .list());
    }

    private static Optional<Long> item(Handle handle, long movement) {
        return handle.createQuery("SELECT m.item_id FROM movement m WHERE m.id = ? AND EXISTS"
                        + " (SELECT 1 FROM value_entry v WHERE v.movement_id = m.id)")
                .bind(0, movement)
                .mapTo(Long.class)
                .findOne();
    }
}
