package entrepot.inventory.assembly.server;

import entrepot.inventory.assembly.AssemblyNote;
import entrepot.inventory.assembly.Bill;
import entrepot.inventory.assembly.BillKind;
import entrepot.inventory.assembly.ResolvedAssembly;
import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.DocumentLots;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds what a note of something made or taken apart means, or says all that is wrong with it. */
@ApplicationScoped
public class AssemblyCodes {

    @Inject
    private CodeBook codes;

    @Inject
    private DocumentLots lots;

    @Inject
    private BillTable bills;

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    Prepared prepare(AssemblyNote note, String content) {
        try {
            List<Refusal> refusals = new ArrayList<>();
            ResolvedAssembly resolved = resolve(note, refusals);
            return refusals.isEmpty() ? Prepared.of(resolved.command(content)) : Prepared.refused(refusals);
        } catch (ArithmeticException overflow) {
            return Prepared.refused(List.of(Refusal.overflow(overflow)));
        }
    }

    /** @param refusals takes everything that is wrong; the result counts only where none is added */
    private ResolvedAssembly resolve(AssemblyNote note, List<Refusal> refusals) {
        Map<String, LocationId> places = codes.locations(List.of(note.location(), note.to()));
        LocationId location = place(places, note.location(), "unknown-location", refusals);
        LocationId to = place(places, note.to(), "unknown-destination", refusals);
        CodeBook.Item whole = codes.items(List.of(note.sku())).get(note.sku());
        Bill bill = bill(note, whole, refusals);
        if (bill == null) {
            return null;
        }
        List<AssemblyNote.Part> parts = note.parts().isEmpty() ? AssemblyDesk.parts(bill, note) : note.parts();
        Map<String, CodeBook.Item> items = codes.items(parts.stream().map(AssemblyNote.Part::sku).toList());
        DocumentLots.Line lotsOfWhole = new DocumentLots.Line(whole, note.quantity(), note.lots(), note.makes());
        DocumentLots.Found found = lots.find(
                Stream.concat(Stream.of(lotsOfWhole), parts.stream().map(part -> ofLots(note, part, items))).toList());
        List<LotPart> ofWhole = found.parts(note.makes() ? parts.size() : 0, lotsOfWhole, refusals);
        List<ResolvedAssembly.Line> lines = lines(note, whole, parts, items, found, refusals);
        return new ResolvedAssembly(note, "bill:" + bill.id(), location, to,
                new ResolvedAssembly.Line(whole.id(), note.quantity(), BigDecimal.ZERO, ofWhole, note.pieces()), byQuantityIfWorthless(lines), beside(note, bill));
    }

    /** Null, with the refusal, where the item is not made of parts. */
    private Bill bill(AssemblyNote note, CodeBook.Item whole, List<Refusal> refusals) {
        Bill bill = whole == null ? null : bills.current(List.of(whole.id())).get(whole.id());
        if (bill != null && bill.kind() == BillKind.ASSEMBLY) {
            return bill;
        }
        refusals.add(Refusal.whole("no-bill", bill == null ? "no bill says what '" + note.sku() + "' is made of"
                : note.sku() + " is a kit: its parts are in stock, it is not"));
        return null;
    }

    private List<ResolvedAssembly.Line> lines(
            AssemblyNote note, CodeBook.Item whole, List<AssemblyNote.Part> parts, Map<String, CodeBook.Item> items, DocumentLots.Found found,
            List<Refusal> refusals) {
        Map<ItemId, BigDecimal> unitCosts = note.makes() ? Map.of() : unitCosts(items.values().stream().map(CodeBook.Item::id).toList());
        List<ResolvedAssembly.Line> lines = new ArrayList<>();
        for (int number = 0; number < parts.size(); number++) {
            AssemblyNote.Part part = parts.get(number);
            CodeBook.Item item = items.get(part.sku());
            int line = note.makes() ? number : number + 1;
            if (item == null || item.id().equals(whole.id())) {
                refusals.add(new Refusal(line, "unknown-sku", item == null ? "no active item '" + part.sku() + "'" : part.sku() + " is no part of itself"));
            } else if (part.quantity().isPositive()) {
                lines.add(new ResolvedAssembly.Line(item.id(), part.quantity(), weight(part.quantity(), unitCosts.get(item.id())),
                        found.parts(line, ofLots(note, part, items), refusals), part.pieces()));
            }
        }
        return lines;
    }

    private Money beside(AssemblyNote note, Bill bill) {
        Currency currency = companies.company().currency();
        if (!note.makes()) {
            return Money.zero(currency);
        }
        return note.beside() != null ? note.beside() : bill.beside(note.quantity(), currency);
    }

    private static LocationId place(Map<String, LocationId> places, String code, String problem, List<Refusal> refusals) {
        if (!places.containsKey(code)) {
            refusals.add(Refusal.whole(problem, "no location '" + code + "'"));
        }
        return places.get(code);
    }

    private static DocumentLots.Line ofLots(AssemblyNote note, AssemblyNote.Part part, Map<String, CodeBook.Item> items) {
        return new DocumentLots.Line(items.get(part.sku()), part.quantity(), part.lots(), !note.makes());
    }

    private static BigDecimal weight(Quantity quantity, BigDecimal unitCost) {
        return unitCost == null ? BigDecimal.ZERO : quantity.decimal().multiply(unitCost);
    }

    private static List<ResolvedAssembly.Line> byQuantityIfWorthless(List<ResolvedAssembly.Line> lines) {
        boolean worthless = lines.stream().allMatch(line -> line.weight().signum() == 0);
        return worthless ? lines.stream()
                .map(line -> new ResolvedAssembly.Line(line.item(), line.quantity(), line.quantity().decimal(), line.lots(), line.pieces())).toList() : lines;
    }

    /** What a unit of a part costs on the shelf, else when it was bought last, else what its supplier asks. */
    private Map<ItemId, BigDecimal> unitCosts(List<ItemId> items) {
        Map<ItemId, BigDecimal> costs = new HashMap<>();
        if (!items.isEmpty()) {
            database.jdbi().useHandle(handle -> handle
                    .createQuery("SELECT i.id, COALESCE(CASE WHEN SUM(p.on_hand) > 0 THEN SUM(p.value) * 1.0 / SUM(p.on_hand) END * :scale,"
                            + " MAX(p.last_unit_cost), i.purchase_cost, 0) FROM item i LEFT JOIN cost_pool p ON p.item_id = i.id"
                            + " WHERE i.id IN (<items>) GROUP BY i.id, i.purchase_cost")
                    .bindList("items", items.stream().map(ItemId::value).toList())
                    .bind("scale", BigDecimal.valueOf(1, companies.company().currency().getDefaultFractionDigits() - 6))
                    .map((row, context) -> costs.put(new ItemId(row.getLong(1)), row.getBigDecimal(2)))
                    .list());
        }
        return costs;
    }
}
