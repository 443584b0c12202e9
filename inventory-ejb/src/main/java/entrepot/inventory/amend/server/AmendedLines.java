package entrepot.inventory.amend.server;

import entrepot.inventory.amend.AmendedLine;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.valuation.Basis;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Reads the lines of postings as they stand; of a transfer the end that left. */
@ApplicationScoped
public class AmendedLines {

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    private record Row(
            UUID posting, PostingKind kind, int lineNo, long movement, Basis basis, long itemId, String sku, long locationId,
            long quantity, long price, long worth, boolean reversed, String source, BigDecimal weight,
            BigDecimal volume, Long pieces) {

        AmendedLine line(Currency currency) {
            return new AmendedLine(posting, kind, lineNo, movement, basis, new ItemId(itemId), sku, new LocationId(locationId),
                    new Quantity(quantity), new Money(price, currency), new Money(worth, currency), reversed, source, weight, volume, pieces);
        }
    }

    List<AmendedLine> of(Collection<UUID> postings) {
        Currency currency = companies.company().currency();
        return postings.isEmpty() ? List.of() : database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT p.id posting, p.kind, m.line_no, m.id movement, m.basis, m.item_id, i.sku, m.location_id,"
                        + " m.quantity + COALESCE((SELECT SUM(c.quantity) FROM movement c FORCE INDEX (movement_source) WHERE c.source_movement_id = m.id"
                        + " AND c.basis = 'CORRECTED'), 0) quantity,"
                        + " COALESCE((SELECT SUM(v.amount) FROM value_entry v WHERE v.movement_id = m.id AND v.kind = 'DIRECT'), 0)"
                        + " + COALESCE((SELECT SUM(c.stated) FROM movement c FORCE INDEX (movement_source) WHERE c.source_movement_id = m.id"
                        + " AND c.kind = 'PRICE'), 0) price,"
                        + " COALESCE((SELECT SUM(v.amount) FROM value_entry v WHERE v.movement_id = m.id), 0) worth,"
                        + " EXISTS (SELECT 1 FROM posting r WHERE r.reverses_seq = p.seq) reversed, p.source, i.weight, i.volume,"
                        + " ABS(m.pieces + COALESCE((SELECT SUM(c.pieces) FROM movement c FORCE INDEX (movement_source) WHERE c.source_movement_id"
                        + " = m.id AND c.basis = 'CORRECTED'), 0)) pieces"
                        + " FROM posting p JOIN movement m ON m.posting_seq = p.seq JOIN item i ON i.id = m.item_id"
                        + " WHERE p.id IN (<ids>) AND (p.kind <> 'TRANSFER' OR m.quantity < 0)"
                        + " AND COALESCE(m.basis, '') NOT IN ('CORRECTED', 'RECOUNTED', 'CHARGE') ORDER BY p.seq, m.line_no")
                .bindList("ids", postings.stream().map(Rows::bytes).toList())
                .mapTo(Row.class)
                .map(row -> row.line(currency))
                .list());
    }
}
