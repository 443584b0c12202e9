package entrepot.inventory.consign.server;

import entrepot.inventory.consign.ConsignmentNote;
import entrepot.inventory.consign.Taken;
import entrepot.inventory.ledger.Lot;
import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.LotRules;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.Tracking;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.DocumentLots;
import entrepot.inventory.ledger.server.DocumentRefused.Why;
import entrepot.inventory.ledger.server.PostingDesk;
import entrepot.inventory.ledger.server.StaleCompanion;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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
    private DocumentLots documentLots;

    @Inject
    private CompanyFile companies;

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Retry retry;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** Goods come or go back. @return whether it was done now */
    public boolean move(ConsignmentNote note, String content) {
        Resolved found = resolve(note);
        return retry.run(() -> transaction.move(note, found.supplier(), found.parts(), content, context.getCallerPrincipal().getName()));
    }

    /** What came or went with a note did not: all of it, where it lies here still. @return whether it was done now */
    public boolean undo(UUID id, UUID note) {
        LocalDate today = companies.company().businessDate(clock.instant());
        return retry.run(() -> transaction.undo(id, note, today, "CONSIGNMENT UNDO " + note, context.getCallerPrincipal().getName()));
    }

    /** What is used becomes ours: in stock, and owed. */
    public PostingOutcome take(ConsignmentNote note, String content) {
        Resolved found = resolve(note);
        var taken = new Taken(note.id(), found.supplier(), note.supplier(), note.businessDate(), note.at(), note.reference(),
                found.parts().stream().map(ConsignmentTransaction.Part::goods).toList());
        try {
            PostingOutcome outcome = desk.post(taken.command(content, companies.company().currency(), ids::next));
            return outcome instanceof PostingOutcome.Refused refused ? found.ofDocument(refused) : outcome;
        } catch (StaleCompanion less) {
            return new PostingOutcome.Refused(List.of(Refusal.whole("out-of-stock", "there is less of " + note.supplier() + " at " + note.location())));
        }
    }

    private record Resolved(long supplier, List<ConsignmentTransaction.Part> parts) {

        /** Each refusal at the line of the document: the receipt has one a lot. */
        PostingOutcome ofDocument(PostingOutcome.Refused refused) {
            return new PostingOutcome.Refused(refused.refusals().stream().map(one -> one.line() < 0 ? one
                    : new Refusal(parts.get(one.line()).line(), one.code(), one.detail(), one.where())).toList());
        }
    }

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
        List<DocumentLots.Line> asked = note.lines().stream().map(line -> ofLots(note.kind(), line, items)).toList();
        DocumentLots.Found lots = documentLots.find(asked);
        List<ConsignmentTransaction.Part> parts = new ArrayList<>();
        for (int number = 0; number < note.lines().size(); number++) {
            ConsignmentNote.Line line = note.lines().get(number);
            CodeBook.Item item = items.get(line.sku());
            List<LotPart> named = lots.parts(number, asked.get(number), refusals);
            if (item == null || item.kit()) {
                refusals.add(new Refusal(number, "unknown-sku", "no item '" + line.sku() + "' that is in stock"));
            } else if (item.catchWeight()) {
                refusals.add(new Refusal(number, "catch-weight", line.sku() + " is a catch-weight item, and the pieces of suppliers' goods are not"
                        + " counted: take it in as your own", "sku"));
            } else if (place != null && supplier.isPresent()) {
                parts.addAll(parts(number, note.kind(), line, item, named, stock.suppliers(place, item.id()).stream()
                        .filter(held -> held.supplierId() == supplier.get()).toList(), place, refusals));
            }
        }
        ConsignmentRefused.ifAny(Why.ASKED, refusals);
        return new Resolved(supplier.orElseThrow(), parts);
    }

    private static DocumentLots.Line ofLots(ConsignmentNote.Kind kind, ConsignmentNote.Line line, Map<String, CodeBook.Item> items) {
        return new DocumentLots.Line(items.get(line.sku()), line.quantity(), line.lots(), kind == ConsignmentNote.Kind.ARRIVED);
    }

    /** One for each lot. What came before suppliers' goods had lots goes back without. @param held of the supplier at the place, now or before */
    private static List<ConsignmentTransaction.Part> parts(
            int number, ConsignmentNote.Kind kind, ConsignmentNote.Line line, CodeBook.Item item, List<LotPart> named,
            List<ConsignedStock.Held> held, LocationId place, List<Refusal> refusals) {
        boolean piece = item.tracking() == Tracking.SERIAL;
        if (!line.lots().isEmpty()) {
            return named.stream().map(part -> new ConsignmentTransaction.Part(number,
                    goods(line, item, part.lot(), part.quantity(), held, place), item.sku(), piece)).toList();
        }
        boolean unnamed = kind == ConsignmentNote.Kind.RETURNED && held.stream().anyMatch(ConsignedStock.Held::unnamed);
        if (item.tracking() != Tracking.NONE && !unnamed) {
            refusals.add(new Refusal(number, "lot-missing", LotRules.missing(item.sku(), item.tracking())));
        }
        return List.of(new ConsignmentTransaction.Part(number, goods(line, item, null, line.quantity(), held, place), item.sku(), false));
    }

    /** What goes is worth what was agreed when it came. */
    private static Taken.Line goods(
            ConsignmentNote.Line line, CodeBook.Item item, Lot lot, Quantity quantity, List<ConsignedStock.Held> held, LocationId place) {
        BigDecimal agreed = line.unitCost() != null ? line.unitCost() : held.stream()
                .filter(one -> one.lotId() == (lot == null ? 0 : lot.id())).map(ConsignedStock.Held::unitCost).findFirst().orElse(BigDecimal.ZERO);
        return new Taken.Line(item.id(), place, lot, quantity, agreed);
    }
}
