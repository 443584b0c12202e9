package entrepot.inventory.journal.server;

import entrepot.platform.company.Figures;
import entrepot.platform.sql.Rows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** One posting, with movements, values and journal. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class PostingReport {

    @Inject
    private Figures figures;

    @EJB
    private JournalReport journal;

    public Optional<PostingView> find(UUID id) {
        return figures.read(handle -> head(handle, id)).map(head -> new PostingView(
                head,
                figures.read(handle -> movements(handle, head.seq())),
                figures.read(handle -> values(handle, head.seq())),
                journal.lines(JournalFilter.posting(id), null, Integer.MAX_VALUE),
                figures.read(handle -> foreign(handle, head.seq()))));
    }

    /** Where each movement stands in the book, by its number. */
    public Map<Long, PostingView.Place> places(Collection<Long> movements) {
        return movements.isEmpty() ? Map.of() : figures.read(handle -> handle
                .createQuery("SELECT m.id movement, p.id posting, p.kind, p.reference, m.business_date, i.sku, l.code location"
                        + " FROM movement m JOIN posting p ON p.seq = m.posting_seq JOIN item i ON i.id = m.item_id"
                        + " JOIN location l ON l.id = m.location_id WHERE m.id IN (<movements>)")
                .bindList("movements", List.copyOf(movements))
                .mapTo(PostingView.Place.class)
                .collect(Collectors.toMap(PostingView.Place::movement, Function.identity())));
    }

    private static Optional<PostingView.Head> head(Handle handle, UUID id) {
        return handle.createQuery("SELECT p.id, p.seq, p.kind, p.business_date, p.effective_at, p.recorded_at, p.actor,"
                        + " p.reference, p.reason, p.source, o.id reverses, r.id reversed_by, s.number seal FROM posting p"
                        + " LEFT JOIN posting o ON o.seq = p.reverses_seq LEFT JOIN posting r ON r.reverses_seq = p.seq"
                        + " LEFT JOIN seal s ON s.posting_seq = p.seq WHERE p.id = ?")
                .bind(0, Rows.bytes(id))
                .mapTo(PostingView.Head.class)
                .findOne();
    }

    private static List<PostingView.Movement> movements(Handle handle, long seq) {
        return handle.createQuery("SELECT m.id movement, m.line_no line, i.sku, i.name, i.unit_code unit, l.code location,"
                        + " m.quantity, COALESCE((SELECT SUM(v.amount) FROM value_entry v WHERE v.movement_id = m.id), 0) value,"
                        + " o.id return_of, m.pieces FROM movement m JOIN item i ON i.id = m.item_id"
                        + " JOIN location l ON l.id = m.location_id LEFT JOIN movement b ON b.id = m.source_movement_id"
                        + " LEFT JOIN posting o ON o.seq = b.posting_seq WHERE m.posting_seq = ? ORDER BY m.line_no, m.id")
                .bind(0, seq)
                .mapTo(PostingView.Movement.class)
                .list();
    }

    private static List<PostingView.Foreign> foreign(Handle handle, long seq) {
        return handle.createQuery("SELECT line_no line, currency, rate, unit_price, CONCAT(currency, ' ', amount) amount FROM foreign_amount"
                        + " WHERE posting_seq = ? ORDER BY line_no = -1, line_no")
                .bind(0, seq)
                .mapTo(PostingView.Foreign.class)
                .list();
    }

    private static List<PostingView.Value> values(Handle handle, long seq) {
        return handle.createQuery(
                        "SELECT v.movement_id movement, v.kind, v.amount, v.business_date, v.for_date, p.id of_posting, p.kind of_kind, i.sku"
                                + " FROM value_entry v LEFT JOIN movement m ON m.id = v.movement_id"
                                + " LEFT JOIN posting p ON p.seq = m.posting_seq JOIN item i ON i.id = v.item_id"
                                + " WHERE v.posting_seq = ? ORDER BY v.id")
                .bind(0, seq)
                .mapTo(PostingView.Value.class)
                .list();
    }
}
