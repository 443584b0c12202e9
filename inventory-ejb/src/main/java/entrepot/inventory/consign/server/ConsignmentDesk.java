package entrepot.inventory.consign.server;

import entrepot.inventory.consign.ConsignmentNote;
import entrepot.inventory.consign.Taken;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.DocumentRefused.Why;
import entrepot.inventory.ledger.server.PostingDesk;
import entrepot.inventory.ledger.server.StaleCompanion;
import entrepot.kernel.LocationId;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.retry.Retry;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps account of the goods of suppliers, and makes ours what is used of them. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConsignmentDesk {

    @EJB
    private ConsignmentTransaction transaction;

    @EJB
    private PostingDesk desk;

    @Inject
    private ConsignedStock stock;

    @Inject
    private CodeBook codes;

    @Inject
    private CompanyFile companies;

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Retry retry;

    @Resource
    private SessionContext context;

    /** Goods come or go back. @return whether it was done now */
    public boolean move(ConsignmentNote note, String content) {
        Resolved found = resolve(note);
        return retry.run(() -> transaction.move(note, found.supplier(), found.lines(), content, context.getCallerPrincipal().getName()));
    }

    /** What is used becomes ours: in stock, and owed. */
    public PostingOutcome take(ConsignmentNote note, String content) {
        Resolved found = resolve(note);
        var taken = new Taken(note.id(), found.supplier(), note.supplier(), note.businessDate(), note.at(), note.reference(), found.lines());
        try {
            return desk.post(taken.command(content, companies.company().currency(), ids::next));
        } catch (StaleCompanion less) {
            return new PostingOutcome.Refused(List.of(Refusal.whole("out-of-stock", "there is less of " + note.supplier() + " at " + note.location())));
        }
    }

    private record Resolved(long supplier, List<Taken.Line> lines) {}

    private Resolved resolve(ConsignmentNote note) {
        List<Refusal> refusals = new ArrayList<>();
        Optional<Long> supplier = database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT id FROM supplier WHERE code = ?").bind(0, note.supplier()).mapTo(Long.class).findOne());
        if (supplier.isEmpty()) {
            refusals.add(Refusal.whole("unknown-supplier", "no supplier '" + note.supplier() + "'"));
        }
        LocationId place = codes.locations(List.of(note.location())).get(note.location());
        if (place == null) {
            refusals.add(Refusal.whole("unknown-location", "no location '" + note.location() + "'"));
        }
        Map<String, CodeBook.Item> items = codes.items(note.lines().stream().map(ConsignmentNote.Line::sku).toList());
        List<Taken.Line> lines = new ArrayList<>();
        for (int number = 0; number < note.lines().size(); number++) {
            CodeBook.Item item = items.get(note.lines().get(number).sku());
            if (item == null || item.kit()) {
                refusals.add(new Refusal(number, "unknown-sku", "no item '" + note.lines().get(number).sku() + "' that is in stock"));
            } else if (place != null && supplier.isPresent()) {
                lines.add(line(note.lines().get(number), item, place, supplier.get()));
            }
        }
        ConsignmentRefused.ifAny(Why.ASKED, refusals);
        return new Resolved(supplier.orElseThrow(), lines);
    }

    /** What goes is worth what was agreed when it came. */
    private Taken.Line line(ConsignmentNote.Line line, CodeBook.Item item, LocationId place, long supplier) {
        BigDecimal agreed = line.unitCost() != null ? line.unitCost() : stock.at(place, item.id()).stream()
                .filter(held -> held.supplierId() == supplier).map(ConsignedStock.Held::unitCost).findFirst().orElse(BigDecimal.ZERO);
        return new Taken.Line(item.id(), place, line.quantity(), agreed);
    }
}
