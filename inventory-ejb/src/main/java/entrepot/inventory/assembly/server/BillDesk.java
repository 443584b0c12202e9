package entrepot.inventory.assembly.server;

import entrepot.inventory.assembly.Bill;
import entrepot.inventory.assembly.BillKind;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.DocumentRefused.Why;
import entrepot.kernel.ItemId;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says what an item is made of from now on. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "admin"})
public class BillDesk {

    @Inject
    private Database database;

    @Inject
    private BillTable table;

    @Inject
    private CodeBook codes;

    @EJB
    private BillBoard board;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** As asked, by codes. @param sku of the item; of the parts those of their lines */
    public record Asked(
            String sku, BillKind kind, Quantity makes, BigDecimal labour, BigDecimal overhead, String note, List<Line> parts) {}

    public record Line(String sku, Quantity quantity, BigDecimal scrap) {}

    /**
     * The bill as it is now.
     *
     * @param version as last seen, 0 where there was none
     * @throws BillRefused where it cannot be, or was changed meanwhile
     */
    public void set(Asked asked, int version) {
        Map<String, CodeBook.Item> items = codes.items(Stream.concat(Stream.of(asked.sku()), asked.parts().stream().map(Line::sku)).toList());
        CodeBook.Item whole = items.get(asked.sku());
        if (whole == null) {
            throw BillRefused.of(Why.MISSING, "not-found", "no active item '" + asked.sku() + "'");
        }
        List<Refusal> refusals = new ArrayList<>();
        List<Bill.Part> parts = parts(asked, whole, items, refusals);
        Bill bill = new Bill(ids.next(), whole.id(), asked.sku(), version + 1, asked.kind(), asked.makes(), asked.labour(), asked.overhead(),
                asked.note(), parts);
        refusals.addAll(bill.broken());
        BillRefused.ifAny(refusals);
        add(bill);
    }

    /** @throws BillRefused where there is none, or it was changed meanwhile */
    public void withdraw(String sku, int version) {
        Bill now = board.find(sku).orElseThrow(() -> BillRefused.of(Why.MISSING, "not-found", "no bill of '" + sku + "'"));
        add(new Bill(ids.next(), now.item(), sku, version + 1, BillKind.WITHDRAWN, now.makes(), BigDecimal.ZERO, BigDecimal.ZERO, null, List.of()));
    }

    private void add(Bill bill) {
        database.jdbi().useHandle(handle -> {
            int last = handle.createQuery("SELECT COALESCE(MAX(b.version), 0) FROM item i LEFT JOIN bill b ON b.item_id = i.id"
                    + " WHERE i.id = ? FOR UPDATE").bind(0, bill.item().value()).mapTo(int.class).one();
            if (last != bill.version() - 1) {
                throw BillRefused.of(Why.STALE, "stale", "the bill was changed meanwhile: read it again and repeat");
            }
            table.add(handle, bill, context.getCallerPrincipal().getName(), LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        });
    }

    private List<Bill.Part> parts(Asked asked, CodeBook.Item whole, Map<String, CodeBook.Item> items, List<Refusal> refusals) {
        List<Bill.Part> parts = new ArrayList<>();
        for (int line = 0; line < asked.parts().size(); line++) {
            Line part = asked.parts().get(line);
            CodeBook.Item item = items.get(part.sku());
            if (item == null) {
                refusals.add(new Refusal(line, "unknown-sku", "no active item '" + part.sku() + "'", "sku"));
            } else {
                if (asked.kind() == BillKind.KIT && item.catchWeight()) {
                    refusals.add(new Refusal(line, "catch-weight", part.sku() + " is weighed piece by piece, and a kit does not say what its parts"
                            + " weigh: sell it beside the kit, or make the set by an assembly", "sku"));
                }
                circle(line, item.id(), whole.id(), part.sku() + " is made of " + asked.sku() + " itself", refusals);
                parts.add(new Bill.Part(item.id(), part.sku(), part.quantity(), part.scrap()));
            }
        }
        return parts;
    }

    private void circle(int line, ItemId part, ItemId whole, String detail, List<Refusal> refusals) {
        if (!part.equals(whole) && table.contains(part, whole)) {
            refusals.add(new Refusal(line, "part-of-itself", detail, "sku"));
        }
    }
}
